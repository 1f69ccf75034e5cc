import { type MatterRow, matterTexts } from '#db/similar-orders.ts'
import type { Db } from '#db/sql.ts'
import { type Matter, matterOf } from '#language/same/likeness.ts'
import { matterTextOf } from '#language/same/matter-text.ts'
import { readSignature } from '#language/same/signature.ts'
import type { Known, SameState } from './same-state.ts'

/** While somebody types, the same candidates come again and again; a text made ready takes some 6 kB. */
const KEPT = 1000

type Named = { order_id: string; version: number; terms: Buffer | null }

const nameOf = ({ words }: SameState, { order_id, version }: Named): string => `${order_id} ${version} ${words.no}`

function remembered(state: SameState, row: Named): Known | undefined {
  const name = nameOf(state, row)
  const known = state.matters.get(name)
  if (known === undefined) return undefined
  state.matters.delete(name)
  state.matters.set(name, known)
  return known
}

function makeReady(state: SameState, row: Named, body: string): Known {
  const { matters, words } = state
  const signature = row.terms === null ? undefined : readSignature(row.terms)
  const made = { body, matter: matterOf(matterTextOf(body), words.table, signature) }
  matters.set(nameOf(state, row), made)
  const oldest = matters.size > KEPT ? matters.keys().next().value : undefined
  if (oldest !== undefined) matters.delete(oldest)
  return made
}

/** A stored text made ready for comparing, from memory if it was asked for lately and has not changed. */
export const knownMatter = (state: SameState, row: Named & { body: string }): Matter =>
  (remembered(state, row) ?? makeReady(state, row, row.body)).matter

/**
 * The same of many, by order: only the texts that are not in memory are read. Of one that changed since its signature was
 * read the words are counted anew.
 */
export async function knownMatters(db: Db, state: SameState, rows: readonly Named[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>()
  const unknown = new Map<string, Named>()
  for (const row of rows) {
    const found = remembered(state, row)
    if (found === undefined) unknown.set(row.order_id, row)
    else known.set(row.order_id, found)
  }
  const read: MatterRow[] = unknown.size === 0 ? [] : await matterTexts(db, [...unknown.keys()])
  for (const { order_id, version, body } of read) {
    const row = unknown.get(order_id)
    if (row === undefined) continue
    const terms = row.version === version ? row.terms : null
    known.set(order_id, makeReady(state, { order_id, version, terms }, body))
  }
  return known
}
