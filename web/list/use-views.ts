import { useQueryClient } from '@tanstack/react-query'
import { createView, deleteView, listViews, type SavedView, updateView } from '#contract/saved-views.ts'
import { send } from '../send.ts'
import { useApi } from '../use-api.ts'
import { type ListSearch, readSearch } from './list-search.ts'

type Kept = { name: string; shared: boolean; columns: readonly string[] | null }

/** A list's address as a view keeps it. */
function queryOf({ view: _view, ...search }: ListSearch): Record<string, unknown> {
  return { ...search }
}

/** The views of this page and what can be done with one's own; each change asks with the version one has seen. */
export function useViews() {
  const queries = useQueryClient()
  const views = useApi(listViews, { query: { page: 'orders' } }, { staleTime: 60_000 }).data?.views ?? []
  const after = async <T extends { ok: boolean }>(sent: T): Promise<T> => {
    await queries.invalidateQueries({ queryKey: [listViews.path] })
    return sent
  }
  return {
    views,
    create: async (search: ListSearch, kept: Kept, key: string) => {
      const body = { page: 'orders' as const, query: queryOf(search), ...kept }
      return after(await send(createView, { body }, { key }))
    },
    change: async (view: SavedView, to: Partial<Kept> & { search?: ListSearch; position?: number }) => {
      const { search, ...rest } = to
      const body = { ...rest, ...(search === undefined ? {} : { query: queryOf(search) }) }
      return after(await send(updateView, { params: { viewId: view.id }, body }, { version: view.version }))
    },
    drop: async (view: SavedView) =>
      after(await send(deleteView, { params: { viewId: view.id } }, { version: view.version })),
  }
}

export const searchOfView = (view: SavedView): ListSearch => ({ ...readSearch(view.query), view: view.id })
