import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { getCity } from '#contract/city.ts'
import {
  discardCityDraft,
  getCityVersion,
  listCityVersions,
  saveCityDraft,
  type VersionView,
} from '#contract/city-versions.ts'
import type { CityPart, PartRow } from '#domain/city/part.ts'
import { changesBetween, isNoChange, type RowChanges } from '#domain/city/row-changes.ts'
import { type No, send } from '../send.ts'
import { useApi } from '../use-api.ts'

export type PartState = {
  part: CityPart
  versions: readonly VersionView[]
  inForce: VersionView
  inForceRows: readonly PartRow[]
  draft: VersionView | null
  /** the draft's rows, or those in force while there is no draft */
  rows: readonly PartRow[]
  changes: RowChanges
  changed: boolean
  /** somebody adopted another version since this draft was begun */
  stale: boolean
  no: No | null
  busy: boolean
  save(rows: readonly PartRow[], base?: number): Promise<boolean>
  discard(): Promise<void>
  /** reads everything anew: after an adoption, an import, or when another window was faster */
  refresh(): Promise<void>
}

/** Others' adoptions show without a reload; a person drafts for minutes. */
const LOOK_AGAIN_MS = 15_000

type Failure = { error: No; retry: () => void }

/** A table of the city with one's own draft of it. Every change is kept on the server at once: a crash loses nothing. */
export function usePart(part: CityPart): PartState | Failure | null {
  const cache = useQueryClient()
  const listed = useApi(listCityVersions, { params: { part } }, { refetchInterval: LOOK_AGAIN_MS })
  const inForce = listed.data?.versions.find((version) => version.inForce) ?? null
  const draft =
    listed.data?.versions.find((version) => version.state === 'draft' && version.mine && !version.aside) ?? null
  const current = useVersion(part, inForce?.id)
  const own = useVersion(part, draft?.id)
  const [working, setWorking] = useState<readonly PartRow[] | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const [saving, setSaving] = useState(0)
  const seen = useRef<number | null>(null)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const inForceRows = current.data?.content
  const rows = working ?? own.data?.content ?? inForceRows
  const changes = useMemo(
    () => (inForceRows === undefined || rows === undefined ? null : changesBetween(part, inForceRows, rows)),
    [part, inForceRows, rows],
  )
  const failed = listed.error ?? current.error ?? own.error
  if (failed !== null) return { error: failed.no, retry: () => void refresh() }
  if (
    listed.data === undefined ||
    inForce === null ||
    inForceRows === undefined ||
    rows === undefined ||
    changes === null
  )
    return null
  if (draft !== null && own.data === undefined && working === null) return null

  async function refresh(): Promise<void> {
    seen.current = null
    await Promise.all([
      cache.invalidateQueries({ queryKey: [listCityVersions.path] }),
      cache.invalidateQueries({ queryKey: [getCityVersion.path] }),
      cache.invalidateQueries({ queryKey: [getCity.path] }),
    ])
    setWorking(null)
    setNo(null)
  }

  const base = draft?.base ?? inForce.id
  const save = async (next: readonly PartRow[], newBase = base): Promise<boolean> => {
    setWorking(next)
    setSaving((n) => n + 1)
    // One after the other: two savings at once would each claim to follow the same version.
    const sending = queue.current.then(async () => {
      const version = seen.current ?? draft?.version
      const call = { params: { part }, body: { base: newBase, rows: next, note: draft?.note ?? '' } }
      const answer = await send(saveCityDraft, call, version === undefined ? {} : { version })
      if (answer.ok) seen.current = answer.reply.version
      return answer
    })
    queue.current = sending
    const sent = await sending
    setSaving((n) => n - 1)
    setNo(sent.ok ? null : sent.no)
    await cache.invalidateQueries({ queryKey: [listCityVersions.path] })
    return sent.ok
  }
  const discard = async () => {
    if (draft !== null) await send(discardCityDraft, { params: { part, id: draft.id } })
    await refresh()
  }
  return {
    part,
    versions: listed.data.versions,
    inForce,
    inForceRows,
    draft,
    rows,
    changes,
    changed: !isNoChange(changes),
    stale: draft !== null && draft.base !== inForce.id,
    no,
    busy: saving > 0,
    save,
    discard,
    refresh,
  }
}

export const isFailure = (state: PartState | Failure): state is Failure => 'error' in state

export const useVersion = (part: CityPart, id: number | undefined) =>
  useApi(getCityVersion, { params: { part, id: id ?? 0 } }, { enabled: id !== undefined, staleTime: 60_000 })
