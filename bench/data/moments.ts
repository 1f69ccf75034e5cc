import { arrivalsOn } from '#sim/demand.ts'
import { randomOf } from '#sim/random.ts'

const DAY = 86_400_000
const DAYS = 730

/** When N requests of the last two years came in, oldest first: busy mornings, quiet nights, the season's weight. */
export function momentsOf(seed: number, orders: number, now: number): Float64Array {
  const random = randomOf(seed, 'moments')
  const today = Math.floor(now / DAY) * DAY
  const moments: number[] = []
  // Days come out a little above or below their mean, so a little too many are drawn and the oldest left out.
  for (let day = DAYS; day >= 0; day--)
    for (const at of arrivalsOn(random, today - day * DAY, (orders / DAYS) * 1.03 + 2)) if (at < now) moments.push(at)
  return Float64Array.from(moments.slice(-orders))
}
