import { atShare, limitOf, MINUTE } from '../delays.ts'
import { between, chance } from '../random.ts'
import { act, after, type Doing, type Life, type World } from '../world.ts'
import { assignmentOf } from './assignments.ts'
import { workerOf } from './grid-begin.ts'

/** Where the profile wants somebody on site, they go, mostly in time. */
export function planArrival(world: World, life: Life, which: { n: number; from: number }, at: number): void {
  const assignment = assignmentOf(life, which.n)
  const { city } = world.sim
  const whistled = life.story.channel === 'grid-report' ? city.policy.grid.arrival : undefined
  const limit = limitOf(city, life.order?.profile ?? null, 'C4') ?? whistled
  if (assignment === undefined || limit === undefined) return
  const { random } = life
  const share = chance(random, world.rates.lateArrival) ? between(random, 1.05, 1.8) : between(random, 0.2, 0.85)
  const there = atShare(city, assignment.unit, limit, which.from, share)
  after(world, life, Math.max(there, at + 5 * MINUTE), { kind: 'come', n: which.n })
}

/** 到场: the grid worker, or a crew of the unit, stands at the place, or the liaison where it has none. */
export const come: Doing<'come'> = async (world, life, _at, { n }) => {
  const assignment = assignmentOf(life, n)
  const onSite = assignment === undefined ? null : world.people.onSite(assignment.unit, life.random)
  const person = workerOf(world, assignment) ?? onSite
  const busy = assignment?.state === 'signed' || assignment?.state === 'processing'
  if (life.order === null || person === null || !busy) return
  const { lng, lat } = life.story.request
  const body = { lng: lng ?? null, lat: lat ?? null }
  await act(world, life, person.login, 'recordArrival', { params: { orderId: life.order.id, n }, body })
}
