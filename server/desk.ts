import type { Handlers } from '#contract/api.ts'
import type { ClaimView, PoolOrder } from '#contract/desk.ts'
import { type Claim, dropClaim, findClaim, takeClaim } from '#db/claims.ts'
import { deskCounts, donePage, type PoolRow, poolPage, type Seat, straightPage } from '#db/desk-pool.ts'
import { claimedUntil, type Desk, deskOf, mayWorkAt } from '#domain/dispatch/desk.ts'
import { dayOf, type Instant, instantOf, SHANGHAI_OFFSET_MS, type StaffId } from '#domain/ids.ts'
import { reachableOrder } from './change-order.ts'
import { rowView } from './orders.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'

const claimView = (shell: Shell, { holder, name, since, until }: Claim): ClaimView => ({
  name,
  mine: holder === shell.actor.id,
  since,
  until,
})

const atDesk = (shell: Shell, desk: Desk): boolean =>
  shell.caller.kind === 'staff' && mayWorkAt(desk, shell.caller.roles)

const midnightBefore = (at: Instant): Instant => instantOf(Date.parse(`${dayOf(at)}T00:00:00Z`) - SHANGHAI_OFFSET_MS)

function poolOrder(shell: Shell, row: PoolRow): PoolOrder {
  const { holder, holder_name: name, claimed_since: since, claimed_until: until } = row
  const claim =
    holder === null || name === null || since === null || until === null
      ? null
      : { holder: holder as StaffId, name, since: since as Instant, until: until as Instant }
  return {
    ...rowView(shell, row),
    deskSince: row.desk_since as Instant | null,
    deskDue: row.desk_due as Instant | null,
    claim: claim === null ? null : claimView(shell, claim),
  }
}

/** The pools of the hotline's own steps, and who has taken what up. */
export const deskHandlers = {
  deskPool: async (shell, { params: { desk }, query: { tab, cursor, limit } }) => {
    if (!atDesk(shell, desk)) return { ok: false, refusal: 'not-allowed' }
    const seat: Seat = { desk, person: shell.actor.id, region: reachOf(shell).region, at: shell.at }
    const today = midnightBefore(shell.at)
    const after = cursor ?? null
    const [rows, { oldest, ...counts }] = await Promise.all([
      tab === 'done'
        ? donePage(shell.db, seat, today, after, limit + 1)
        : tab === 'straight'
          ? straightPage(shell.db, seat, after, limit + 1)
          : poolPage(shell.db, seat, tab === 'mine', after, limit + 1),
      deskCounts(shell.db, seat, today),
    ])
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    return {
      ok: true,
      reply: {
        now: shell.at,
        orders: shown.map((row) => poolOrder(shell, row)),
        next: last === undefined ? null : `${last.sorted_by}|${last.order_id}`,
        counts,
        oldest: oldest as Instant | null,
      },
    }
  },

  claimOrder: async (shell, { params: { orderId } }) => {
    const stored = await reachableOrder(shell, orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const desk = deskOf(stored.order.state)
    if (desk === undefined) return { ok: false, refusal: 'wrong-state' }
    if (!atDesk(shell, desk)) return { ok: false, refusal: 'not-allowed' }
    const wanted = { order: orderId, desk, holder: shell.actor.id, at: shell.at, until: claimedUntil(shell.at) }
    // Whoever held it may have let go between the two statements: then it is free to be asked for again.
    const claim = (await takeClaim(shell.db, wanted)) ?? (await takeClaim(shell.db, wanted))
    return claim === undefined
      ? { ok: false, refusal: 'still-in-progress' }
      : { ok: true, reply: claimView(shell, claim) }
  },

  getClaim: async (shell, { params: { orderId } }) => {
    if ((await reachableOrder(shell, orderId)) === undefined) return { ok: false, refusal: 'not-found' }
    const claim = await findClaim(shell.db, orderId, shell.at)
    return { ok: true, reply: { claim: claim === undefined ? null : claimView(shell, claim) } }
  },

  releaseOrder: async (shell, { params: { orderId } }) => {
    const stored = await reachableOrder(shell, orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    await dropClaim(shell.db, orderId, shell.actor.id)
    const claim = await findClaim(shell.db, orderId, shell.at)
    return { ok: true, reply: { claim: claim === undefined ? null : claimView(shell, claim) } }
  },
} satisfies Partial<Handlers<Shell>>
