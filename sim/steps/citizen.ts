import { DAY, HOUR, whileAwake } from '../delays.ts'
import { between, chance, pick } from '../random.ts'
import { fill } from '../texts/fill.ts'
import { supplements, urges, withdrawals } from '../texts/replies.ts'
import { act, after, type Doing, type Life, type World } from '../world.ts'

/** What citizens do while they wait: ask again, add something, or take it back. */
export function planAfterthoughts(world: World, life: Life, from: number): void {
  const { random } = life
  const { rates } = world
  const within = (hours: number): number => whileAwake(from + between(random, 1, hours) * HOUR)
  if (chance(random, rates.urged)) after(world, life, within(60), { kind: 'urge' })
  if (chance(random, rates.supplemented)) after(world, life, within(24), { kind: 'supplement' })
  if (chance(random, rates.withdrawn))
    after(world, life, whileAwake(from + between(random, 0.1, 2) * DAY), { kind: 'withdraw' })
}

const waits = (life: Life): boolean =>
  life.order !== null && !['closed', 'withdrawn', 'merged', 'archived'].includes(life.order.state)

export const urge: Doing<'urge'> = async (world, life, at) => {
  if (!waits(life) || life.order === null) return
  const text = pick(life.random, urges)
  if (life.ticket !== null && chance(life.random, 0.4)) {
    await act(world, life, null, 'citizenUrge', { body: { ...life.ticket, text } })
    return
  }
  const agent = world.people.onDuty('agent', life.random, at).login
  await act(world, life, agent, 'urgeOrder', { params: { orderId: life.order.id }, body: { text } })
}

export const supplement: Doing<'supplement'> = async (world, life, at) => {
  if (!waits(life) || life.order === null) return
  const { city, places } = world.sim
  const setting = {
    city,
    places,
    random: life.random,
    at,
    anchor: null,
    region: life.story.request.region as never,
    filled: new Map(),
  }
  const agent = world.people.onDuty('agent', life.random, at).login
  const body = { text: fill(pick(life.random, supplements), setting) }
  await act(world, life, agent, 'supplementOrder', { params: { orderId: life.order.id }, body })
}

export const withdraw: Doing<'withdraw'> = async (world, life, at) => {
  if (!waits(life) || life.order === null) return
  const agent = world.people.onDuty('agent', life.random, at).login
  const body = {
    askedBy: 'appellant' as const,
    reason: pick(life.random, withdrawals),
    checked: '回拨诉求人本人确认，通话已录音',
  }
  const done = await act(world, life, agent, 'withdrawOrder', { params: { orderId: life.order.id }, body })
  world.tally.withdrawn += done === null ? 0 : 1
}
