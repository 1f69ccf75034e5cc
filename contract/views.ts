import { z } from 'zod'
import { PublicRequest } from '#domain/accept/request.ts'
import { Channel, ClockCode, Confidential, Kind, Light, RequestType, Urgency } from '#domain/city/vocabulary.ts'
import { Limit } from '#domain/deadline/limit.ts'
import { GridPost, ReportUpGround } from '#domain/grid/grid-part.ts'
import {
  AssignmentId,
  CategoryCode,
  Day,
  FileHash,
  Instant,
  OrderId,
  RegionCode,
  StaffId,
  UnitId,
} from '#domain/ids.ts'
import {
  AssignmentRole,
  CallbackAnswers,
  Classification,
  ContactMethod,
  ContactResult,
  DispatchChoice,
  FactTrue,
  Solved,
  SuggestedMaster,
} from '#domain/order/event.ts'
import { AssignmentState, OrderState } from '#domain/order/states.ts'

/** A name that a list can show; no row of a list carries personal data. */
export const OrderRow = z.object({
  id: OrderId,
  no: z.string(),
  version: z.number().int(),
  state: OrderState,
  light: Light,
  channel: Channel,
  requestType: RequestType,
  category: CategoryCode.nullable(),
  categoryName: z.string().nullable(),
  region: RegionCode,
  regionName: z.string(),
  kind: Kind,
  urgency: Urgency,
  hazard: z.boolean(),
  title: z.string(),
  leadUnit: UnitId.nullable(),
  leadUnitName: z.string().nullable(),
  receivedAt: Instant,
  citizenDue: Instant.nullable(),
  unitDue: Instant.nullable(),
  nextCallbackAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  reworkCount: z.number().int(),
  urgeCount: z.number().int(),
})
export type OrderRow = z.infer<typeof OrderRow>

/** The citizen as the caller may know them: null where the confidentiality level or the role forbids even a mask. */
export const MaskedAppellant = z.object({
  address: z.string().nullable(),
  contactPhone: z.string().nullable(),
  callerPhone: z.string().nullable(),
  email: z.string().nullable(),
  enterpriseName: z.string().nullable(),
  /** what a click with a reason would open */
  canUnmask: z.array(z.enum(['name', 'contact', 'id-number'])),
})
export type MaskedAppellant = z.infer<typeof MaskedAppellant>

const Report = z.object({
  at: Instant,
  handling: z.string().nullable(),
  publicReply: z.string(),
  factTrue: FactTrue,
  solved: Solved,
  solvedReason: z.string().nullable(),
  overDuty: z.boolean(),
  policyBasis: z.string().nullable(),
  evidence: z.array(FileHash),
  signer: z.string(),
  headInvolved: z.string().nullable(),
})

const Contact = z.object({ at: Instant, method: ContactMethod, result: ContactResult, summary: z.string() })
const SentBack = z.object({
  at: Instant,
  why: z.enum(['reply-rejected', 'rework-ordered', 'reopened']),
  reason: z.string(),
})

export const AssignmentView = z.object({
  id: AssignmentId,
  unit: UnitId,
  unitName: z.string(),
  role: AssignmentRole,
  parent: AssignmentId.nullable(),
  state: AssignmentState,
  dispatchedAt: Instant,
  note: z.string().nullable(),
  /** 网格直派: null where a unit handles it */
  grid: z
    .object({ worker: StaffId, post: GridPost, street: UnitId.nullable(), streetName: z.string().nullable() })
    .nullable(),
  signedAt: Instant.nullable(),
  autoSigned: z.boolean(),
  arrivedAt: Instant.nullable(),
  contactedAt: Instant.nullable(),
  contactAttempts: z.number().int(),
  contactExempt: z.boolean(),
  contacts: z.array(Contact),
  sentBack: SentBack.nullable(),
  reportedAt: Instant.nullable(),
  report: Report.nullable(),
})
export type AssignmentView = z.infer<typeof AssignmentView>

export const FileView = z.object({
  file: FileHash,
  name: z.string(),
  mime: z.string(),
  bytes: z.number().int(),
  at: Instant,
  /** of a photo from the grid worker's phone: whether it knows where it was taken; null for every other file */
  placed: z.boolean().nullable(),
})

/** The citizen's own hand, or somebody of the hotline who wrote it down for them. */
const Said = z.enum(['citizen', 'hotline'])

const later = {
  at: Instant,
  from: Said,
  /** the order merged into this one on which it was said; null: on this one */
  mergedNo: z.string().nullable(),
  /** when, of what was said there before it was merged; null: at the entry's own time */
  saidAt: Instant.nullable(),
}

/** An order as this caller may see it; `redacted` says that personal data in the text is masked. */
export const OrderView = z.object({
  id: OrderId,
  no: z.string(),
  queryCode: z.string().nullable(),
  version: z.number().int(),
  state: OrderState,
  light: Light,
  maxLight: Light,
  channel: Channel,
  receivedAt: Instant,
  acceptedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  request: PublicRequest,
  redacted: z.boolean(),
  categoryName: z.string().nullable(),
  regionName: z.string(),
  classification: Classification.nullable(),
  profile: z.string().nullable(),
  choice: DispatchChoice.nullable(),
  /** what the seat proposed to merge it into */
  suggestedMaster: SuggestedMaster.nullable(),
  appellant: MaskedAppellant,
  assignments: z.array(AssignmentView),
  files: z.array(FileView),
  callbackAttempts: z.number().int(),
  firstCallback: CallbackAnswers.nullable(),
  lastCallback: CallbackAnswers.nullable(),
  nextCallbackAt: Instant.nullable(),
  reworkCount: z.number().int(),
  /** what was added later and how often it was asked for haste, oldest first */
  supplements: z.array(z.object({ ...later, text: z.string(), evidence: z.array(FileHash) })),
  urges: z.array(z.object({ ...later, text: z.string().nullable() })),
  urgeCount: z.number().int(),
  /** 网格上报, oldest first */
  reportsUp: z.array(
    z.object({
      at: Instant,
      assignment: AssignmentId,
      ground: ReportUpGround,
      note: z.string().nullable(),
      evidence: z.array(FileHash),
    }),
  ),
  master: OrderId.nullable(),
  mergedOrders: z.array(OrderId),
  answer: z.string().nullable(),
  confidential: Confidential,
})
export type OrderView = z.infer<typeof OrderView>

/** One day of a clock: whether it counts, as which, and why. */
export const ClockDay = z.object({
  day: Day,
  weekday: z.number().int(),
  counts: z.boolean(),
  number: z.number().int().nullable(),
  minutes: z.number().int().nullable(),
  why: z.enum(['start-day', 'working-day', 'weekend', 'holiday', 'make-up-day']),
  name: z.string().nullable(),
  last: z.boolean(),
})
export type ClockDay = z.infer<typeof ClockDay>

export const ClockView = z.object({
  id: z.string(),
  code: ClockCode,
  party: z.enum(['citizen', 'unit', 'hotline']),
  assignment: AssignmentId.nullable(),
  unitName: z.string().nullable(),
  profile: z.string(),
  profileName: z.string(),
  calendarName: z.string(),
  /** the holiday table the promise was given by */
  calendarVersion: z.string(),
  limit: Limit,
  from: Instant,
  due: Instant,
  provisional: z.boolean(),
  stoppedAt: Instant.nullable(),
  /** stopped because order or assignment ended another way (merged, withdrawn, given back): neither kept nor missed */
  dropped: z.boolean(),
  late: z.boolean(),
  light: Light,
  /** share of the clock's own time used, 0–1 and above when overdue */
  usedShare: z.number(),
  /** the city's reminders: at which share of the clock's own time, and when that is */
  marks: z.array(z.object({ percent: z.number(), at: Instant })),
  /** the civil days of the walk; empty for natural time */
  days: z.array(ClockDay),
  basis: z.string(),
  words: z.object({ zh: z.string(), en: z.string() }),
})
export type ClockView = z.infer<typeof ClockView>
