import { HOUR, whenOpen } from '../delays.ts'
import { chance, pick } from '../random.ts'
import { replyFor } from '../staff-behaviour.ts'
import { headWords, poorReplies, signers, unsolvedTexts } from '../texts/replies.ts'
import { act, after, type Doing, type Life, type World } from '../world.ts'
import { come } from './arrival.ts'
import { assignmentOf, isOpenAssignment, numberOf } from './assignments.ts'
import { resultByGrid } from './grid-end.ts'
import { planReplyReview } from './reply-review.ts'

const poor = (text: string) => ({ handling: text, publicReply: text, factTrue: 'yes', solved: 'solved' }) as const

function unsolved({ random }: Life) {
  const { did, told, reason } = pick(random, unsolvedTexts)
  const solved = pick(random, ['partly', 'planned', 'explained'] as const)
  return { handling: did, publicReply: told, factTrue: 'partly', solved, solvedReason: reason } as const
}

function resultOf(world: World, life: Life, again: boolean) {
  const { random } = life
  if (!again && chance(random, world.rates.poorReply)) return poor(pick(random, poorReplies))
  if (chance(random, world.rates.unsolvedReply)) return unsolved(life)
  const { did, told } = replyFor(life.category, random)
  const factTrue = chance(random, 0.9) ? 'yes' : 'partly'
  return { handling: did, publicReply: told, factTrue, solved: 'solved' } as const
}

/** 反馈; the lead consolidates and so waits until co-units and units below have reported. */
export const report: Doing<'report'> = async (world, life, at, { n, again }) => {
  const assignment = assignmentOf(life, n)
  const person = assignment === undefined ? null : world.people.ofUnit(assignment.unit)
  if (life.order === null || person === null || !['processing', 'sent-back'].includes(assignment?.state ?? '')) return
  if (assignment?.grid != null) return resultByGrid(world, life, at, { kind: 'grid-result', n })
  // 吹哨必到: whoever has not been at the place goes there first.
  if (life.story.channel === 'grid-report' && assignment?.arrivedAt === null)
    await come(world, life, at, { kind: 'come', n })
  const { city } = world.sim
  if (waitsForOthers(life, n)) {
    after(world, life, whenOpen(city, person.unit, at + 2 * HOUR), { kind: 'report', n, again })
    return
  }
  const { random } = life
  const signature = { signer: pick(random, signers), headInvolved: again ? pick(random, headWords) : null }
  const body = { ...resultOf(world, life, again), ...signature }
  const done = await act(world, life, person.login, 'reportResult', { params: { orderId: life.order.id, n }, body })
  if (done?.state === 'pending-reply-review') planReplyReview(world, life, at)
}

function waitsForOthers(life: Life, n: number): boolean {
  const own = assignmentOf(life, n)
  return (life.order?.assignments ?? []).some(
    (other) =>
      numberOf(other) !== n &&
      isOpenAssignment(other) &&
      (other.parent === own?.id || (own?.role === 'lead' && other.role === 'co')),
  )
}
