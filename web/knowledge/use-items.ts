import { type KnowledgeRow, listKnowledge } from '#contract/knowledge.ts'
import { type Snippet, searchAll } from '#contract/search-all.ts'
import type { KnowledgeState } from '#domain/knowledge/item.ts'
import { useDebounced } from '../seat/use-debounced.ts'
import type { No } from '../send.ts'
import { useApi } from '../use-api.ts'

export type FoundItem = { item: KnowledgeRow; snippets: readonly Snippet[] }
type Items = { found: readonly FoundItem[]; count: number | null; no: No | null; again: () => void }

const SHOWN = 50
const PAUSE_MS = 200

/** What says the words, the best first; without words what was changed last. Null: still on its way. */
export function useItems(typed: string, state: KnowledgeState | undefined): Items | null {
  const q = useDebounced(typed.trim(), PAUSE_MS)
  const asks = q.length > 1
  const searched = useApi(
    searchAll,
    { body: { q, kinds: ['knowledge'], filters: {}, asTyped: false, offset: 0, limit: SHOWN } },
    { enabled: asks, keep: true },
  )
  const listed = useApi(
    listKnowledge,
    { query: { ...(state === undefined ? {} : { state }), offset: 0, limit: 200 } },
    { enabled: !asks },
  )
  const from = asks ? searched : listed
  const again = () => void from.refetch()
  // Too short to search is no fault of the list: it shows nothing yet.
  if (asks && searched.error?.no.code === 'too-short-to-search') return { found: [], count: 0, no: null, again }
  if (from.error !== null) return { found: [], count: null, no: from.error.no, again }
  if (asks)
    return searched.data === undefined
      ? null
      : {
          found: searched.data.hits.flatMap((hit) =>
            hit.kind === 'knowledge' && (state === undefined || hit.item.state === state)
              ? [{ item: hit.item, snippets: hit.snippets }]
              : [],
          ),
          count: null,
          no: null,
          again,
        }
  if (listed.data === undefined) return null
  const { items, count } = listed.data
  return { found: items.map((item) => ({ item, snippets: [] })), count, no: null, again }
}
