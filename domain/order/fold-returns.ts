import type { OrderEvent } from './event.ts'
import type { Assignment, Order, ReturnRequest } from './order.ts'

/** Where the assignment stood when its unit asked to give it back; reached meanwhile, the citizen stays reached. */
export function stateBefore(order: Order, assignment: Assignment): Assignment['state'] {
  const request = order.returns.findLast((r) => r.assignment === assignment.id)
  if (request === undefined) throw new Error(`${assignment.id}: nothing was asked for`)
  return request.before === 'signed' && assignment.contactedAt !== null ? 'processing' : request.before
}

function settled(order: Order, event: OrderEvent, verdict: 'approved' | 'rejected' | 'adjudication', finding: string) {
  const of = 'assignment' in event ? event.assignment : null
  const outcome = { verdict, at: event.at, by: event.by, finding }
  return order.returns.map((r): ReturnRequest => (r.assignment === of && r.outcome === null ? { ...r, outcome } : r))
}

/** What returns and a ruling leave on the order. */
export function noteReturn(order: Order, event: OrderEvent): Partial<Order> {
  switch (event.kind) {
    case 'return-requested': {
      const { kind: _kind, clocks: _clocks, ...asked } = event
      const assignment = order.assignments.find((a) => a.id === event.assignment)
      if (assignment === undefined) throw new Error(`${order.id}: no ${event.assignment}`)
      const request = { ...asked, unit: assignment.unit, before: assignment.state, outcome: null }
      return { returns: [...order.returns, request] }
    }
    case 'return-approved':
      return { returns: settled(order, event, 'approved', event.finding) }
    case 'return-rejected':
      return { returns: settled(order, event, 'rejected', event.finding) }
    case 'sent-to-adjudication': {
      const { at, by, question, interimLead } = event
      const adjudication = { at, by, question, interimLead, filed: [], ruling: null }
      return { returns: settled(order, event, 'adjudication', question), adjudication }
    }
    case 'adjudicated': {
      const { kind: _kind, clocks: _clocks, assignments, kept, profile, ...ruled } = event
      const lead = assignments.find((a) => a.role === 'lead')
      if (lead === undefined || order.adjudication === null) throw new Error(`${order.id}: a ruling without a lead`)
      const going = order.assignments.filter((a) => kept.includes(a.id))
      const co = [...assignments.filter((a) => a.role === 'co'), ...going].map((a) => a.unit)
      const ruling = { ...ruled, lead: lead.unit, co }
      return { adjudication: { ...order.adjudication, ruling }, dispatchedAt: event.at, profile }
    }
    case 'opinion-filed': {
      const { kind: _kind, ...filed } = event
      const { adjudication } = order
      return adjudication === null ? {} : { adjudication: { ...adjudication, filed: [...adjudication.filed, filed] } }
    }
    case 'handed-over': {
      const { at, from, to, handOver, assignments } = event
      return { handOvers: [...order.handOvers, { at, from, to, handOver, assignments }] }
    }
    default:
      return {}
  }
}
