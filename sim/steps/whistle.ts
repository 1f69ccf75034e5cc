import type { CategoryCode } from '#domain/ids.ts'
import { act, type Life, type World } from '../world.ts'
import { photoAt } from './grid-end.ts'
import { onwards } from './onwards.ts'

/** 吹哨: a grid worker reports what they met on their round; the department that gets it must come to the place. */
export async function whistle(world: World, life: Life, at: number): Promise<void> {
  const { request, whistledBy } = life.story
  const worker = whistledBy === undefined ? undefined : world.people.gridWorker(whistledBy)
  if (worker === undefined) return
  const photo = await photoAt(world, life, worker.login, at, 'broken', request)
  if (photo === null) return
  const place = { at: photo.taken.at, lng: request.lng ?? null, lat: request.lat ?? null, accuracy: 8 }
  const { content, address, category } = request
  const body = { content, address, category, place, photos: [photo] }
  const blown = await act(world, life, worker.login, 'whistle', { body })
  if (blown === null) return
  world.tally.whistled += 1
  life.category = (category ?? null) as CategoryCode | null
  world.tally.accept(life.category)
  const dispatcher = world.people.onDuty('dispatcher', life.random, at).login
  await act(world, life, dispatcher, 'getOrder', { params: { orderId: blown.orderId } })
  onwards(world, life, at)
}
