import type { CategoryCode } from '#domain/ids.ts'
import { atDesk, aWhile, MINUTE } from '../delays.ts'
import { chance, pick } from '../random.ts'
import type { SimRequest } from '../sim-request.ts'
import { wrongCategory } from '../staff-behaviour.ts'
import { answers, solvedOnCall, transferTargets } from '../texts/replies.ts'
import { act, after, type Doing, type Life, type World } from '../world.ts'
import { arriveByHand } from './by-hand.ts'
import { onwards } from './onwards.ts'
import { whistle } from './whistle.ts'

const BY_HAND: readonly SimRequest['channel'][] = ['web', 'wechat', 'mini-program', 'app']
const ANSWERED_TYPES = ['consult', 'praise', 'suggestion']
const NEEDS_CATEGORY: CategoryCode = 'L0603' as CategoryCode

/** The call comes in, or the message: the citizen's own hand needs no seat. */
export const arrive: Doing<'arrive'> = async (world, life, at) => {
  if (life.story.channel === 'grid-report') return whistle(world, life, at)
  if (BY_HAND.includes(life.story.channel) && world.naming === 'agent') return arriveByHand(world, life, at)
  const agent = world.people.onDuty('agent', life.random, at).login
  life.category = await named(world, life, agent)
  const outcome = outcomeOf(world, life)
  const { channel, appellant } = life.story
  const request = { ...life.story.request, category: life.category }
  const order = await act(world, life, agent, 'acceptOrder', { body: { channel, request, appellant, outcome } })
  if (order === null) return
  life.ticket = order.queryCode === null ? null : { no: order.no, code: order.queryCode }
  if (outcome.kind === 'draft')
    return after(world, life, atDesk(world, 'front', at, aWhile(life.random, 5 * MINUTE, 40 * MINUTE)), {
      kind: 'finish-draft',
    })
  world.tally.accept(life.category)
  if (outcome.kind === 'answer') world.tally.answeredDirectly += 1
  else onwards(world, life, at)
}

/** What the seat agent writes down as the scene: known with mistakes, or the first the product proposes. */
async function named(world: World, life: Life, agent: string): Promise<CategoryCode | null> {
  const { trueCategory, request } = life.story
  if (world.naming === 'agent' && trueCategory !== null)
    return chance(life.random, world.rates.agentWrongCategory)
      ? wrongCategory(world.sim.city, trueCategory, life.random)
      : trueCategory
  const body = { title: request.title ?? '', content: request.content }
  const proposed = await act(world, life, agent, 'classifyText', { body })
  const first = proposed?.suggestions[0]?.category as CategoryCode | undefined
  return first ?? trueCategory ?? fallbackCategory(world)
}

/** Where nothing fits, the matter is filed as feedback on policy, or as the city's last scene. */
function fallbackCategory({ sim }: World): CategoryCode {
  const scenes = [...sim.city.categories.values()].filter((c) => c.level === 3)
  return sim.city.categories.has(NEEDS_CATEGORY) ? NEEDS_CATEGORY : (scenes.at(-1)?.code ?? NEEDS_CATEGORY)
}

type Outcome =
  | { kind: 'draft' }
  | { kind: 'submit'; review: 'auto' | 'yes' }
  | { kind: 'answer'; answer: string; solvedOnCall: boolean }
  | { kind: 'decline'; reason: string }
  | { kind: 'transfer'; target: string }

function atOnce(world: World, life: Life): Outcome | null {
  const { random } = life
  const { city } = world.sim
  if (chance(random, world.rates.declined) && city.notAcceptedReasons.length > 0)
    return { kind: 'decline', reason: pick(random, city.notAcceptedReasons).code }
  return chance(random, world.rates.transferred) ? { kind: 'transfer', target: pick(random, transferTargets) } : null
}

function answered(world: World, { story, random }: Life): Outcome | null {
  if (ANSWERED_TYPES.includes(story.request.requestType))
    return chance(random, world.rates.consultAnswered)
      ? { kind: 'answer', answer: pick(random, answers), solvedOnCall: false }
      : null
  const simple = story.request.urgency !== 'urgent' && story.channel === 'phone'
  return simple && chance(random, world.rates.solvedOnCall)
    ? { kind: 'answer', answer: pick(random, solvedOnCall), solvedOnCall: true }
    : null
}

function outcomeOf(world: World, life: Life): Outcome {
  const early = life.fate ?? (chance(life.random, world.rates.draft) ? 'draft' : null)
  if (early === 'draft') return { kind: 'draft' }
  if (early === 'submit' || early === 'grid') return { kind: 'submit', review: 'auto' }
  const asked = early === 'review' || chance(life.random, world.rates.reviewAsked)
  const submit: Outcome = { kind: 'submit', review: asked ? 'yes' : 'auto' }
  return early === 'review' ? submit : (atOnce(world, life) ?? answered(world, life) ?? submit)
}

export const finishDraft: Doing<'finish-draft'> = async (world, life, at) => {
  if (life.order === null) return
  const agent = world.people.onDuty('agent', life.random, at).login
  const params = { orderId: life.order.id }
  world.tally.accept(life.category)
  const answer = answered(world, life)
  if (answer?.kind === 'answer') {
    const done = await act(world, life, agent, 'answerOrder', { params, body: answer })
    world.tally.answeredDirectly += done === null ? 0 : 1
    return
  }
  if ((await act(world, life, agent, 'submitOrder', { params, body: {} })) !== null) onwards(world, life, at)
}
