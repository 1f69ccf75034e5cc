import { z } from 'zod'
import { shortText } from '../accept/request.ts'
import type { City } from '../city/city.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { type AssignmentId, FileHash, type Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import { ContactMethod, ContactResult, type OrderEvent } from '../order/event.ts'
import { canOn, type Order } from '../order/order.ts'
import { ownAssignment } from './assignment-of.ts'

export const RecordContact = z.object({
  method: ContactMethod,
  result: ContactResult,
  summary: shortText(500),
  evidence: z.array(FileHash).max(9).default([]),
})
export type RecordContact = z.infer<typeof RecordContact>
type ContactRefusal = 'not-your-assignment' | 'wrong-state' | 'unknown-file'

/** T10 首次联系. Only a connected contact counts; after the city's number of failed attempts the unit may go on without. */
export function recordContact(
  order: Order,
  id: AssignmentId,
  wish: RecordContact,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, ContactRefusal> {
  const assignment = ownAssignment(order, id, by)
  if (assignment === undefined) return refuse('not-your-assignment')
  const { method, result, summary, evidence } = wish
  // Who has not signed is not told who asks, so they cannot have called.
  if (assignment.signedAt === null) return refuse('wrong-state')
  if (!canOn(assignment, result === 'connected' ? 'contacted' : 'contact-attempted')) return refuse('wrong-state')
  if (!evidence.every((hash) => order.files.some((f) => f.file === hash))) return refuse('unknown-file')
  const happened = { at: now, by, assignment: id }
  if (result === 'connected') return decide({ kind: 'contacted', ...happened, method, summary, evidence })
  const attempt: OrderEvent = { kind: 'contact-attempted', ...happened, method, result, summary }
  const last = assignment.state === 'signed' && assignment.contactAttempts + 1 >= city.policy.contactAttempts
  return last
    ? decide<OrderEvent>(attempt, { kind: 'contact-exempted', ...happened, ground: 'attempts-failed' })
    : decide(attempt)
}
