import { atShare, aWhile, DAY, HOUR, limitOf, MINUTE, whenOpen } from '../delays.ts'
import { between, chance, type Random } from '../random.ts'
import { after, type Life, type World } from '../world.ts'
import { assignmentOf } from './assignments.ts'

/** The lead has the last word, and a limit of hours leaves less room for the review that follows. */
function shareOf(random: Random, lead: boolean, late: boolean, longEnough: boolean): number {
  if (!lead) return between(random, 0.1, 0.4)
  if (late) return between(random, 1.05, 2)
  return between(random, 0.2, longEnough ? 0.88 : 0.7)
}

/** When the work will be done: mostly well within the limit, some late, a few not at all for weeks. */
export function planReport(world: World, life: Life, { n, from }: { n: number; from: number }, at: number): void {
  const assignment = assignmentOf(life, n)
  if (assignment === undefined) return
  const { random } = life
  const { unit, role } = assignment
  const { city } = world.sim
  const limit = limitOf(city, life.order?.profile ?? null, 'C5') ?? { amount: 3, unit: 'working-day' as const }
  const longEnough = limit.unit === 'working-day' && limit.amount >= 3
  const isTown = city.units.get(unit)?.type === 'town'
  if (isTown && longEnough && chance(random, world.rates.handedDown))
    after(world, life, at + aWhile(random, 10 * MINUTE, HOUR), { kind: 'hand-down', n })
  const stuck = role === 'lead' && chance(random, world.rates.stuck)
  const late = role === 'lead' && chance(random, world.rates.lateReply)
  const meant = Math.max(
    at + 20 * MINUTE,
    atShare(city, unit, limit, from, shareOf(random, role === 'lead', late, longEnough)),
  )
  const open = whenOpen(city, unit, meant)
  // Nobody goes home before a limit of hours ends; otherwise the reply is written when the office is open.
  const inTime = late || open <= atShare(city, unit, limit, from, 1) ? open : meant
  after(world, life, stuck ? at + between(random, 25, 60) * DAY : inTime, { kind: 'report', n, again: false })
}
