import { type Matter, matterOf } from '#language/same/likeness.ts'
import { matterTextOf } from '#language/same/matter-text.ts'
import { readSignature } from '#language/same/signature.ts'
import type { SameState } from './same-state.ts'

/** While somebody types, the same candidates come again and again; a text made ready takes some 20 kB. */
const KEPT = 400

type Stored = { order_id: string; version: number; body: string; terms: Buffer | null }

/** A stored text made ready for comparing, from memory if it was asked for lately and has not changed. */
export function knownMatter({ words, matters }: SameState, row: Stored): Matter {
  const key = `${row.order_id} ${row.version} ${words.no}`
  const known = matters.get(key)
  if (known !== undefined) {
    matters.delete(key)
    matters.set(key, known)
    return known
  }
  const signature = row.terms === null ? undefined : readSignature(row.terms)
  const made = matterOf(matterTextOf(row.body), words.table, signature)
  matters.set(key, made)
  const oldest = matters.size > KEPT ? matters.keys().next().value : undefined
  if (oldest !== undefined) matters.delete(oldest)
  return made
}
