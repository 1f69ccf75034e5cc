import type { AdjudicationView, ReturnView } from '#contract/returns.ts'
import { isLate, isRunning } from '#domain/deadline/clock.ts'
import { unitsToHear } from '#domain/dispatch/adjudicate.ts'
import { mustBeAdjudicated } from '#domain/dispatch/returns.ts'
import type { UnitId } from '#domain/ids.ts'
import { assignmentNumberOf } from '#domain/order/assignment-id.ts'
import type { Order, ReturnRequest } from '#domain/order/order.ts'
import { findPersonal } from '#language/privacy/find-personal.ts'
import { redact } from '#language/privacy/redact.ts'
import { unitName } from './order-view.ts'
import { readerOf } from './redacted.ts'
import { isHotlineDesk, isUnitDesk } from './scope.ts'
import type { Shell } from './shell.ts'

const named = (shell: Pick<Shell, 'city'>, unit: UnitId) => ({ unit, name: unitName(shell.city, unit) })

/** The number of a document reads like a room's to whoever looks for addresses; a phone in that field is still masked. */
const documentNo = (text: string): string =>
  findPersonal(text).every(({ kind }) => kind === 'room') ? text : redact(text)

const reader = (shell: Shell, order: Order) =>
  isHotlineDesk(shell.caller)
    ? (text: string) => text
    : (text: string) => redact(text, readerOf(order, isUnitDesk(shell, order)))

/** A request as this caller may read it: units name people and numbers in their grounds. */
export function returnView(shell: Shell, order: Order, request: ReturnRequest): ReturnView {
  const read = reader(shell, order)
  const hotline = isHotlineDesk(shell.caller)
  const maybe = (text: string | null) => (text === null ? null : read(text))
  const clock = order.clocks.find((c) => c.code === 'C9' && c.assignment === request.assignment)
  const { outcome } = request
  return {
    n: assignmentNumberOf(request.assignment),
    unit: request.unit,
    unitName: unitName(shell.city, request.unit),
    role: order.assignments.find((a) => a.id === request.assignment)?.role ?? 'lead',
    at: request.at,
    reason: request.reason,
    explanation: read(request.explanation),
    basis: maybe(request.basis),
    document: request.document === null || hotline ? request.document : documentNo(request.document),
    evidence: [...request.evidence],
    suggested: request.suggestedUnit === null ? null : named(shell, request.suggestedUnit),
    signer: request.signer,
    due: clock?.due ?? null,
    late: clock !== undefined && isLate(clock, shell.at),
    mustAdjudicate: mustBeAdjudicated(order, request, shell.city.policy.returns.units),
    outcome: outcome === null ? null : { verdict: outcome.verdict, at: outcome.at, finding: read(outcome.finding) },
  }
}

/** Of each unit its last word. */
const lastFiled = ({ adjudication }: Order) => [
  ...new Map((adjudication?.filed ?? []).map((one) => [one.unit, one])).values(),
]

export function adjudicationView(shell: Shell, order: Order): AdjudicationView | null {
  const { adjudication } = order
  if (adjudication === null) return null
  const read = reader(shell, order)
  const clock = order.clocks.find((c) => c.code === 'C11')
  const { ruling } = adjudication
  return {
    since: adjudication.at,
    question: read(adjudication.question),
    interimLead: named(shell, adjudication.interimLead),
    due: clock !== undefined && isRunning(clock) ? clock.due : null,
    late: clock !== undefined && isLate(clock, shell.at),
    toHear: unitsToHear(order).map((unit) => named(shell, unit)),
    filed: lastFiled(order).map(({ unit, opinion, signer, at }) => ({
      unit,
      unitName: unitName(shell.city, unit),
      opinion: read(opinion),
      signer,
      at,
    })),
    ruling:
      ruling === null
        ? null
        : {
            at: ruling.at,
            lead: named(shell, ruling.lead),
            co: ruling.co.map((unit) => named(shell, unit)),
            ruling: read(ruling.ruling),
            opinions: ruling.opinions.map(({ unit, opinion }) => ({
              unit,
              unitName: unitName(shell.city, unit),
              opinion: read(opinion),
            })),
            minutes: read(ruling.minutes),
            minutesNo: ruling.minutesNo === null ? null : documentNo(ruling.minutesNo),
            evidence: [...ruling.evidence],
          },
  }
}
