import type { PublicRequest } from '#domain/accept/request.ts'
import type { CallbackAnswers } from '#domain/order/event.ts'
import type { Assignment, Order } from '#domain/order/order.ts'
import { redact } from '#language/privacy/redact.ts'

const mask = (text: string | null): string | null => (text === null ? null : redact(text))

/** Free text as those read it who may not know the citizen: people say numbers in any field. Codes stay as they are. */
export function redactedRequest(request: PublicRequest): PublicRequest {
  return {
    ...request,
    title: redact(request.title),
    content: redact(request.content),
    demand: mask(request.demand),
    tags: request.tags.map(redact),
    respondentName: mask(request.respondentName),
    occurredAt: mask(request.occurredAt),
    address: mask(request.address),
    appellantTags: request.appellantTags.map(redact),
    contactWindow: mask(request.contactWindow),
  }
}

const redactedReport = (report: Assignment['report']): Assignment['report'] =>
  report && {
    ...report,
    handling: redact(report.handling),
    publicReply: redact(report.publicReply),
    solvedReason: mask(report.solvedReason),
    policyBasis: mask(report.policyBasis),
    headInvolved: mask(report.headInvolved),
  }

/** A unit's own words are kept as it wrote them in the log; read by others of the house they are masked like all else. */
export const redactedAssignment = (a: Assignment): Assignment => ({
  ...a,
  note: mask(a.note),
  contacts: a.contacts.map((contact) => ({ ...contact, summary: redact(contact.summary) })),
  sentBack: a.sentBack && { ...a.sentBack, reason: redact(a.sentBack.reason) },
  report: redactedReport(a.report),
})

/** What was said after the request was taken down, and by whose hand. */
export function saidLater({ supplements, urges }: Order, readsAll: boolean) {
  const read = (text: string) => (readsAll ? text : redact(text))
  const from = (by: Order['acceptedBy']) => (by.kind === 'citizen' ? ('citizen' as const) : ('hotline' as const))
  return {
    supplements: supplements.map(({ at, by, text, evidence }) => ({ at, from: from(by), text: read(text), evidence })),
    urges: urges.map(({ at, by, text }) => ({ at, from: from(by), text: text === null ? null : read(text) })),
  }
}

export const redactedAnswers = (answers: CallbackAnswers | null): CallbackAnswers | null =>
  answers && { ...answers, reason: mask(answers.reason), opinion: mask(answers.opinion) }
