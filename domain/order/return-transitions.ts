import { type AssignmentState, type OrderState, OWED } from './states.ts'
import type { Transition, Who } from './transition.ts'

const DECIDES: readonly Who[] = ['dispatch-lead']
const RULES: readonly Who[] = ['dispatch-lead', 'leader']
const DISPATCHES: readonly Who[] = ['dispatcher', 'dispatch-lead']

/** 退单与裁定, T11–T15: how an order goes back to the dispatch desk or to a ruling. */
export const orderReturns: readonly Transition<OrderState>[] = [
  {
    id: 'T07',
    event: 'dispatch-undone',
    from: ['in-handling'],
    to: 'pending-dispatch',
    actors: DISPATCHES,
    guard: 'the lead has not signed; why it was sent wrong, or what changed',
    starts: ['C1'],
  },
  {
    id: 'T12',
    event: 'return-approved',
    from: ['in-handling'],
    to: 'pending-dispatch',
    actors: DECIDES,
    guard: 'the lead gave it back, the first time; a co-unit that leaves moves nothing',
    starts: ['C1'],
  },
  {
    id: 'T14',
    event: 'sent-to-adjudication',
    from: ['in-handling'],
    to: 'in-adjudication',
    actors: DECIDES,
    guard:
      'a second return, or units enough without a lead, or nobody can tell whose it is; the first receiver leads meanwhile',
    starts: ['C11'],
  },
  {
    id: 'T15',
    event: 'adjudicated',
    from: ['in-adjudication'],
    to: 'in-handling',
    actors: RULES,
    guard: 'every unit that gave it back was heard; minutes; binding: nobody returns it any more',
    stops: ['C11'],
    starts: ['C2', 'C3', 'C4', 'C5'],
  },
]

/** And what becomes of each unit's part in it. */
export const assignmentReturns: readonly Transition<AssignmentState>[] = [
  {
    id: 'T11',
    event: 'return-requested',
    from: ['pending-sign', 'signed', 'processing'],
    to: 'return-requested',
    actors: ['liaison', 'unit-leader', 'machine'],
    guard:
      'within the window, once a unit, not after a ruling; reason, basis, evidence and a leader’s signature; the answer’s clock runs on',
    stops: ['C2'],
    starts: ['C9'],
  },
  {
    id: 'T12',
    event: 'return-approved',
    from: ['return-requested'],
    to: 'returned',
    actors: DECIDES,
    guard: 'it is not this unit’s; the unit is not offered again',
    stops: 'all',
  },
  {
    id: 'T13',
    event: 'return-rejected',
    from: ['return-requested'],
    to: 'as-before',
    actors: DECIDES,
    guard: 'it is this unit’s; the reason is told, and who had not signed owes that anew',
    stops: ['C9'],
    starts: ['C2'],
  },
  {
    id: 'T14',
    event: 'sent-to-adjudication',
    from: ['return-requested'],
    to: 'return-requested',
    actors: DECIDES,
    guard: 'with the order; the unit’s answer clock runs on until the ruling',
    stops: ['C9'],
  },
  {
    id: 'T15',
    event: 'recalled',
    from: OWED,
    to: 'cancelled',
    actors: ['dispatcher', ...RULES],
    guard: 'the lead was returned, a ruling names others or the desk undoes its dispatch; what was reported stays',
    stops: 'all',
  },
]
