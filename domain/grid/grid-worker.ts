import type { ActiveHours } from '../city/grid-policy.ts'
import { dayNumberAt, dayTextOf, minuteOfDay } from '../deadline/civil-time.ts'
import { type Day, type Instant, msOf, type RegionCode, type StaffId, type UnitId } from '../ids.ts'
import type { GridPost } from './grid-part.ts'

/** 网格员: whose grid it is or who stands in for a grid or a whole community; `hours` null: the city's. */
export type GridWorker = {
  id: StaffId
  name: string
  unit: UnitId
  region: RegionCode
  post: GridPost
  hours: ActiveHours | null
  /** on leave, ill: gets nothing new */
  away: boolean
  /** the last day of it, in Shanghai; null: until somebody says otherwise */
  awayUntil: Day | null
}

/** The grid the place lies in, if its point is known; the workers of that community; how many new matters each had today. */
export type GridLoad = { grid: RegionCode | null; workers: readonly GridWorker[]; today: ReadonlyMap<StaffId, number> }

/** 12 digits: the community that a grid belongs to. */
export const COMMUNITY_DIGITS = 12

const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

/** From the minute it begins until before the minute it ends, over midnight where it must be. */
export function isWithin({ from, to }: ActiveHours, now: Instant): boolean {
  const [begins, ends, minute] = [minuteOf(from), minuteOf(to), minuteOfDay(msOf(now))]
  return begins <= ends ? begins <= minute && minute < ends : minute >= begins || minute < ends
}

/** 不在岗: with a last day until that day is over, without one until somebody says that the person is back. */
export const isAway = ({ away, awayUntil }: Pick<GridWorker, 'away' | 'awayUntil'>, now: Instant): boolean =>
  away && (awayUntil === null || dayTextOf(dayNumberAt(msOf(now))) <= awayUntil)

/** Who comes first for this place: the grid's own worker, its stand-ins, then the neighbours within the community. */
function rankOf(worker: GridWorker, region: RegionCode): number {
  const ofGrid = region.startsWith(worker.region) && worker.region.length > COMMUNITY_DIGITS
  if (ofGrid) return worker.post === 'main' ? 0 : 1
  return worker.post === 'backup' || worker.region.length <= COMMUNITY_DIGITS ? 2 : 3
}

/** Everybody who could be asked for this place, the best first; of equals who has had least today. */
export function workersFor(region: RegionCode, load: GridLoad): readonly GridWorker[] {
  const community = region.slice(0, COMMUNITY_DIGITS)
  if (community.length < COMMUNITY_DIGITS) return []
  const had = (worker: GridWorker) => load.today.get(worker.id) ?? 0
  return load.workers
    .filter((worker) => worker.region.startsWith(community))
    .toSorted((a, b) => rankOf(a, region) - rankOf(b, region) || had(a) - had(b) || (a.id < b.id ? -1 : 1))
}

/** 主责 only where it is their own grid. */
export const postFor = (worker: GridWorker, region: RegionCode): GridPost =>
  rankOf(worker, region) === 0 ? 'main' : 'backup'
