import { instantOf } from '#domain/ids.ts'
import { atShare, DAY, HOUR, inCallHours } from '../delays.ts'
import { between, chance, pick, type Random } from '../random.ts'
import type { Mood } from '../rates.ts'
import { isDissatisfied, moodOf } from '../staff-behaviour.ts'
import { opinions } from '../texts/replies.ts'
import { act, after, type Doing, type Life, type World } from '../world.ts'
import { numberOf } from './assignments.ts'

const opinionOf = (random: Random, mood: Mood): string | null =>
  pick(random, isDissatisfied(mood) ? opinions.bad : mood.solved === 'partly' ? opinions.partly : opinions.good) || null

function answersOf(random: Random, mood: Mood) {
  const bad = isDissatisfied(mood)
  const opinion = opinionOf(random, mood)
  return {
    contacted: bad ? chance(random, 0.95) : chance(random, 0.997),
    replyTrue: bad ? chance(random, 0.5) : true,
    solved: mood.solved,
    satisfaction: mood.satisfaction,
    attitude: Math.min(5, mood.satisfaction + (bad ? 1 : 0)),
    reason: bad ? opinion : null,
    opinion,
  }
}

/** What came of it in the citizen's own words; kept for the report of the simulator. */
function count(world: World, life: Life, mood: Mood): void {
  if (life.order?.state !== 'closed') return
  world.tally.closed += 1
  world.tally.satisfied.of += 1
  world.tally.satisfied.right += mood.satisfaction >= 3 ? 1 : 0
  if (life.story.request.requestType === 'consult') return
  world.tally.solved.of += 1
  world.tally.solved.right += mood.solved === 'yes' ? 1 : 0
}

/** A dissatisfied rating brings a person to the phone, who decides what follows. */
export const hear: Doing<'hear'> = (world, life, at, { mood }) => answered(world, life, at, mood)

/** 回访: the citizen rates by the link they were sent, or is called; nobody home means another try. */
export const callBack: Doing<'call-back'> = async (world, life, at) => {
  const { order, random } = life
  if (order === null) return
  const mood = moodOf(random, life.rounds)
  if (life.ticket !== null && chance(random, world.rates.ratedByCitizen)) return rate(world, life, at, mood)
  if (chance(random, world.rates.unreached)) return unreached(world, life, at)
  return answered(world, life, at, mood)
}

async function rate(world: World, life: Life, at: number, mood: Mood): Promise<void> {
  if (life.ticket === null || life.order === null) return
  const rated = await act(world, life, null, 'citizenRate', {
    body: { ...life.ticket, answers: answersOf(life.random, mood) },
  })
  if (rated === null) return
  if (isDissatisfied(mood)) {
    const again = inCallHours(life.random, at + between(life.random, 1, 5) * HOUR)
    after(world, life, again, { kind: 'hear', mood })
    return
  }
  world.tally.calledBack += 1
  life.order = { ...life.order, state: 'closed' }
  count(world, life, mood)
  planReopening(world, life, at)
}

const CHANNELS = ['phone', 'phone', 'sms', 'ivr'] as const

async function unreached(world: World, life: Life, at: number): Promise<void> {
  if (life.order === null) return
  const agent = world.people.onDuty('callback-agent', life.random, at).login
  const next = inCallHours(life.random, at + between(life.random, 2, 6) * HOUR)
  const body = {
    result: 'unreached' as const,
    channel: pick(life.random, CHANNELS),
    why: 'no-answer' as const,
    nextAt: instantOf(next),
  }
  const tried = await act(world, life, agent, 'recordCallback', { params: { orderId: life.order.id }, body })
  if (tried?.state === 'pending-callback') after(world, life, next, { kind: 'call-back' })
  if (tried?.state === 'closed') world.tally.closed += 1
}

async function answered(world: World, life: Life, at: number, mood: Mood): Promise<void> {
  if (life.order === null) return
  const { random } = life
  const agent = world.people.onDuty('callback-agent', random, at).login
  const redo =
    isDissatisfied(mood) &&
    life.rounds < world.sim.city.policy.reworkLimit &&
    chance(random, world.rates.reworkOfDissatisfied)
  const body = {
    result: 'answered' as const,
    channel: pick(random, CHANNELS),
    answers: answersOf(random, mood),
    outcome: redo ? ('rework' as const) : ('close' as const),
    note: isDissatisfied(mood) && !redo ? '承办单位已依规办理并解释，诉求超出现行政策。' : null,
  }
  const heard = await act(world, life, agent, 'recordCallback', { params: { orderId: life.order.id }, body })
  if (heard === null) return
  world.tally.calledBack += 1
  count(world, life, mood)
  if (heard.state === 'rework') return planRework(world, life, at)
  planReopening(world, life, at)
}

function planRework(world: World, life: Life, at: number): void {
  const lead = life.order?.assignments.findLast((a) => a.role === 'lead')
  if (lead === undefined) return
  life.rounds += 1
  world.tally.reworked += 1
  const limit = { amount: 3, unit: 'working-day' as const }
  after(
    world,
    life,
    atShare(world.sim.city, lead.unit, limit, at, between(life.random, 0.2, chance(life.random, 0.06) ? 1.4 : 0.9)),
    { kind: 'report', n: numberOf(lead), again: true },
  )
}

function planReopening(world: World, life: Life, at: number): void {
  if (chance(life.random, world.rates.reopened))
    after(world, life, at + between(life.random, 2, 25) * DAY, { kind: 'reopen' })
}

export const reopen: Doing<'reopen'> = async (world, life, at) => {
  if (life.order === null) return
  const checker = world.people.onDuty('quality-checker', life.random, at).login
  const body = { ground: 'recheck' as const, reason: '回头看抽查发现问题反弹，重新办理。' }
  const opened = await act(world, life, checker, 'reopenOrder', { params: { orderId: life.order.id }, body })
  if (opened === null) return
  world.tally.reopened += 1
  planRework(world, life, at)
}
