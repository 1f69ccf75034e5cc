import { addressKey } from './address-key.ts'
import type { House, Shell } from './shell.ts'

/**
 * Questions that anybody may ask and that cost a millisecond: counted in this process alone, since a row in the database
 * for each letter somebody types would cost more than the answer. An address may be a whole office or a quarter.
 */
export const PER_MINUTE = 240

type Minute = { minute: number; counts: Map<string, number> }
const minutes = new WeakMap<House['vault'], Minute>()

/** False when this address has asked too much in this minute. What is remembered ends with the minute. */
export function unhurried(shell: Shell): boolean {
  const minute = Math.floor(Date.parse(shell.at) / 60_000)
  const known = minutes.get(shell.vault)
  const { counts } = known?.minute === minute ? known : { counts: new Map<string, number>() }
  const who = addressKey(shell.ip)
  const asked = (counts.get(who) ?? 0) + 1
  counts.set(who, asked)
  minutes.set(shell.vault, { minute, counts })
  return asked <= PER_MINUTE
}
