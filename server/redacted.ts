import type { PublicRequest } from '#domain/accept/request.ts'
import type { CallbackAnswers } from '#domain/order/event.ts'
import type { Assignment, Order } from '#domain/order/order.ts'
import { type Reader, redact } from '#language/privacy/redact.ts'

/**
 * Whoever handles the matter keeps the forms of address (王先生) unless the citizen's name is kept back; whoever may know
 * nothing of the citizen reads what the public reads.
 */
export const readerOf = (order: Pick<Order, 'request'>, knowsCitizen: boolean): Reader =>
  knowsCitizen && (order.request.confidential === 'none' || order.request.confidential === 'contact')
    ? 'unit'
    : 'public'

const maskedBy = (reader: Reader) => ({
  all: (text: string) => redact(text, reader),
  some: (text: string | null): string | null => (text === null ? null : redact(text, reader)),
})

/** Free text as those read it who may not know the citizen: people say numbers in any field. Codes stay as they are. */
export function redactedRequest(request: PublicRequest, reader: Reader): PublicRequest {
  const { all, some } = maskedBy(reader)
  return {
    ...request,
    title: all(request.title),
    content: all(request.content),
    demand: some(request.demand),
    tags: request.tags.map(all),
    respondentName: some(request.respondentName),
    occurredAt: some(request.occurredAt),
    // Whoever goes there must find the door.
    address: maskedBy(reader === 'unit' ? 'visitor' : reader).some(request.address),
    appellantTags: request.appellantTags.map(all),
    contactWindow: some(request.contactWindow),
  }
}

const redactedReport = (report: Assignment['report'], reader: Reader): Assignment['report'] => {
  const { all, some } = maskedBy(reader)
  return (
    report && {
      ...report,
      handling: all(report.handling),
      publicReply: all(report.publicReply),
      solvedReason: some(report.solvedReason),
      policyBasis: some(report.policyBasis),
      headInvolved: some(report.headInvolved),
    }
  )
}

/** A unit's own words are kept as it wrote them in the log; read by others of the house they are masked like all else. */
export function redactedAssignment(a: Assignment, reader: Reader): Assignment {
  const { all, some } = maskedBy(reader)
  return {
    ...a,
    note: some(a.note),
    contacts: a.contacts.map((contact) => ({ ...contact, summary: all(contact.summary) })),
    sentBack: a.sentBack && { ...a.sentBack, reason: all(a.sentBack.reason) },
    report: redactedReport(a.report, reader),
  }
}

/** What was said after the request was taken down, and by whose hand; null reads all. */
export function saidLater({ supplements, urges }: Order, reader: Reader | null) {
  const read = (text: string) => (reader === null ? text : redact(text, reader))
  const from = (by: Order['acceptedBy']) => (by.kind === 'citizen' ? ('citizen' as const) : ('hotline' as const))
  const later = ({ at, by, merged, said }: Order['urges'][number]) => ({
    at,
    from: from(by),
    mergedNo: merged?.no ?? null,
    saidAt: said ?? null,
  })
  return {
    supplements: supplements.map((one) => ({ ...later(one), text: read(one.text), evidence: one.evidence })),
    urges: urges.map((one) => ({ ...later(one), text: one.text === null ? null : read(one.text) })),
  }
}

export function redactedAnswers(answers: CallbackAnswers | null, reader: Reader): CallbackAnswers | null {
  const { some } = maskedBy(reader)
  return answers && { ...answers, reason: some(answers.reason), opinion: some(answers.opinion) }
}
