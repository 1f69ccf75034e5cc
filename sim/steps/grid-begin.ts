import type { Staff } from '#domain/city/city.ts'
import { aWhile, HOUR, MINUTE, whileAwake } from '../delays.ts'
import { between, chance, pick } from '../random.ts'
import { contactFailures, contactSummaries } from '../texts/replies.ts'
import { act, after, type Doing, type GridEnd, type Life, type World } from '../world.ts'
import { type Assigned, assignmentOf, isBeforeReport, numberOf } from './assignments.ts'

/** Whose phone the matter is on; null where it is no grid worker's. */
export const workerOf = ({ people }: World, assignment: Assigned | undefined): Staff | null =>
  assignment?.grid == null ? null : (people.gridWorker(assignment.grid.worker) ?? null)

function endOf({ rates }: World, { fate, random }: Life): GridEnd {
  if (fate === 'grid') return 'open'
  if (chance(random, rates.gridLetsLie)) return 'lies'
  if (chance(random, rates.gridRefuses)) return 'refused'
  return chance(random, rates.gridReportsUp) ? 'up' : 'result'
}

/** On the phone: mostly signed within minutes; the platform signs for who does not, and after 24 hours takes it back. */
export function planGrid(world: World, life: Life, assignment: Assigned, from: number): void {
  const { random } = life
  const n = numberOf(assignment)
  const next = endOf(world, life)
  if (next === 'lies') after(world, life, from + between(random, 27, 32) * HOUR, { kind: 'left-lying' })
  // Of what is open at the end a demo shows some that nobody has looked at yet.
  if (next === 'lies' || (next === 'open' && chance(random, 0.25))) return
  const late = chance(random, world.rates.notSigned)
  const signed = from + (late ? between(random, 65, 110) * MINUTE : aWhile(random, 2 * MINUTE, 12 * MINUTE))
  after(world, life, signed, { kind: 'grid-sign', n, from, next })
}

/** The worker, as long as the matter is theirs to work on. */
export function atWork(world: World, life: Life, n: number): Staff | null {
  const there = life.order?.state === 'in-handling' && isBeforeReport(assignmentOf(life, n))
  return there ? workerOf(world, assignmentOf(life, n)) : null
}

export const signByGrid: Doing<'grid-sign'> = async (world, life, at, { n, from, next }) => {
  const worker = atWork(world, life, n)
  if (worker === null || life.order === null) return
  const { random } = life
  const params = { orderId: life.order.id, n }
  // Whoever comes late looks first, for the platform may have signed.
  if (at - from > HOUR && (await act(world, life, worker.login, 'getOrder', { params })) === null) return
  if (assignmentOf(life, n)?.state === 'pending-sign')
    await act(world, life, worker.login, 'signAssignment', { params })
  if (next === 'refused')
    after(world, life, at + aWhile(random, MINUTE, 10 * MINUTE), { kind: 'report-up', n, refused: true })
  else if (assignmentOf(life, n)?.contactExempt === true) planEnd(world, life, at, { n, next })
  else after(world, life, at + aWhile(random, 3 * MINUTE, 20 * MINUTE), { kind: 'grid-contact', n, from, next })
}

/** The citizen is called from the way there; told again at the place. */
export const contactByGrid: Doing<'grid-contact'> = async (world, life, at, { n, from, next }) => {
  const worker = atWork(world, life, n)
  if (worker === null || life.order === null) return
  const { random } = life
  const params = { orderId: life.order.id, n }
  const body = chance(random, world.rates.contactFails)
    ? ({ method: 'phone', result: 'no-answer', summary: pick(random, contactFailures) } as const)
    : ({ method: 'phone', result: 'connected', summary: pick(random, contactSummaries) } as const)
  if ((await act(world, life, worker.login, 'recordContact', { params, body })) === null) return
  if (assignmentOf(life, n)?.state === 'signed')
    after(world, life, at + aWhile(random, 5 * MINUTE, 30 * MINUTE), { kind: 'grid-contact', n, from, next })
  else planEnd(world, life, at, { n, next })
}

/** Within hours, while people are awake. */
function planEnd(world: World, life: Life, at: number, { n, next }: { n: number; next: GridEnd }): void {
  const there = whileAwake(at + aWhile(life.random, 20 * MINUTE, 100 * MINUTE))
  if (next === 'result') after(world, life, there, { kind: 'grid-result', n })
  if (next === 'open') after(world, life, at + aWhile(life.random, 20 * MINUTE, 80 * MINUTE), { kind: 'come', n })
  if (next === 'up') after(world, life, there, { kind: 'report-up', n, refused: false })
}
