import type { MergingPolicy } from '../city/merging-policy.ts'
import { type CategoryCode, type Instant, msOf, type RegionCode } from '../ids.ts'
import { isOpen, type OrderState } from '../order/states.ts'
import { type Ground, metresTo, type Probe } from './same-grounds.ts'

/**
 * What two requests of one matter come to (domain.md §5.6): nothing new but a supplement or an urge on the same order; a
 * repeat of one that has ended; or one master for many callers.
 */
export type MergeCase = 'same-order' | 'repeat' | 'merge'

/** One test of the table with the value it was made on; metres, days and hours as whole numbers. */
export type MergeTest =
  | { test: 'caller'; same: boolean }
  | { test: 'scene'; category: CategoryCode }
  | { test: 'metres'; metres: number; most: number }
  | { test: 'community'; region: RegionCode }
  | { test: 'place-name'; name: string }
  | { test: 'days'; days: number; most: number; since: 'received' | 'ended' }
  | { test: 'hours'; hours: number; most: number }
  | { test: 'state'; open: boolean }

export type Proposal = { kind: MergeCase; tests: readonly MergeTest[] }

export type Other = {
  sameCaller: boolean
  region: RegionCode
  lng: number | null
  lat: number | null
  category: CategoryCode | null
  state: OrderState
  confidential: boolean
  receivedAt: Instant
  endedAt: Instant | null
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const SCENE_LENGTH = 5
const COMMUNITY_DIGITS = 12

/** The same object: near each other; or, where one has no point, one community or one name that both give the place. */
function placeTest(probe: Probe, other: Other, grounds: readonly Ground[], most: number): MergeTest | null {
  const metres = metresTo(probe, other)
  if (metres !== null && metres <= most) return { test: 'metres', metres: Math.round(metres), most }
  const named = grounds.find((ground) => ground.kind === 'same-place')
  if (named !== undefined) return { test: 'place-name', name: named.name }
  if (metres !== null || probe.region === null || probe.region.length < COMMUNITY_DIGITS) return null
  const community = probe.region.slice(0, COMMUNITY_DIGITS)
  return other.region.startsWith(community) ? { test: 'community', region: community as RegionCode } : null
}

function ofOneCaller(other: Other, at: Instant, most: number): { kind: MergeCase; age: MergeTest } | null {
  const days = (from: Instant) => Math.max(0, Math.floor((msOf(at) - msOf(from)) / DAY))
  if (isOpen(other.state) || other.state === 'merged') {
    const age = days(other.receivedAt)
    return age > most ? null : { kind: 'same-order', age: { test: 'days', days: age, most, since: 'received' } }
  }
  const ended = other.endedAt
  if (ended === null || (other.state !== 'closed' && other.state !== 'answered')) return null
  return days(ended) > most ? null : { kind: 'repeat', age: { test: 'days', days: days(ended), most, since: 'ended' } }
}

/** What the table says of a request received at `at` and another order; null: it proposes nothing. */
export function mergeCase(
  probe: Probe,
  other: Other,
  grounds: readonly Ground[],
  policy: MergingPolicy,
  at: Instant,
): Proposal | null {
  const { category } = probe
  if (category === null || category.length !== SCENE_LENGTH || other.category !== category) return null
  const place = placeTest(probe, other, grounds, policy.metres)
  if (place === null) return null
  const caller: MergeTest = { test: 'caller', same: other.sameCaller }
  const both: MergeTest[] = [caller, { test: 'scene', category }, place]
  const state: MergeTest = { test: 'state', open: isOpen(other.state) || other.state === 'merged' }
  if (other.sameCaller) {
    const own = ofOneCaller(other, at, policy.sameCallerDays)
    return own === null ? null : { kind: own.kind, tests: [...both, own.age, state] }
  }
  const hours = Math.floor(Math.abs(msOf(at) - msOf(other.receivedAt)) / HOUR)
  const mergeable = isOpen(other.state) && other.state !== 'draft' && !other.confidential
  if (!mergeable || hours >= policy.hours) return null
  return { kind: 'merge', tests: [...both, { test: 'hours', hours, most: policy.hours }, state] }
}
