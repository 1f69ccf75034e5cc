import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { matterOf } from '#domain/dispatch/matter.ts'
import type { UnitId } from '#domain/ids.ts'
import type { SimReply } from '../api-client.ts'
import { aWhile, DAY, HOUR, MINUTE } from '../delays.ts'
import { between, chance, pick } from '../random.ts'
import { usualUnit, wrongUnit } from '../staff-behaviour.ts'
import { overrideReasons } from '../texts/replies.ts'
import { act, type Doing, type Life, type World } from '../world.ts'
import { amendCategory } from './amend.ts'
import { planAfterthoughts } from './citizen.ts'
import { beginHandling } from './signing.ts'

type Choice = { lead: UnitId; co: UnitId[]; overrideReason: string | null }

/** 派单: a dispatcher looks at the proposal, mostly takes it, sometimes knows better and sometimes only thinks so. */
export const dispatch: Doing<'dispatch'> = async (world, life, at) => {
  const { order, random, story } = life
  if (order === null) return
  const dispatcher = world.people.onDuty('dispatcher', random, at).login
  const wrong = story.trueCategory !== null && life.category !== story.trueCategory
  const notices = wrong && chance(random, world.rates.dispatcherNotices)
  if (notices && story.trueCategory !== null && chance(random, 0.6))
    await amendCategory(world, life, dispatcher, story.trueCategory)
  if (await merged(world, life, at, dispatcher)) return
  const params = { orderId: order.id }
  const proposal = await act(world, life, dispatcher, 'proposeDispatch', { params })
  const choice = proposal === null ? null : choiceOf(world, life, proposal, notices)
  if (choice === null) return
  const note = chance(random, 0.2) ? '请先电话联系诉求人，按时限反馈。' : null
  const sent = await act(world, life, dispatcher, 'dispatchOrder', { params, body: { ...choice, note } })
  if (sent === null) return
  world.tally.dispatched += 1
  beginHandling(world, life, at)
  if (life.story.channel !== 'grid-report') planAfterthoughts(world, life, at + aWhile(random, 30 * MINUTE, 2 * HOUR))
}

function choiceOf(world: World, life: Life, proposal: SimReply<'proposeDispatch'>, notices: boolean): Choice | null {
  const { city } = world.sim
  const { random, story } = life
  const { region } = story.request
  const proposed = proposal.lead ?? usualUnit(city, life.category, region)
  if (proposed === null) return null
  const better =
    notices && life.order !== null && story.trueCategory !== null
      ? chooseUnit({ ...matterOf(life.order), category: story.trueCategory }, city, new Set()).lead
      : null
  const worse = chance(random, world.rates.dispatcherWrongUnit) ? wrongUnit(city, proposed, random) : null
  const lead = life.suggested ?? worse ?? better ?? proposed
  const overrideReason = lead === proposal.lead ? null : pick(random, overrideReasons)
  return { lead, co: proposal.co.filter((unit) => unit !== lead).slice(0, 8), overrideReason }
}

/** Several callers on one thing in one place: the first is the master, later ones are merged into it. */
async function merged(world: World, life: Life, at: number, dispatcher: string): Promise<boolean> {
  const { order, random } = life
  if (order === null) return false
  const key = `${life.category} ${life.story.request.region.slice(0, 12)} ${life.story.request.address?.slice(0, 4)}`
  const master = world.recent.get(key)
  const fresh = master !== undefined && at - master.at < 3 * DAY
  if (!fresh) world.recent.set(key, { id: order.id, at })
  if (!fresh || master.id === order.id || !chance(random, world.rates.merged)) return false
  const body = { master: master.id, reason: '同一地点同一事项，多人反映，并案办理' } as const
  const done = await act(world, life, dispatcher, 'mergeOrder', { params: { orderId: order.id }, body: body as never })
  if (done !== null) world.tally.merged += 1
  else world.recent.set(key, { id: order.id, at: at + between(random, 0, 1) })
  return done !== null
}
