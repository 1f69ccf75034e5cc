import { z } from 'zod'
import { PublicRequest } from '../accept/request.ts'
import { Channel, ClockCode, Light, RuleCondition, RuleHandling } from '../city/vocabulary.ts'
import { StartedClock } from '../deadline/clock.ts'
import { ReturnReason } from '../dispatch/return-reasons.ts'
import { GridPart, PhotoTaken, ReportUpGround } from '../grid/grid-part.ts'
import { AssignmentId, FileHash, Instant, OrderId, RuleId, UnitId } from '../ids.ts'
import { Actor } from './actor.ts'
import { mergeEvents, unitEvents } from './merge-events.ts'

const happened = { at: Instant, by: Actor }
const toAssignment = { ...happened, assignment: AssignmentId }
const clocks = { clocks: z.array(StartedClock) }
const light = { light: Light.nullable() }

/** Who or what chose the category, with which version and on what ground. */
export const Classification = z.object({
  by: z.enum(['human', 'keywords', 'model', 'import']),
  version: z.string(),
  confidence: z.number().nullable(),
  reasons: z.array(z.string()),
  /** what the machine had proposed when a person decided otherwise */
  proposed: z.string().nullable(),
})
export type Classification = z.infer<typeof Classification>

/** "The same matter": the order that the seat proposes to merge this one into; the dispatcher decides. */
export const SuggestedMaster = z.object({ id: OrderId, no: z.string() })
export type SuggestedMaster = z.infer<typeof SuggestedMaster>

/** Said on an order merged into this one, and told here because this one is what is worked on. */
const ofMerged = {
  merged: SuggestedMaster.optional(),
  /** of what was said before the merge: when that was; the event's own time is when it was told here */
  said: Instant.optional(),
}

export const AssignmentRole = z.enum(['lead', 'co', 'sub'])
export type AssignmentRole = z.infer<typeof AssignmentRole>

export const NewAssignment = z.object({
  id: AssignmentId,
  unit: UnitId,
  role: AssignmentRole,
  parent: AssignmentId.nullable(),
  /** 网格直派: which grid worker has it, and which street answers for it */
  grid: GridPart.optional(),
})
export type NewAssignment = z.infer<typeof NewAssignment>

/** What became of a rule that speaks of the matter's scene; `failed` names the conditions that did not hold. */
/** A guard that somebody set aside by name, and on what ground (国办函〔2025〕66号 (5)). */
export const Exception = z.object({ guard: z.string(), ground: z.string() })
export type Exception = z.infer<typeof Exception>

export const RuleVerdict = z.object({
  rule: RuleId,
  verdict: z.enum([
    'chosen',
    'less-specific',
    'lower-priority',
    'older',
    'unit-excluded',
    'unit-missing',
    'condition-failed',
    'not-in-force',
  ]),
  failed: z.array(RuleCondition).optional(),
})
export type RuleVerdict = z.infer<typeof RuleVerdict>

/** What the rules proposed at that moment: kept even when a person chose otherwise. */
export const DispatchChoice = z.object({
  version: z.string(),
  rule: RuleId.nullable(),
  lead: UnitId.nullable(),
  co: z.array(UnitId),
  handling: RuleHandling.default('dispatch'),
  /** of time limits, where the rule names one */
  profile: z.string().nullable().default(null),
  trace: z.array(RuleVerdict),
})
export type DispatchChoice = z.infer<typeof DispatchChoice>

export const ContactMethod = z.enum(['phone', 'visit', 'sms', 'wechat'])
export const ContactResult = z.enum(['connected', 'no-answer', 'refused', 'wrong-number'])
export const FactTrue = z.enum(['yes', 'partly', 'no', 'unverifiable'])
export const Solved = z.enum(['solved', 'partly', 'unsolved', 'explained', 'planned'])
export const CallbackChannel = z.enum(['phone', 'sms', 'ivr', 'web'])
const Satisfaction = z.number().int().min(1).max(5)

/** Q1–Q6 of the callback (domain.md §6.4); null: the citizen did not say. */
export const CallbackAnswers = z.object({
  contacted: z.boolean().nullable(),
  replyTrue: z.boolean().nullable(),
  solved: z.enum(['yes', 'partly', 'no']).nullable(),
  satisfaction: Satisfaction.nullable(),
  attitude: Satisfaction.nullable(),
  reason: z.string().max(300).nullable(),
  opinion: z.string().max(500).nullable(),
})
export type CallbackAnswers = z.infer<typeof CallbackAnswers>

/** Why the desk takes a dispatch back: it sent the order wrong, or the matter turned out to be another. */
export const UndoGround = z.enum(['wrong-unit', 'changed-facts'])
export type UndoGround = z.infer<typeof UndoGround>

/** 听取意见: what a unit said before the ruling. */
export const UnitOpinion = z.object({ unit: UnitId, opinion: z.string().trim().min(1).max(500) })
export type UnitOpinion = z.infer<typeof UnitOpinion>

export const OrderEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('opened'),
    ...happened,
    no: z.string(),
    queryCode: z.string(),
    channel: Channel,
    receivedAt: Instant,
    request: PublicRequest,
    taxonomyVersion: z.string(),
  }),
  z.object({ kind: z.literal('amended'), ...happened, request: PublicRequest, reason: z.string(), ...clocks }),
  z.object({ kind: z.literal('answered'), ...happened, answer: z.string(), knowledge: z.string().nullable() }),
  z.object({ kind: z.literal('not-accepted'), ...happened, reason: z.string(), told: z.string() }),
  z.object({ kind: z.literal('transferred'), ...happened, target: z.string(), threeWay: z.boolean() }),
  z.object({
    kind: z.literal('submitted'),
    ...happened,
    classification: Classification,
    profile: z.string(),
    ...clocks,
    suggestedMaster: SuggestedMaster.optional(),
  }),
  z.object({
    kind: z.literal('submitted-for-review'),
    ...happened,
    classification: Classification,
    profile: z.string(),
    ...clocks,
    suggestedMaster: SuggestedMaster.optional(),
  }),
  z.object({ kind: z.literal('intake-passed'), ...happened }),
  z.object({ kind: z.literal('intake-sent-back'), ...happened, defects: z.string() }),
  z.object({ kind: z.literal('sent-back-to-seat'), ...happened, defects: z.string() }),
  z.object({
    kind: z.literal('dispatched'),
    ...happened,
    assignments: z.array(NewAssignment),
    choice: DispatchChoice,
    overrideReason: z.string().nullable(),
    note: z.string().nullable(),
    profile: z.string(),
    ...clocks,
    exception: Exception.optional(),
  }),
  ...mergeEvents,
  ...unitEvents,
  z.object({ kind: z.literal('signed'), ...toAssignment }),
  z.object({ kind: z.literal('auto-signed'), ...toAssignment }),
  z.object({
    kind: z.literal('contacted'),
    ...toAssignment,
    method: ContactMethod,
    summary: z.string(),
    evidence: z.array(FileHash),
  }),
  z.object({
    kind: z.literal('contact-attempted'),
    ...toAssignment,
    method: ContactMethod,
    result: ContactResult.exclude(['connected']),
    summary: z.string(),
  }),
  z.object({
    kind: z.literal('arrived'),
    ...toAssignment,
    lng: z.number().nullable(),
    lat: z.number().nullable(),
    evidence: z.array(FileHash),
    /** how far from the order's point, where both are known */
    metres: z.number().int().optional(),
  }),
  z.object({
    kind: z.literal('contact-exempted'),
    ...toAssignment,
    ground: z.enum(['anonymous', 'no-reply-wanted', 'attempts-failed']),
  }),
  z.object({
    kind: z.literal('sub-dispatched'),
    ...toAssignment,
    to: NewAssignment,
    note: z.string().nullable(),
    ...clocks,
    exception: Exception.optional(),
  }),
  z.object({
    kind: z.literal('reported-up'),
    ...toAssignment,
    ground: ReportUpGround,
    note: z.string().nullable(),
    evidence: z.array(FileHash),
    ...clocks,
  }),
  z.object({
    kind: z.literal('reported'),
    ...toAssignment,
    handling: z.string(),
    publicReply: z.string(),
    factTrue: FactTrue,
    solved: Solved,
    solvedReason: z.string().nullable(),
    overDuty: z.boolean(),
    policyBasis: z.string().nullable(),
    evidence: z.array(FileHash),
    signer: z.string(),
    headInvolved: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('return-requested'),
    ...toAssignment,
    reason: ReturnReason,
    explanation: z.string(),
    basis: z.string().nullable(),
    /** number of a document that shows it; files stand in `evidence` */
    document: z.string().nullable(),
    evidence: z.array(FileHash),
    suggestedUnit: UnitId.nullable(),
    /** who of the unit's leaders answers for giving it back */
    signer: z.string(),
    ...clocks,
  }),
  z.object({ kind: z.literal('return-approved'), ...toAssignment, finding: z.string(), ...clocks }),
  z.object({ kind: z.literal('return-rejected'), ...toAssignment, finding: z.string(), ...clocks }),
  z.object({
    kind: z.literal('sent-to-adjudication'),
    ...toAssignment,
    question: z.string(),
    interimLead: UnitId,
    ...clocks,
  }),
  z.object({ kind: z.literal('recalled'), ...happened, assignments: z.array(AssignmentId), reason: z.string() }),
  z.object({
    kind: z.literal('dispatch-undone'),
    ...happened,
    /** the lead's, recalled just before */
    of: AssignmentId,
    ground: UndoGround,
    reason: z.string(),
    ...clocks,
  }),
  z.object({
    kind: z.literal('adjudicated'),
    ...happened,
    assignments: z.array(NewAssignment),
    /** co-units that were at it already and go on */
    kept: z.array(AssignmentId),
    ruling: z.string(),
    opinions: z.array(UnitOpinion),
    minutes: z.string(),
    minutesNo: z.string().nullable(),
    evidence: z.array(FileHash),
    profile: z.string(),
    ...clocks,
  }),
  z.object({ kind: z.literal('handling-completed'), ...happened, ...clocks }),
  z.object({
    kind: z.literal('reply-rejected'),
    ...happened,
    assignments: z.array(AssignmentId),
    defects: z.string(),
    ...clocks,
  }),
  z.object({ kind: z.literal('reply-approved'), ...happened, ...clocks }),
  z.object({
    kind: z.literal('callback-attempted'),
    ...happened,
    channel: CallbackChannel,
    result: z.enum(['no-answer', 'refused', 'wrong-number']),
    nextAt: Instant.nullable(),
  }),
  z.object({
    kind: z.literal('callback-answered'),
    ...happened,
    channel: CallbackChannel,
    answers: CallbackAnswers,
    ...light,
  }),
  z.object({
    kind: z.literal('closed'),
    ...happened,
    ground: z.enum(['satisfied', 'unreachable', 'reasonable-handling']),
    note: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('rework-ordered'),
    ...happened,
    assignments: z.array(AssignmentId),
    reason: z.string(),
    ...light,
    ...clocks,
  }),
  z.object({ kind: z.literal('withdrawn'), ...happened, askedBy: z.string(), reason: z.string(), checked: z.string() }),
  z.object({
    kind: z.literal('reopened'),
    ...happened,
    ground: z.enum(['recheck', 'same-appellant']),
    assignments: z.array(AssignmentId),
    reason: z.string(),
    ...clocks,
  }),
  z.object({ kind: z.literal('archived'), ...happened }),
  z.object({
    kind: z.literal('supplemented'),
    ...happened,
    text: z.string(),
    evidence: z.array(FileHash),
    ...ofMerged,
  }),
  z.object({ kind: z.literal('urged'), ...happened, text: z.string().nullable(), ...ofMerged }),
  z.object({
    kind: z.literal('attached'),
    ...happened,
    file: FileHash,
    name: z.string(),
    mime: z.string(),
    bytes: z.number().int(),
    /** what the phone said of the picture; the event's own time is the server's and the one that counts */
    taken: PhotoTaken.optional(),
    ...ofMerged,
  }),
  z.object({ kind: z.literal('clock-warned'), ...happened, clock: z.string(), percent: z.number(), ...light }),
  z.object({ kind: z.literal('clock-missed'), ...happened, clock: z.string(), code: ClockCode, ...light }),
  z.object({ kind: z.literal('clocks-recomputed'), ...happened, ...clocks, calendarVersion: z.string() }),
])
export type OrderEvent = z.infer<typeof OrderEvent>
export type EventKind = OrderEvent['kind']
export type EventOf<K extends EventKind> = Extract<OrderEvent, { kind: K }>
export const eventKinds = OrderEvent.options.map((o) => o.shape.kind.value)
