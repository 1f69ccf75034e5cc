import type { Role } from '../city/vocabulary.ts'
import type { EventKind } from '../order/event.ts'
import type { OrderState } from '../order/states.ts'

/**
 * Whom an event concerns: the unit whose assignment it touches, the agent who took the request, whoever works on orders
 * in a state, or those who watch over red orders.
 */
export type Concern =
  | { of: 'own-assignment' }
  | { of: 'own-intake' }
  | { of: 'orders-in'; states: readonly OrderState[] }
  | { of: 'turned-red' }
  | { of: 'any' }

export type NoticeRule = { roles: readonly Role[]; kinds: readonly EventKind[]; concern: Concern }

/** What a person is told of, by role; read from the log, never copied per person. */
const noticeRules: readonly NoticeRule[] = [
  {
    roles: ['liaison', 'unit-leader'],
    kinds: [
      'dispatched',
      'sub-dispatched',
      'urged',
      'supplemented',
      'reply-rejected',
      'rework-ordered',
      'reopened',
      'clock-missed',
      'return-approved',
      'return-rejected',
      'sent-to-adjudication',
      'recalled',
      'adjudicated',
      'handed-over',
      // The street counts what its grid workers have: it hears that one went back to the desk (domain.md §5.8).
      'reported-up',
    ],
    concern: { of: 'own-assignment' },
  },
  {
    roles: ['agent', 'shift-lead'],
    kinds: ['intake-sent-back', 'sent-back-to-seat'],
    concern: { of: 'own-intake' },
  },
  {
    roles: ['dispatcher', 'dispatch-lead'],
    // What the grid could not settle is the departments' now, and has lost up to a day.
    kinds: ['urged', 'supplemented', 'reported-up'],
    concern: { of: 'orders-in', states: ['pending-dispatch'] },
  },
  { roles: ['dispatch-lead'], kinds: ['return-requested'], concern: { of: 'orders-in', states: ['in-handling'] } },
  {
    roles: ['leader', 'dispatch-lead'],
    kinds: ['sent-to-adjudication'],
    concern: { of: 'orders-in', states: ['in-adjudication'] },
  },
  { roles: ['supervisor', 'leader', 'dispatch-lead'], kinds: ['alert-raised'], concern: { of: 'any' } },
  {
    roles: ['leader', 'dispatch-lead'],
    kinds: ['opinion-filed'],
    concern: { of: 'orders-in', states: ['in-adjudication'] },
  },
  {
    roles: ['reviewer'],
    kinds: ['urged', 'supplemented'],
    concern: { of: 'orders-in', states: ['pending-review', 'pending-reply-review'] },
  },
  {
    roles: ['callback-agent'],
    kinds: ['urged', 'supplemented'],
    concern: { of: 'orders-in', states: ['pending-callback'] },
  },
  {
    roles: ['supervisor', 'shift-lead', 'leader'],
    kinds: ['clock-missed', 'rework-ordered'],
    concern: { of: 'turned-red' },
  },
]

export const noticedKinds: readonly EventKind[] = [...new Set(noticeRules.flatMap((rule) => rule.kinds))]

export const noticeRulesFor = (roles: readonly Role[]): readonly NoticeRule[] =>
  noticeRules.filter((rule) => rule.roles.some((role) => roles.includes(role)))

/** Who drafts the dispatch catalogue or publishes it is told what becomes of drafts, beside all orders. */
const KEEPS_CATALOGUE: readonly Role[] = ['dispatch-lead', 'analyst', 'leader', 'administrator']

/** Whether these roles are ever told of anything. */
export const isTold = (roles: readonly Role[]): boolean =>
  noticeRulesFor(roles).length > 0 || roles.some((role) => KEEPS_CATALOGUE.includes(role))

/** How far back a notice is worth reading; who has never looked starts with the last day. */
export const NOTICE_DAYS = 7
export const NEW_TO_NEWCOMERS_DAYS = 1
export const NOTICE_LIMIT = 100
