import { NOTHING_SUGGESTED } from '#domain/accept/category-suggestion.ts'
import { answerOrder, declineOrder, transferOrder } from '#domain/accept/settle-at-intake.ts'
import { submitOrder } from '#domain/accept/submit-order.ts'
import { recordCallback } from '#domain/callback/record-callback.ts'
import { withdrawOrder } from '#domain/callback/withdraw-order.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { dispatchOrder } from '#domain/dispatch/dispatch-order.ts'
import { matterOf } from '#domain/dispatch/matter.ts'
import { recordContact } from '#domain/handling/record-contact.ts'
import { reportResult } from '#domain/handling/report-result.ts'
import { reviewReply } from '#domain/handling/review-reply.ts'
import { signAssignment } from '#domain/handling/sign-assignment.ts'
import type { AssignmentId, UnitId } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { between, chance, pick, type Random } from '#sim/random.ts'
import type { Plot, Step, World } from './life.ts'
import { answers, contactSummary, handling, publicReply, reasons, satisfaction } from './words.ts'

/** 直接答复 and its two rarer neighbours: over within the call. */
export const directly: Plot = function* (_order, { city, staffing }, random) {
  const by = staffing.hotline('agent', random)
  const fate = random()
  yield {
    hours: between(random, 0.02, 0.2),
    take: (order, at) => {
      const reason = pick(random, city.notAcceptedReasons).code
      if (fate < 0.03) return declineOrder(order, { reason, told: null }, by, city, at)
      if (fate < 0.05) return transferOrder(order, { target: '110', threeWay: false }, by, at)
      return answerOrder(order, { answer: pick(random, answers), knowledge: null, solvedOnCall: true }, by, at)
    },
  }
}

/** What the rules propose; a matter they leave to the hotline itself goes to the government office. */
const dispatch = (world: World, random: Random): Step => ({
  hours: between(random, 0.05, 0.7),
  take: (order, at) => {
    const choice = chooseUnit(matterOf(order), world.city, new Set(), at)
    const isHandling = (unit: UnitId) => world.city.units.get(unit)?.type !== 'hotline'
    const proposed = choice.lead !== null && isHandling(choice.lead)
    const lead = proposed && choice.lead !== null ? choice.lead : ('government-office' as UnitId)
    const co = choice.co.filter((unit) => unit !== lead && isHandling(unit))
    const by = world.staffing.hotline('dispatcher', random)
    const overrideReason = proposed ? null : '目录未列明承办单位'
    return dispatchOrder(order, { lead, co, note: null, overrideReason }, by, world.city, at)
  },
})

function* handle(order: () => Order, id: AssignmentId, unit: UnitId, world: World, random: Random): Iterable<Step> {
  const { city } = world
  const by = world.staffing.unit(unit)
  yield { hours: between(random, 0.1, 4), take: (now, at) => signAssignment(now, id, by, at) }
  const contact = { method: 'phone', summary: pick(random, contactSummary), evidence: [] } as const
  if (!order().request.anonymous && order().request.replyWanted)
    yield {
      hours: between(random, 0.2, 16),
      take: (now, at) => recordContact(now, id, { ...contact, result: 'connected', evidence: [] }, by, city, at),
    }
  yield report(id, world, unit, random, between(random, 2, chance(random, 0.1) ? 200 : 70))
}

const report = (id: AssignmentId, world: World, unit: UnitId, random: Random, hours: number): Step => ({
  hours,
  take: (order, at) => {
    const solved = chance(random, 0.85) ? 'solved' : 'explained'
    const result = {
      handling: handling(random, order.request.title),
      publicReply: publicReply(random, order.request.title),
      factTrue: 'yes' as const,
      solved: solved as 'solved' | 'explained',
      solvedReason: solved === 'solved' ? null : pick(random, reasons),
      overDuty: false,
      policyBasis: null,
      evidence: [],
      signer: '值班领导',
      headInvolved: order.state === 'rework' ? '单位负责人到场研究' : null,
    }
    return reportResult(order, id, result, world.staffing.unit(unit), world.city, at)
  },
})

const approve = (world: World, random: Random): Step => ({
  hours: between(random, 0.3, 8),
  take: (order, at) =>
    reviewReply(order, { verdict: 'approve' }, world.staffing.hotline('reviewer', random), world.city, at),
})

const callback = (world: World, random: Random, happy: boolean): Step => ({
  hours: between(random, 1, 30),
  take: (order, at) => {
    const by = world.staffing.hotline('callback-agent', random)
    if (order.request.anonymous || !order.request.replyWanted || chance(random, 0.06))
      return recordCallback(
        order,
        { result: 'unreached', channel: 'phone', why: 'no-answer', nextAt: null },
        by,
        world.city,
        at,
      )
    const said = satisfaction(random, happy)
    const outcome = happy ? 'close' : 'rework'
    return recordCallback(
      order,
      { result: 'answered', channel: 'phone', answers: said, outcome, note: null },
      by,
      world.city,
      at,
    )
  },
})

/** The record is what is measured here, not what a model would have said. */
const REACHABLE = { contact: true, suggestion: NOTHING_SUGGESTED }

/** 派 办 督 评: co-units report first, the lead consolidates; one in thirty is done again, one in a hundred withdrawn. */
export const dispatched: Plot = function* (order, world, random) {
  const agent = world.staffing.hotline('agent', random)
  yield {
    hours: between(random, 0.02, 0.15),
    take: (now, at) => submitOrder(now, { review: 'auto' }, REACHABLE, agent, world.city, at),
  }
  yield dispatch(world, random)
  if (chance(random, 0.01))
    yield {
      hours: between(random, 1, 10),
      take: (now, at) =>
        withdrawOrder(now, { askedBy: 'appellant', reason: '问题已自行解决', checked: '回拨核实' }, agent, at),
    }
  const assignments = order().assignments.toSorted((a, b) => (a.role === b.role ? 0 : a.role === 'lead' ? 1 : -1))
  for (const { id, unit } of assignments) yield* handle(order, id, unit, world, random)
  yield approve(world, random)
  if (chance(random, 0.035)) {
    yield callback(world, random, false)
    const lead = assignments.at(-1)
    if (order().state === 'rework' && lead !== undefined) {
      yield report(lead.id, world, lead.unit, random, between(random, 4, 40))
      yield approve(world, random)
    }
  }
  for (let attempts = 0; attempts < 3 && order().state === 'pending-callback'; attempts++)
    yield callback(world, random, true)
}
