import { atShare, aWhile, HOUR, isPrompt, limitOf, MINUTE, whileAwake } from '../delays.ts'
import { chance, pick, type Random } from '../random.ts'
import { contactFailures, contactSummaries } from '../texts/replies.ts'
import { act, after, type Doing, type Life, type World } from '../world.ts'
import { assignmentOf, isBeforeReport } from './assignments.ts'
import { planReport } from './plan-report.ts'

type Which = { n: number; from: number }

export function planContact(world: World, life: Life, which: Which, at: number): void {
  const assignment = assignmentOf(life, which.n)
  if (assignment === undefined) return
  if (assignment.contactExempt) {
    planReport(world, life, which, at)
    return
  }
  const limit = limitOf(world.sim.city, life.order?.profile ?? null, 'C3')
  const { random } = life
  const wait = isPrompt(limit) ? aWhile(random, 3 * MINUTE, 8 * MINUTE) : aWhile(random, 10 * MINUTE, 2 * HOUR)
  const polite = isPrompt(limit) ? at + wait : whileAwake(at + wait)
  const due = limit === undefined ? polite : atShare(world.sim.city, assignment.unit, limit, which.from, 0.95)
  after(world, life, polite <= due ? polite : at + 3 * MINUTE, { kind: 'contact', ...which })
}

const methodOf = (random: Random): 'phone' | 'visit' | 'wechat' =>
  chance(random, 0.85) ? 'phone' : chance(random, 0.7) ? 'visit' : 'wechat'

const reached = (random: Random) =>
  ({ method: methodOf(random), result: 'connected', summary: pick(random, contactSummaries) }) as const
const notReached = (random: Random) =>
  ({ method: 'phone', result: 'no-answer', summary: pick(random, contactFailures) }) as const

/** 首次联系: some do not answer; after the city's number of attempts the unit goes on without. */
export const contact: Doing<'contact'> = async (world, life, at, { n, from }) => {
  const assignment = assignmentOf(life, n)
  const person = assignment === undefined ? null : world.people.ofUnit(assignment.unit)
  if (life.order === null || !isBeforeReport(assignment) || person === null) return
  const { random } = life
  const body = chance(random, world.rates.contactFails) ? notReached(random) : reached(random)
  const done = await act(world, life, person.login, 'recordContact', { params: { orderId: life.order.id, n }, body })
  if (done === null) return
  const again = at + aWhile(random, 5 * MINUTE, 40 * MINUTE)
  if (assignmentOf(life, n)?.state === 'signed') after(world, life, again, { kind: 'contact', n, from })
  else planReport(world, life, { n, from }, at)
}
