import { z } from 'zod'
import { optionalText } from '../accept/request.ts'
import type { City } from '../city/city.ts'
import { type Decision, decide, refuse } from '../decision.ts'
import { ownAssignment } from '../handling/assignment-of.ts'
import { type ArrivalRefusal, recordArrival } from '../handling/record-arrival.ts'
import { recordContact } from '../handling/record-contact.ts'
import { type ReportRefusal, type ReportResult, reportResult } from '../handling/report-result.ts'
import { signAssignment } from '../handling/sign-assignment.ts'
import type { AssignmentId, Instant } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { OrderEvent } from '../order/event.ts'
import type { Order } from '../order/order.ts'
import { OWED } from '../order/states.ts'
import { attachPhotos, gridPhotos, type KnownFile } from './attach-photos.ts'
import { inTurn } from './in-turn.ts'

export const GridResult = z.object({
  result: z.enum(['solved', 'partly', 'explained']),
  /** how the citizen was told; a matter nobody can be told of (anonymous) needs none */
  told: z.enum(['visit', 'phone']).nullable(),
  note: optionalText(300),
  photos: gridPhotos.min(1),
})
export type GridResult = z.infer<typeof GridResult>
type GridResultRefusal =
  | ReportRefusal
  | ArrivalRefusal
  | 'not-a-grid-assignment'
  | 'contact-needed-first'
  | 'too-many-files'

const DONE = {
  solved: { handling: '网格员到场处理完毕', reply: '网格员已到现场处理完毕。', because: null },
  partly: {
    handling: '网格员到场处理了一部分',
    reply: '网格员已到现场处理，还有部分需要继续跟进。',
    because: '需要继续跟进',
  },
  explained: {
    handling: '网格员到场核实并说明情况',
    reply: '网格员已到现场核实，并说明了情况。',
    because: '已说明情况',
  },
} as const

/** What the server knows and the phone does not say: its uploads, and whose name stands under the report. */
type Known = { files: readonly KnownFile[]; signer: string }

const TOLD = { visit: '当面告知处理情况', phone: '电话告知处理情况' } as const

function reportOf(wish: GridResult & Known, rework: boolean): ReportResult {
  const { handling, reply, because } = DONE[wish.result]
  const added = wish.note ?? ''
  return {
    handling: added === '' ? handling : `${handling}：${added}`,
    publicReply: `${reply}${added}`,
    factTrue: 'yes',
    solved: wish.result,
    solvedReason: because === null ? null : (wish.note ?? because),
    overDuty: false,
    policyBasis: null,
    evidence: wish.photos.map(({ file }) => file),
    signer: wish.signer,
    headInvolved: rework ? wish.signer : null,
  }
}

/** The first photo that knows where it was taken says where the worker stood. */
function arrivalOf({ photos }: GridResult) {
  const placed = photos.find(({ taken }) => taken?.lng != null && taken.lat !== null)?.taken
  return { lng: placed?.lng ?? null, lat: placed?.lat ?? null, evidence: photos.map(({ file }) => file) }
}

/**
 * Everything a result from the street is made of, in one step and all or nothing: signing and arriving where that was not
 * said before, the photos, that the citizen was told, the report. So three taps are enough, and a phone has one action to
 * send, not five that may arrive by halves.
 */
export function gridResult(
  order: Order,
  id: AssignmentId,
  wish: GridResult & Known,
  by: Actor,
  city: City,
  now: Instant,
): Decision<OrderEvent, GridResultRefusal> {
  const own = ownAssignment(order, id, by)
  if (own === undefined) return refuse('not-your-assignment')
  if (own.grid === null) return refuse('not-a-grid-assignment')
  if (!OWED.includes(own.state)) return refuse('wrong-state')
  const { told } = wish
  const rework = order.reworkCount > 0
  const at = (so: Order) => so.assignments.find((a) => a.id === id)
  return inTurn(order, [
    (so) => (own.state === 'pending-sign' ? signAssignment(so, id, by, now) : decide()),
    (so) => attachPhotos(so, wish.photos, wish.files, by, now),
    (so) => (own.arrivedAt === null ? recordArrival(so, id, arrivalOf(wish), by, city, now) : decide()),
    (so) => {
      if (told === null) return decide()
      const contact = { method: told, result: 'connected', summary: TOLD[told], evidence: [] } as const
      return recordContact(so, id, { ...contact, evidence: [] }, by, city, now)
    },
    (so) => (at(so)?.state === 'signed' ? refuse('contact-needed-first') : decide()),
    (so) => reportResult(so, id, reportOf(wish, rework), by, city, now),
  ])
}
