import type { z } from 'zod'
import type { PublicRequest } from '../accept/request.ts'
import type { Channel, Light } from '../city/vocabulary.ts'
import type { Clock } from '../deadline/clock.ts'
import type { AssignmentId, FileHash, Instant, OrderId, UnitId } from '../ids.ts'
import type {
  AssignmentRole,
  CallbackAnswers,
  Classification,
  ContactResult,
  EventKind,
  EventOf,
  SuggestedMaster,
} from './event.ts'
import type { AssignmentState, OrderState } from './states.ts'
import { nextAssignmentState, nextOrderState } from './transitions.ts'

/** One talk with the citizen, or an attempt at it, as the unit wrote it down. */
export type Contact = Pick<EventOf<'contacted'>, 'at' | 'by' | 'method' | 'summary'> & {
  result: z.infer<typeof ContactResult>
}

/** Why a report came back to be done again: found wanting by review, by the citizen, or after closing. */
export type SentBack = { at: Instant; why: 'reply-rejected' | 'rework-ordered' | 'reopened'; reason: string }

/** 派件: what one unit owes on one order. */
export type Assignment = {
  id: AssignmentId
  unit: UnitId
  role: AssignmentRole
  parent: AssignmentId | null
  state: AssignmentState
  dispatchedAt: Instant
  /** what the dispatcher, or the unit above, wrote to this unit */
  note: string | null
  signedAt: Instant | null
  autoSigned: boolean
  contactedAt: Instant | null
  contactAttempts: number
  contactExempt: boolean
  contacts: readonly Contact[]
  /** the last time only; earlier ones stand in the log */
  sentBack: SentBack | null
  reportedAt: Instant | null
  report: Omit<EventOf<'reported'>, 'kind' | 'assignment'> | null
}

export type Supplement = Pick<EventOf<'supplemented'>, 'at' | 'by' | 'text' | 'evidence'>
export type Urge = Pick<EventOf<'urged'>, 'at' | 'by' | 'text'>

/** 退单申请, with what became of it; null: under review. */
export type ReturnRequest = Omit<EventOf<'return-requested'>, 'kind' | 'clocks'> & {
  unit: UnitId
  /** where the assignment stood, and stands again if the request is rejected */
  before: AssignmentState
  outcome: {
    verdict: 'approved' | 'rejected' | 'adjudication'
    at: Instant
    by: EventOf<'return-approved'>['by']
    finding: string
  } | null
}

/** 裁定: at most one on an order, since it binds. */
export type Adjudication = Pick<EventOf<'sent-to-adjudication'>, 'at' | 'by' | 'question' | 'interimLead'> & {
  ruling:
    | (Omit<EventOf<'adjudicated'>, 'kind' | 'clocks' | 'assignments' | 'kept' | 'profile'> & {
        lead: UnitId
        co: readonly UnitId[]
      })
    | null
}

export type LightHit = { light: Light; clock: string | null; at: Instant }
export type AttachedFile = {
  file: FileHash
  name: string
  mime: string
  bytes: number
  at: Instant
  by: EventOf<'attached'>['by']
}

/** 工单 as it stands: the fold of its events and nothing else. */
export type Order = {
  id: OrderId
  no: string
  queryCode: string
  version: number
  state: OrderState
  channel: Channel
  receivedAt: Instant
  request: PublicRequest
  taxonomyVersion: string
  classification: Classification | null
  profile: string | null
  suggestedMaster: SuggestedMaster | null
  acceptedBy: EventOf<'opened'>['by']
  /** submitted or decided at intake: when the request counts as accepted */
  acceptedAt: Instant | null
  assignments: readonly Assignment[]
  clocks: readonly Clock[]
  lightHits: readonly LightHit[]
  maxLight: Light
  files: readonly AttachedFile[]
  firstDispatchedAt: Instant | null
  dispatchedAt: Instant | null
  choice: EventOf<'dispatched'>['choice'] | null
  callbackAttempts: number
  firstCallback: CallbackAnswers | null
  lastCallback: CallbackAnswers | null
  nextCallbackAt: Instant | null
  reworkCount: number
  supplements: readonly Supplement[]
  urges: readonly Urge[]
  urgeCount: number
  lastUrgedAt: Instant | null
  master: OrderId | null
  mergedOrders: readonly OrderId[]
  returns: readonly ReturnRequest[]
  adjudication: Adjudication | null
  /** when it reached an end: answered, not accepted, transferred, closed, merged or withdrawn */
  endedAt: Instant | null
  answer: string | null
}

export const can = (order: Pick<Order, 'state'>, kind: EventKind): boolean =>
  nextOrderState[order.state]?.[kind] !== undefined
export const canOn = (assignment: Pick<Assignment, 'state'>, kind: EventKind): boolean =>
  nextAssignmentState[assignment.state]?.[kind] !== undefined

export const leadOf = (order: Order): Assignment | undefined =>
  order.assignments.findLast((a) => a.role === 'lead' && a.state !== 'returned' && a.state !== 'cancelled')

/** The reply the citizen reads: the lead's, once approved. */
export const publicReplyOf = (order: Order): string | null =>
  order.assignments.findLast((a) => a.role === 'lead' && a.state === 'accepted')?.report?.publicReply ?? order.answer

const RANK: Record<Light, number> = { green: 0, yellow: 1, red: 2 }
export const worse = (a: Light, b: Light): Light => (RANK[a] >= RANK[b] ? a : b)
/** The light now: the worst hit whose cause still stands. */
export const lightOf = (order: Order): Light =>
  order.lightHits.reduce<Light>((light, hit) => worse(light, hit.light), 'green')
