const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const STEP_DIGITS = 5
/** 32 short steps (9.3 hours) are one long step (12.4 days). */
const LONG = 32
const SHORT_PLACES = 0x200000
const LONG_MARK = 0x20 << 16

/** The short step in which an order was received, of its key (a ULID): steps count 9.3 hours from 1970. */
export const stepOf = (orderId: string): number =>
  Array.from(orderId.slice(0, STEP_DIGITS)).reduce((n, digit) => n * LONG + Math.max(0, DIGITS.indexOf(digit)), 0)

/** The smallest key of a short step. */
export function keyOfStep(step: number): string {
  let [key, rest] = ['', Math.max(0, step)]
  for (let i = 0; i < STEP_DIGITS; i++) {
    key = (DIGITS[rest % LONG] ?? '0') + key
    rest = Math.floor(rest / LONG)
  }
  return key
}

/** Keys of all short steps from `first` to `last`, long ones where they fit: one of them is on every text of that time. */
export function timeKeys(first: number, last: number): number[] {
  const keys: number[] = []
  for (let step = Math.max(0, first); step <= last; ) {
    const isLong = step % LONG === 0 && step + LONG - 1 <= last
    keys.push(isLong ? LONG_MARK + ((step / LONG) % 0x10000) : step % SHORT_PLACES)
    step += isLong ? LONG : 1
  }
  return keys
}
