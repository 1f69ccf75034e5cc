import { randomBytes } from 'node:crypto'
import type { KeyFile } from './vault.ts'

const LAST_ID = 255
const fresh = (): string => randomBytes(32).toString('base64')
const newest = (file: KeyFile): number => Math.max(...Object.keys(file.keys).map(Number))

/** A key that is known but not yet sealed with: processes must be able to read it before anyone writes it. */
export const hasStagedKey = (file: KeyFile): boolean => newest(file) > file.active

export function withStagedKey(file: KeyFile): KeyFile {
  const id = newest(file) + 1
  if (id > LAST_ID) throw new Error('keys: all 255 key numbers are used up. 密钥编号已用完。')
  return { ...file, keys: { ...file.keys, [id]: fresh() } }
}

export const withStagedKeyActive = (file: KeyFile): KeyFile => ({ ...file, active: newest(file) })

export const withNewIndex = (file: KeyFile): KeyFile => ({ ...file, index: fresh(), oldIndex: file.index })

export const withoutOldKeys = ({ active, keys, index, seal }: KeyFile): KeyFile => {
  const key = keys[active]
  if (key === undefined) throw new Error(`keys.${active} is missing`)
  return { active, keys: { [active]: key }, index, seal }
}
