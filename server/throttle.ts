import { clearAttempts, countAttempts, type Door, recordAttempts, takeBackAttempts } from '#db/attempts.ts'
import type { Shell } from './shell.ts'

/** Within a quarter of an hour. An address is that of an office or a proxy, so it has room for many people. */
const LIMITS = { account: 10, address: 50, 'second-factor': 10, ticket: 30, submission: 20 } as const satisfies Record<
  Door['what'],
  number
>

/** Doors whose `who` is an address: one success of its own must not wipe out the failures counted there. */
const ADDRESSES: readonly Door['what'][] = ['address', 'ticket', 'submission']

type Tried<T> = T | 'too-many-requests'

/**
 * Makes an attempt unless too many have failed. Success clears what was counted on the account, but only its own
 * attempt from the count of the address: one known password must not open the way to guess all others.
 */
export async function throttled<T>(
  shell: Pick<Shell, 'db' | 'at'>,
  doors: readonly Door[],
  attempt: () => Promise<T | null>,
): Promise<Tried<T> | null> {
  const { db, at } = shell
  const own = await recordAttempts(db, doors, at)
  const counted = await countAttempts(db, doors, at)
  const takeBack = (of: typeof own) =>
    takeBackAttempts(
      db,
      of.map((row) => row.id),
    )
  if (doors.some(({ what }) => (counted.find((row) => row.what === what)?.n ?? 0) > LIMITS[what])) {
    // What was refused unseen does not count: the wait ends 15 minutes after the last real attempt.
    await takeBack(own)
    return 'too-many-requests'
  }
  const result = await attempt()
  if (result === null) return null
  await takeBack(own)
  for (const door of doors) if (!ADDRESSES.includes(door.what)) await clearAttempts(db, door)
  return result
}

/** For what has no right or wrong, like a submission: counts every one and says whether there is still room. */
export async function admitted(shell: Pick<Shell, 'db' | 'at'>, door: Door): Promise<boolean> {
  await recordAttempts(shell.db, [door], shell.at)
  const [counted] = await countAttempts(shell.db, [door], shell.at)
  return (counted?.n ?? 0) <= LIMITS[door.what]
}
