import { atShare, limitOf } from '../delays.ts'
import { between, chance } from '../random.ts'
import { act, after, type Doing, type Life, type World } from '../world.ts'
import { type Assigned, assignmentOf, isBeforeReport, numberOf } from './assignments.ts'
import { planContact } from './contact.ts'

/** Every unit named begins on its own; the lead waits for the others before it reports. */
export function beginHandling(world: World, life: Life, at: number): void {
  for (const assignment of life.order?.assignments ?? [])
    if (assignment.state === 'pending-sign') planSigning(world, life, assignment, at)
}

function planSigning(world: World, life: Life, assignment: Assigned, from: number): void {
  const { random } = life
  const { city } = world.sim
  const limit = limitOf(city, life.order?.profile ?? null, 'C2') ?? { amount: 4, unit: 'working-hour' as const }
  // Whoever does not sign is signed for by the platform; the work then begins later.
  const share = chance(random, world.rates.notSigned) ? between(random, 1.05, 1.6) : between(random, 0.08, 0.85)
  const at = atShare(city, assignment.unit, limit, from, share)
  after(world, life, at, { kind: 'sign', n: numberOf(assignment), from })
}

/** 签收, unless the platform has done so in the meantime: the liaison looks first. */
export const sign: Doing<'sign'> = async (world, life, at, { n, from }) => {
  const assignment = assignmentOf(life, n)
  const person = assignment === undefined ? null : world.people.ofUnit(assignment.unit)
  if (life.order === null || !isBeforeReport(assignment) || person === null) return
  const params = { orderId: life.order.id, n }
  const seen = await act(world, life, person.login, 'getOrder', { params })
  if (seen === null || seen.state !== 'in-handling') return
  if (assignmentOf(life, n)?.state === 'pending-sign')
    await act(world, life, person.login, 'signAssignment', { params })
  planContact(world, life, { n, from }, at)
}
