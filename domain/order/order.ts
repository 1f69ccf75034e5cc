import type { z } from 'zod'
import type { PublicRequest } from '../accept/request.ts'
import type { Channel, Light } from '../city/vocabulary.ts'
import type { Clock } from '../deadline/clock.ts'
import type { GridPart } from '../grid/grid-part.ts'
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
import type { FirstSent } from './first-sent.ts'
import type { AssignmentState, OrderState } from './states.ts'
import { nextAssignmentState, nextOrderState } from './transitions.ts'

/** One talk with the citizen, or an attempt at it, as the unit wrote it down. */
export type Contact = Pick<EventOf<'contacted'>, 'at' | 'by' | 'method' | 'summary'> & {
  result: z.infer<typeof ContactResult>
}

/** Why a report came back to be done again: found wanting by review, by the citizen, or after closing. */
type SentBack = { at: Instant; why: 'reply-rejected' | 'rework-ordered' | 'reopened'; reason: string }

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
  /** 网格直派: the worker who has it and the street that answers; null where a unit handles it */
  grid: GridPart | null
  signedAt: Instant | null
  autoSigned: boolean
  /** somebody of the unit stood at the place, the first time */
  arrivedAt: Instant | null
  contactedAt: Instant | null
  contactAttempts: number
  contactExempt: boolean
  contacts: readonly Contact[]
  /** the last time only; earlier ones stand in the log */
  sentBack: SentBack | null
  reportedAt: Instant | null
  report: Omit<EventOf<'reported'>, 'kind' | 'assignment'> | null
}

type Supplement = Pick<EventOf<'supplemented'>, 'at' | 'by' | 'text' | 'evidence' | 'merged' | 'said'>
export type Urge = Pick<EventOf<'urged'>, 'at' | 'by' | 'text' | 'merged' | 'said'>

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

/** 撤回派单: a dispatch that the desk took back before the lead had signed. */
type UndoneDispatch = Pick<EventOf<'dispatch-undone'>, 'at' | 'by' | 'ground' | 'reason'> & {
  assignment: AssignmentId
}

/** 裁定: at most one on an order, since it binds. */
type Adjudication = Pick<EventOf<'sent-to-adjudication'>, 'at' | 'by' | 'question' | 'interimLead'> & {
  /** what units said by themselves; of one unit the last counts */
  filed: readonly Omit<EventOf<'opinion-filed'>, 'kind'>[]
  ruling:
    | (Omit<EventOf<'adjudicated'>, 'kind' | 'clocks' | 'assignments' | 'kept' | 'profile'> & {
        lead: UnitId
        co: readonly UnitId[]
      })
    | null
}

export type ReportUp = Omit<EventOf<'reported-up'>, 'kind' | 'clocks'>

type LightHit = { light: Light; clock: string | null; at: Instant }
type AttachedFile = {
  file: FileHash
  name: string
  mime: string
  bytes: number
  at: Instant
  by: EventOf<'attached'>['by']
  taken?: EventOf<'attached'>['taken']
  merged?: EventOf<'attached'>['merged']
  said?: EventOf<'attached'>['said']
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
  firstSent: FirstSent | null
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
  /** of an order that was split off: where its history until then stands */
  splitFrom: SuggestedMaster | null
  /** the citizen's promises that merging holds: split off, they count again */
  heldClocks: readonly string[]
  /** of a merged order: who led its master when that was answered */
  masterUnit: UnitId | null
  /** of a merged order: whether this caller's answers count in the three rates */
  votes: boolean
  /** 重复投诉: the same caller's order of the same matter that had ended before */
  repeatOf: SuggestedMaster | null
  returns: readonly ReturnRequest[]
  adjudication: Adjudication | null
  /** units that were dissolved while they had a part in it, and who has it since */
  handOvers: readonly Pick<EventOf<'handed-over'>, 'at' | 'from' | 'to' | 'handOver' | 'assignments'>[]
  undone: readonly UndoneDispatch[]
  /** 网格上报: why grid workers could not settle it, oldest first */
  reportsUp: readonly ReportUp[]
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

/** Whose figures it stands in: what a grid worker handles counts for the street (domain.md §5.8). */
export const countedFor = (assignment: Pick<Assignment, 'unit' | 'grid'> | undefined): UnitId | null =>
  assignment === undefined ? null : (assignment.grid?.street ?? assignment.unit)

/** The reply the citizen reads: the lead's, once approved. */
export const publicReplyOf = (order: Order): string | null =>
  order.assignments.findLast((a) => a.role === 'lead' && a.state === 'accepted')?.report?.publicReply ?? order.answer

const RANK: Record<Light, number> = { green: 0, yellow: 1, red: 2 }
export const worse = (a: Light, b: Light): Light => (RANK[a] >= RANK[b] ? a : b)
/** The light now: the worst hit whose cause still stands. */
export const lightOf = (order: Order): Light =>
  order.lightHits.reduce<Light>((light, hit) => worse(light, hit.light), 'green')
