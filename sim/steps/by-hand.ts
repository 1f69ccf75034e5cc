import type { SimRequest } from '../sim-request.ts'
import { act, type Life, type World } from '../world.ts'
import { onwards } from './onwards.ts'

type ByHand = 'web' | 'wechat' | 'mini-program' | 'app'

/** The citizen writes it themself, without a category; the hotline then finds it by its number. */
export async function arriveByHand(world: World, life: Life, at: number): Promise<void> {
  const { request, appellant, channel } = life.story
  const { category: _unknown, urgency: _unsaid, ...said }: SimRequest['request'] = request
  const body = { channel: channel as ByHand, request: said, appellant }
  const ticket = await act(world, life, null, 'citizenSubmit', { body })
  if (ticket === null) return
  life.ticket = { no: ticket.no, code: ticket.code }
  const reviewer = world.people.onDuty('reviewer', life.random, at).login
  const found = await act(world, life, reviewer, 'listOrders', { query: { no: ticket.no } })
  const row = found?.orders[0]
  if (row === undefined) return
  await act(world, life, reviewer, 'getOrder', { params: { orderId: row.id } })
  life.category = row.category
  world.tally.accept(row.category)
  onwards(world, life, at)
}
