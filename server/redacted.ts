import type { PublicRequest } from '#domain/accept/request.ts'
import type { CallbackAnswers } from '#domain/order/event.ts'
import type { Assignment } from '#domain/order/order.ts'
import { redact } from '#language/redact.ts'

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

export const redactedReport = (report: Assignment['report']): Assignment['report'] =>
  report && {
    ...report,
    handling: redact(report.handling),
    publicReply: redact(report.publicReply),
    solvedReason: mask(report.solvedReason),
    policyBasis: mask(report.policyBasis),
    headInvolved: mask(report.headInvolved),
  }

export const redactedAnswers = (answers: CallbackAnswers | null): CallbackAnswers | null =>
  answers && { ...answers, reason: mask(answers.reason), opinion: mask(answers.opinion) }
