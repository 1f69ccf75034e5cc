import { instantOf } from '#domain/ids.ts'
import { atDesk, aWhile, HOUR, MINUTE } from '../delays.ts'
import { between, chance, pick } from '../random.ts'
import { drawnPhoto, type Look } from '../texts/drawn-photo.ts'
import { gridRefusals, gridResults, gridUps } from '../texts/grid.ts'
import { act, after, type Doing, type Life, type World } from '../world.ts'
import { assignmentOf } from './assignments.ts'
import { atWork, workerOf } from './grid-begin.ts'
import { planReplyReview } from './reply-review.ts'

type Point = { lng?: number | null | undefined; lat?: number | null | undefined }

/** Taken some metres from the place and uploaded by whoever took it; null where the upload was refused. */
export async function photoAt(world: World, life: Life, who: string, at: number, look: Look, point: Point) {
  const content = await drawnPhoto(look)
  const kept = await act(world, life, who, 'uploadFile', { query: { name: 'photo.jpg' }, content })
  if (kept === null) return null
  const near = (degrees: number) => degrees + between(life.random, -0.0004, 0.0004)
  const { lng, lat } = point
  const placed = lng == null || lat == null ? { lng: null, lat: null } : { lng: near(lng), lat: near(lat) }
  return { file: kept.file, taken: { at: instantOf(at), ...placed, accuracy: Math.round(between(life.random, 5, 25)) } }
}

/** 网格办结: signed, there, photographed and told in one step; also again, after the citizen was not content. */
export const resultByGrid: Doing<'grid-result'> = async (world, life, at, { n }) => {
  const worker = workerOf(world, assignmentOf(life, n))
  if (worker === null || life.order === null) return
  const params = { orderId: life.order.id }
  const own = assignmentOf(life, n)
  if (own === undefined || !['in-handling', 'rework'].includes(life.order.state)) return
  if (!['pending-sign', 'signed', 'processing', 'sent-back'].includes(own.state)) return
  const { random } = life
  const photo = await photoAt(world, life, worker.login, at, 'cleared', life.story.request)
  if (photo === null) return
  const result = chance(random, world.rates.unsolvedReply)
    ? pick(random, ['partly', 'explained'] as const)
    : ('solved' as const)
  const told = own.contactExempt ? null : chance(random, 0.6) ? ('visit' as const) : ('phone' as const)
  const body = { result, told, note: pick(random, gridResults[result]), photos: [photo] }
  const done = await act(world, life, worker.login, 'gridResult', { params: { ...params, n }, body })
  if (done === null) return
  world.tally.byGrid += 1
  await act(world, life, worker.login, 'getOrder', { params })
  if (done.state === 'pending-reply-review') planReplyReview(world, life, at)
}

/** 上报, mostly with a photo, or a refusal with its reason: the desk dispatches again. */
export const reportUp: Doing<'report-up'> = async (world, life, at, { n, refused }) => {
  const worker = atWork(world, life, n)
  if (worker === null || life.order === null) return
  const { random } = life
  const ground = pick(random, refused ? gridRefusals : gridUps)
  const seen = refused || chance(random, 0.3)
  const photo = seen ? null : await photoAt(world, life, worker.login, at, 'littered', life.story.request)
  const params = { orderId: life.order.id, n }
  const body = { ...ground, photos: photo === null ? [] : [photo] }
  if ((await act(world, life, worker.login, 'reportUp', { params, body })) === null) return
  world.tally.reportedUp += 1
  const wait = aWhile(random, 2 * MINUTE, 15 * MINUTE)
  after(world, life, atDesk(world, 'front', at, wait), { kind: 'dispatch' })
}

/** After 24 hours the platform has taken it back; the desk finds it there. */
export const leftLying: Doing<'left-lying'> = async (world, life, at) => {
  if (life.order === null) return
  const dispatcher = world.people.onDuty('dispatcher', life.random, at).login
  const seen = await act(world, life, dispatcher, 'getOrder', { params: { orderId: life.order.id } })
  if (seen === null || life.order.state !== 'pending-dispatch') return
  world.tally.reportedUp += 1
  after(world, life, at + aWhile(life.random, 2 * MINUTE, HOUR / 2), { kind: 'dispatch' })
}
