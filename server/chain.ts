import type { Handlers } from '#contract/api.ts'
import { recordCallback } from '#domain/callback/record-callback.ts'
import { withdrawOrder } from '#domain/callback/withdraw-order.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { dispatchOrder } from '#domain/dispatch/dispatch-order.ts'
import { matterOf } from '#domain/dispatch/matter.ts'
import { unitsThatReturned } from '#domain/dispatch/returns.ts'
import { handDown } from '#domain/handling/hand-down.ts'
import { recordArrival } from '#domain/handling/record-arrival.ts'
import { recordContact } from '#domain/handling/record-contact.ts'
import { type ReportRefusal, reportResult } from '#domain/handling/report-result.ts'
import { reviewReply } from '#domain/handling/review-reply.ts'
import { signAssignment } from '#domain/handling/sign-assignment.ts'
import type { OrderId } from '#domain/ids.ts'
import { assignmentIdOf } from '#domain/order/assignment-id.ts'
import { type Changed, changeOrder, reachableOrder } from './change-order.ts'
import { callbackAgain, reopen } from './merged-callback.ts'
import { keepReplyCheck } from './reply-check.ts'
import type { Shell } from './shell.ts'
import { changeAndView, viewAfter } from './view-after.ts'

type Report = Parameters<typeof reportResult>[2]

/** The report and what its check still found are written together or not at all. */
function report(shell: Shell, params: { orderId: OrderId; n: number }, body: Report) {
  const within = async (db: Shell['db']): Promise<Changed<ReportRefusal>> => {
    const inside = { ...shell, db }
    const changed = await changeOrder(inside, params.orderId, (order) =>
      reportResult(order, assignmentIdOf(params), body, shell.actor, shell.city, shell.at),
    )
    if (changed.ok) await keepReplyCheck(inside, changed.reply.order, assignmentIdOf(params))
    return changed
  }
  return shell.db.inTx ? within(shell.db) : shell.db.tx(within)
}

/** 派 办 督 评: each handler names the decision that answers it. */
export const chainHandlers = {
  proposeDispatch: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const { order } = stored
    return { ok: true, reply: chooseUnit(matterOf(order), shell.city, unitsThatReturned(order), shell.at) }
  },

  dispatchOrder: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) => dispatchOrder(order, body, shell.actor, shell.city, shell.at)),

  signAssignment: (shell, { params }) =>
    changeAndView(shell, params.orderId, (order) =>
      signAssignment(order, assignmentIdOf(params), shell.actor, shell.at),
    ),

  recordContact: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) =>
      recordContact(order, assignmentIdOf(params), body, shell.actor, shell.city, shell.at),
    ),

  recordArrival: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) =>
      recordArrival(order, assignmentIdOf(params), body, shell.actor, shell.city, shell.at),
    ),

  handDown: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) =>
      handDown(order, assignmentIdOf(params), body, shell.actor, shell.city, shell.at),
    ),

  reportResult: (shell, { params, body }) => viewAfter(shell, report(shell, params, body)),

  reviewReply: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) => reviewReply(order, body, shell.actor, shell.city, shell.at)),

  recordCallback: (shell, { params, body }) =>
    viewAfter(
      shell,
      body.result === 'answered' && body.outcome !== 'close'
        ? callbackAgain(shell, params.orderId, body)
        : changeOrder(shell, params.orderId, (order) => recordCallback(order, body, shell.actor, shell.city, shell.at)),
    ),

  withdrawOrder: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) => withdrawOrder(order, body, shell.actor, shell.at)),

  reopenOrder: (shell, { params, body }) => viewAfter(shell, reopen(shell, params.orderId, body)),
} satisfies Partial<Handlers<Shell>>
