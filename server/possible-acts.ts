import { type AnyRefusal, api, type EndpointName } from '#contract/api.ts'
import type { CommonRefusal } from '#contract/endpoint.ts'
import { OrderAct, type PossibleAct } from '#contract/order-page.ts'
import { rights } from '#contract/rights.ts'
import { refusalWords } from '#contract/wording.ts'
import { filesLeft } from '#domain/accept/attach-file.ts'
import { supplementOrder, urgeOrder } from '#domain/accept/supplement-order.ts'
import { againstReopening, reopenOrder } from '#domain/callback/reopen-order.ts'
import { againstWithdrawing } from '#domain/callback/withdraw-own.ts'
import { againstMerging } from '#domain/dispatch/merge-order.ts'
import { mayUnmerge } from '#domain/dispatch/unmerge-order.ts'
import type { EventKind } from '#domain/order/event.ts'
import { can, canOn, type Order } from '#domain/order/order.ts'
import type { Shell } from './shell.ts'

type Refusal = AnyRefusal | CommonRefusal
type Ask = (shell: Shell, order: Order) => Refusal | null

const whenOpenFor =
  (kind: EventKind): Ask =>
  (_shell, order) =>
    can(order, kind) ? null : 'wrong-state'

/** The caller's own assignment, in a state that lets this happen; of several the newest. */
const onOwn =
  (...kinds: readonly EventKind[]): Ask =>
  ({ actor }, order) => {
    const own = order.assignments.filter((a) => a.unit === actor.unit)
    if (own.length === 0) return 'not-your-assignment'
    return own.some((a) => kinds.some((kind) => canOn(a, kind))) ? null : 'wrong-state'
  }

const refusalOf = (decision: { ok: true } | { ok: false; refusal: Refusal }): Refusal | null =>
  decision.ok ? null : decision.refusal

/** Each act is asked of the table or the decision that would answer it: a page can promise nothing the server refuses. */
const ASK: Record<OrderAct, Ask> = {
  amendOrder: whenOpenFor('amended'),
  submitOrder: whenOpenFor('submitted'),
  reviewIntake: whenOpenFor('intake-passed'),
  supplementOrder: ({ actor, at }, order) =>
    refusalOf(supplementOrder(order, { text: '补充', evidence: [] }, actor, at)),
  urgeOrder: ({ actor, at }, order) => refusalOf(urgeOrder(order, { text: null }, actor, at)),
  dispatchOrder: whenOpenFor('dispatched'),
  mergeOrder: (_shell, order) => againstMerging(order),
  // Whether the master is still open is not read for this: the act itself says so.
  unmergeOrder: (_shell, order) => (mayUnmerge(order) ? null : 'not-merged'),
  signAssignment: onOwn('signed'),
  recordContact: onOwn('contacted', 'contact-attempted'),
  handDown: onOwn('sub-dispatched'),
  reportResult: onOwn('reported'),
  reviewReply: whenOpenFor('reply-approved'),
  recordCallback: whenOpenFor('callback-answered'),
  withdrawOrder: (_shell, order) => againstWithdrawing(order),
  reopenOrder: ({ actor, city, at }, order) =>
    order.master === null
      ? refusalOf(reopenOrder(order, { ground: 'recheck', reason: '回头看', apart: false }, actor, city, at))
      : againstReopening(order, city, at),
  attachFile: ({ actor }, order) =>
    !can(order, 'attached') ? 'wrong-state' : filesLeft(order, actor) === 0 ? 'too-many-files' : null,
}

function hasRight({ caller }: Shell, act: EndpointName): boolean {
  const { may } = rights[act]
  return caller.kind === 'staff' && Array.isArray(may) && caller.roles.some((role) => may.includes(role))
}

/** What this caller may do with the order by role, each with the reason why not, if so. */
export function possibleActs(shell: Shell, order: Order): PossibleAct[] {
  return OrderAct.options
    .filter((act) => act in api && hasRight(shell, act))
    .map((act) => {
      const refusal = ASK[act](shell, order)
      if (refusal === null) return { act, refusal, why: null }
      const { zh, en } = refusalWords[refusal]
      return { act, refusal, why: { zh, en } }
    })
}
