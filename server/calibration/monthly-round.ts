import { roundUnderWay, roundUntil } from '#db/calibration-rounds.ts'
import { Day, dayOf, type Instant } from '#domain/ids.ts'
import type { House } from '../shell.ts'
import { buildRound, daysFrom } from './build-round.ts'

/** 每月第 1–3 日 */
const LAST_DAY = 3

/** The month before, once in its first three days, unless somebody has begun a round for it or one is still under way. */
export async function sweepCalibration(house: House, now: Instant): Promise<number> {
  const today = dayOf(now)
  if (Number(today.slice(8)) > LAST_DAY) return 0
  const to = daysFrom(Day.parse(`${today.slice(0, 7)}-01`), -1)
  const from = Day.parse(`${to.slice(0, 7)}-01`)
  if ((await roundUntil(house.db, to)) || (await roundUnderWay(house.db))) return 0
  return (await buildRound(house, { from, to }, 'system', now)) === null ? 0 : 1
}
