import { atShare, aWhile, HOUR, isPrompt, limitOf, MINUTE, whileAwake } from '../delays.ts'
import { between, chance } from '../random.ts'
import { act, after, type Doing, type Life, type World } from '../world.ts'
import { planArrival } from './arrival.ts'
import { type Assigned, assignmentOf, isBeforeReport, numberOf } from './assignments.ts'
import { planContact } from './contact.ts'
import { givesBack } from './right-unit.ts'

/** Every unit named begins on its own; the lead waits for the others before it reports. */
export function beginHandling(world: World, life: Life, at: number): void {
  for (const assignment of life.order?.assignments ?? [])
    if (assignment.state === 'pending-sign' && assignment.grid === null) planSigning(world, life, assignment, at)
}

function planSigning(world: World, life: Life, assignment: Assigned, from: number): void {
  const { random } = life
  const { city } = world.sim
  const limit = limitOf(city, life.order?.profile ?? null, 'C2') ?? { amount: 4, unit: 'working-hour' as const }
  // Whoever does not sign is signed for by the platform; the work then begins later.
  const late = chance(random, world.rates.notSigned)
  const share = late ? between(random, 1.05, 1.6) : between(random, 0.08, 0.85)
  const contactBy = limitOf(city, life.order?.profile ?? null, 'C3')
  const signed = atShare(city, assignment.unit, limit, from, share)
  // A weekend's duty officer signs in time to call the citizen, though working hours stand still.
  const duty =
    contactBy === undefined ? signed : atShare(city, assignment.unit, contactBy, from, between(random, 0.1, 0.5))
  const soon = Math.min(signed, duty)
  const at = late ? signed : isPrompt(contactBy) ? soon : whileAwake(soon)
  after(world, life, at, {
    kind: 'sign',
    n: numberOf(assignment),
    from,
    late: at >= atShare(city, assignment.unit, limit, from, 1),
  })
}

/** 签收; whoever comes late looks first, for the platform may have signed. */
export const sign: Doing<'sign'> = async (world, life, at, { n, from, late }) => {
  const assignment = assignmentOf(life, n)
  const person = assignment === undefined ? null : world.people.ofUnit(assignment.unit)
  if (life.order === null || life.order.state !== 'in-handling' || !isBeforeReport(assignment) || person === null)
    return
  const params = { orderId: life.order.id, n }
  if (late && (await act(world, life, person.login, 'getOrder', { params })) === null) return
  if (assignmentOf(life, n)?.state === 'pending-sign')
    await act(world, life, person.login, 'signAssignment', { params })
  const own = assignmentOf(life, n)
  if (own?.role === 'lead' && givesBack(world, life, own.unit)) {
    after(world, life, at + aWhile(life.random, 10 * MINUTE, HOUR), { kind: 'give-back', n })
    return
  }
  planArrival(world, life, { n, from }, at)
  planContact(world, life, { n, from }, at)
}
