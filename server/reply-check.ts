import type { Handlers } from '#contract/api.ts'
import { addReplyCheck, earlierReplies } from '#db/reply-checks.ts'
import type { AssignmentId, OrderId, UnitId } from '#domain/ids.ts'
import { assignmentNumberOf } from '#domain/order/assignment-id.ts'
import type { Assignment, Order } from '#domain/order/order.ts'
import { checkReply } from '#language/reply/check-reply.ts'
import type { Reply } from '#language/reply/reply.ts'
import { scoreReply } from '#language/reply/score-reply.ts'
import { reachableOrder } from './change-order.ts'
import { readerOf, redactedRequest } from './redacted.ts'
import { isHotlineDesk, isUnitDesk } from './scope.ts'
import type { Shell } from './shell.ts'

type Draft = Pick<Reply, 'handling' | 'publicReply' | 'solved' | 'solvedReason' | 'policyBasis'>

async function replyOf(shell: Shell, order: Order, mine: Assignment, draft: Draft): Promise<Reply> {
  // Positions are those of the text that this caller reads.
  const reads = isHotlineDesk(shell.caller)
  const request = reads ? order.request : redactedRequest(order.request, readerOf(order, isUnitDesk(shell, order)))
  const { title, content, demand } = request
  const earlier = await earlierReplies(shell.db, mine.unit, order.id)
  return { title, content, demand, ...draft, contacted: mine.contactedAt !== null || mine.contactExempt, earlier }
}

export const replyCheckHandlers = {
  checkReply: async (shell, { params: { orderId, n }, body: { draft } }) => {
    const stored = await reachableOrder(shell, orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const { order } = stored
    const mine = order.assignments.find((a) => a.id === `${orderId}/${n}`)
    if (mine === undefined || (!isHotlineDesk(shell.caller) && shell.actor.unit !== mine.unit))
      return { ok: false, refusal: 'not-your-assignment' }
    const written = draft ?? mine.report
    if (written === null || written.publicReply.trim() === '') return { ok: true, reply: { findings: [], score: null } }
    const reply = await replyOf(shell, order, mine, written)
    const findings = checkReply(reply)
    return { ok: true, reply: { findings, score: scoreReply(reply, findings) } }
  },
} satisfies Partial<Handlers<Shell>>

/** Keeps what still stood when a reply was submitted, in the transaction of its submission. */
export async function keepReplyCheck(shell: Shell, order: Order, id: AssignmentId): Promise<void> {
  const mine = order.assignments.find((a) => a.id === id)
  if (mine?.report == null) return
  const reply = await replyOf(shell, order, mine, mine.report)
  const findings = checkReply(reply)
  const { relevance, logic, solution, timeliness, attitude } = scoreReply(reply, findings)
  await addReplyCheck(shell.db, {
    orderId: order.id as OrderId,
    n: assignmentNumberOf(id),
    at: shell.at,
    unit: mine.unit as UnitId,
    standing: findings.map(({ code }) => code),
    score: {
      relevance: relevance.score,
      logic: logic.score,
      solution: solution.score,
      timeliness: timeliness.score,
      attitude: attitude.score,
    },
  })
}
