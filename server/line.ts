import type { Handlers } from '#contract/api.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import { addRing, findRing, markAnswered, markEnded, type RingRow, ringOfSeat, seatBy } from '#db/rings.ts'
import { type Instant, instantOf, msOf } from '#domain/ids.ts'
import { maskPhone } from '#language/privacy/mask.ts'
import type { Caller, Shell } from './shell.ts'
import { staffOf } from './staff-caller.ts'
import type { Vault } from './vault.ts'

/** A phone rings for two minutes at most; no call at a hotline takes four hours. */
const RINGS_MS = 2 * 60_000
const TALKS_MS = 4 * 3_600_000

type Place = { staff: string; callId: string }
const context = ({ staff, callId }: Place): string => `ring ${staff} ${callId}`
export const sealRing = (vault: Vault, phone: string, place: Place): Buffer => vault.seal(phone, context(place))
export const openRing = (vault: Vault, sealed: Buffer, place: Place): string => vault.open(sealed, context(place))

const later = (at: Instant, ms: number): Instant => instantOf(msOf(at) + ms)
const told = ({ call_id, state }: RingRow) => ({ callId: call_id, state })

/** A person ends and answers the call at their own seat; the telephone system and the shift lead any. */
const mayTouch = (caller: Caller, row: RingRow): boolean =>
  caller.kind === 'machine' ||
  (caller.kind === 'staff' && (caller.id === row.staff_id || caller.roles.includes('shift-lead')))

async function touched(shell: Shell, callId: string): Promise<RingRow | undefined> {
  const row = await findRing(shell.db, callId)
  return row !== undefined && mayTouch(shell.caller, row) ? row : undefined
}

export const lineHandlers = {
  ring: async (shell, { body }) => {
    const seat = await seatBy(shell.db, body.login ?? null, body.staff ?? null)
    if (seat === undefined) return { ok: false, refusal: 'unknown-seat' }
    const { callId } = body
    const sealed = sealRing(shell.vault, body.phone, { staff: seat, callId })
    const expiresAt = later(shell.at, RINGS_MS)
    const row = await addRing(shell.db, { callId, staff: seat, sealed, expiresAt }, shell.at)
    if (row !== undefined) return { ok: true, reply: told(row) }
    // Told twice by a system that heard no reply: the same seat is no fault.
    const known = await findRing(shell.db, callId)
    return known?.staff_id === seat ? { ok: true, reply: told(known) } : { ok: false, refusal: 'call-known' }
  },

  currentRing: async (shell) => {
    const row = await ringOfSeat(shell.db, staffOf(shell).id, shell.at)
    if (row === undefined || row.sealed === null) return { ok: true, reply: { now: shell.at, ring: null } }
    const { call_id: callId, state, rung_at: rungAt, answered_at: answeredAt } = row
    const phone = openRing(shell.vault, row.sealed, { staff: row.staff_id, callId })
    const ring = { callId, state, phone, masked: maskPhone(phone), rungAt, answeredAt }
    return { ok: true, reply: { now: shell.at, ring } }
  },

  answerRing: async (shell, { params: { callId } }) => {
    const row = await touched(shell, callId)
    if (row === undefined) return { ok: false, refusal: 'not-found' }
    if (row.state === 'ended') return { ok: false, refusal: 'call-ended' }
    await markAnswered(shell.db, callId, shell.at, later(shell.at, TALKS_MS))
    return { ok: true, reply: { callId, state: 'answered' } }
  },

  seeRing: async (shell, { params: { callId } }) => {
    const row = await touched(shell, callId)
    if (row === undefined) return { ok: false, refusal: 'not-found' }
    if (row.state === 'ended') return { ok: false, refusal: 'call-ended' }
    const entry = {
      actor: shell.actor.id,
      action: 'ring-number-seen',
      target: callId,
      detail: { role: shell.actor.role },
    }
    await addToAdminLog(shell.db, entry, shell.at)
    return { ok: true, reply: told(row) }
  },

  endRing: async (shell, { params: { callId } }) => {
    if ((await touched(shell, callId)) === undefined) return { ok: false, refusal: 'not-found' }
    await markEnded(shell.db, callId, shell.at)
    return { ok: true, reply: { callId, state: 'ended' } }
  },
} satisfies Partial<Handlers<Shell>>
