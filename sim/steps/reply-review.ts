import { atDesk, atShare, aWhile, DAY, HOUR, inCallHours, MINUTE } from '../delays.ts'
import { between, pick } from '../random.ts'
import { poorReplies, replyDefects } from '../texts/replies.ts'
import { act, after, type Doing, type Life, type World } from '../world.ts'
import { numberOf } from './assignments.ts'

export const planReplyReview = (world: World, life: Life, at: number): void =>
  after(world, life, atDesk(world, 'back', at, aWhile(life.random, 10 * MINUTE, 50 * MINUTE)), { kind: 'review-reply' })

/** 办结审核: a reply that says nothing goes back to the unit; a sound one goes to the citizen. */
export const reviewReply: Doing<'review-reply'> = async (world, life, at) => {
  const { order, random } = life
  if (order === null) return
  const reviewer = world.people.onDuty('reviewer', random, at).login
  const params = { orderId: order.id }
  const lead = order.assignments.findLast((a) => a.role === 'lead')
  if (lead?.report !== null && lead !== undefined && poorReplies.includes(lead.report?.publicReply ?? '')) {
    const body = { verdict: 'reject' as const, defects: pick(random, replyDefects) }
    if ((await act(world, life, reviewer, 'reviewReply', { params, body })) === null) return
    const limit = world.sim.city.policy.redoLimit
    const redone = atShare(world.sim.city, lead.unit, limit, at, between(random, 0.1, 0.5))
    after(world, life, redone, { kind: 'report', n: numberOf(lead), again: true })
    return
  }
  if ((await act(world, life, reviewer, 'reviewReply', { params, body: { verdict: 'approve' } })) === null) return
  const first = atDesk(world, 'back', at, aWhile(random, HOUR, 7 * HOUR))
  after(world, life, Math.min(inCallHours(random, first), at + 2 * DAY), { kind: 'call-back' })
}
