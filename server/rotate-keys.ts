import { countAppellants, keyUse } from '#db/sealed-rows.ts'
import type { Db } from '#db/sql.ts'
import { hasStagedKey, withNewIndex, withoutOldKeys, withStagedKey, withStagedKeyActive } from './next-keys.ts'
import { type Resealed, reseal } from './reseal.ts'
import { type KeyFile, openVault } from './vault.ts'

/** The keys file as this rotation sees it. `settle` waits until every running process has taken up what was written. */
export type KeysInUse = {
  read(): KeyFile
  write(file: KeyFile): Promise<void>
  settle(): Promise<void>
  ageMs(): number
}
export type Rotation = { db: Db; keys: KeysInUse; progress: (done: number, of: number) => void }

/** Longer than any statement may run: nothing sealed with the former key can still be on its way to the database. */
const RETIRE_AFTER_MS = 120_000

const rowsUnderOtherKeys = async (db: Db, active: number): Promise<number> =>
  (await keyUse(db)).filter(({ key }) => key !== active).reduce((sum, { n }) => sum + n, 0)

async function replace(keys: KeysInUse, next: (file: KeyFile) => KeyFile): Promise<void> {
  await keys.write(next(keys.read()))
  await keys.settle()
}

/** For several machines: the new key is only made known; copy the file to all of them before the rotation itself. */
export async function stageKey({ keys }: Pick<Rotation, 'keys'>): Promise<void> {
  if (!hasStagedKey(keys.read())) await replace(keys, withStagedKey)
}

async function walk({ db, keys, progress }: Rotation): Promise<Resealed> {
  const file = keys.read()
  const which = file.oldIndex === undefined ? 'old-key' : 'all'
  const of = which === 'all' ? await countAppellants(db) : await rowsUnderOtherKeys(db, file.active)
  return reseal(db, openVault(file), { which, progress: (done) => progress(done, of) })
}

/**
 * New key, then all rows under it. Killed at any point, the next run goes on: a key that was added is taken into use,
 * and rows still under an older key show that the last rotation has not ended.
 */
export async function rotateKeys(rotation: Rotation, wish: { index: 'keep' | 'renew' }): Promise<Resealed> {
  const { db, keys } = rotation
  const file = keys.read()
  const isUnfinished = file.oldIndex !== undefined || (await rowsUnderOtherKeys(db, file.active)) > 0
  if (!isUnfinished) await stageKey(rotation)
  if (hasStagedKey(keys.read())) await replace(keys, withStagedKeyActive)
  if (wish.index === 'renew' && keys.read().oldIndex === undefined) await replace(keys, withNewIndex)
  return walk(rotation)
}

export type Retired =
  | { ok: true; keys: number }
  | { ok: false; why: 'too-early' | 'rows-left' | 'unreadable'; rows: number }

/** Takes the old keys out of the file, once no row needs them. */
export async function retireKeys(rotation: Rotation): Promise<Retired> {
  const { db, keys } = rotation
  const file = keys.read()
  if (hasStagedKey(file) || keys.ageMs() < RETIRE_AFTER_MS) return { ok: false, why: 'too-early', rows: 0 }
  const { unreadable } = await walk(rotation)
  if (unreadable.length > 0) return { ok: false, why: 'unreadable', rows: unreadable.length }
  const rows = await rowsUnderOtherKeys(db, file.active)
  if (rows > 0) return { ok: false, why: 'rows-left', rows }
  await keys.write(withoutOldKeys(file))
  return { ok: true, keys: Object.keys(file.keys).length - 1 }
}
