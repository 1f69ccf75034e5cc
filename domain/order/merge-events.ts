import { z } from 'zod'
import { Light } from '../city/vocabulary.ts'
import { StartedClock } from '../deadline/clock.ts'
import { AssignmentId, FileHash, Instant, OrderId, UnitId } from '../ids.ts'
import { Actor } from './actor.ts'

const happened = { at: Instant, by: Actor }
const clocks = { clocks: z.array(StartedClock) }

/** 预警: many callers in one matter, several within an hour, or the same text from many hands (domain.md §5.6). */
export const AlertKind = z.enum(['many-callers', 'burst', 'identical'])
export type AlertKind = z.infer<typeof AlertKind>

/** What happens between a master and the orders merged into it, and between orders of one matter. */
export const mergeEvents = [
  z.object({ kind: z.literal('merged'), ...happened, master: OrderId, masterNo: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('took-in'), ...happened, merged: OrderId, mergedNo: z.string() }),
  z.object({
    kind: z.literal('unmerged'),
    ...happened,
    master: OrderId,
    masterNo: z.string(),
    reason: z.string(),
    /** the light of promises that were missed already when they began to count again */
    light: Light.nullable(),
    /** of one that had closed: on what ground it is open again; its promises were kept then */
    reopened: z.enum(['recheck', 'same-appellant']).optional(),
    ...clocks,
  }),
  z.object({ kind: z.literal('let-go'), ...happened, released: OrderId, releasedNo: z.string(), reason: z.string() }),
  z.object({
    kind: z.literal('master-answered'),
    ...happened,
    master: OrderId,
    masterNo: z.string(),
    /** the master's public reply: this caller's answer too */
    reply: z.string(),
    /** who led the master: whom this caller's answers are counted for */
    unit: UnitId.nullable(),
    /** one vote a caller, and no master more than the city's cap */
    votes: z.boolean(),
    ...clocks,
  }),
  z.object({
    kind: z.literal('returned-to-master'),
    ...happened,
    master: OrderId,
    masterNo: z.string(),
    /** this caller was dissatisfied at the callback or after closing, or the master is done again on another's word */
    ground: z.enum(['own-callback', 'own-reopening', 'master']),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('repeat-linked'), ...happened, of: OrderId, ofNo: z.string() }),
  z.object({
    kind: z.literal('alert-raised'),
    ...happened,
    alert: AlertKind,
    callers: z.number().int(),
    orders: z.number().int(),
  }),
] as const

/** 听取意见, and the orderly hand-over of a unit that is dissolved. */
export const unitEvents = [
  z.object({
    kind: z.literal('opinion-filed'),
    ...happened,
    unit: UnitId,
    opinion: z.string(),
    signer: z.string(),
    evidence: z.array(FileHash),
  }),
  z.object({
    kind: z.literal('handed-over'),
    ...happened,
    /** the operation that moved them all: its row in `hand_over` */
    handOver: z.number().int(),
    assignments: z.array(AssignmentId),
    from: UnitId,
    to: UnitId,
    reason: z.string(),
  }),
] as const
