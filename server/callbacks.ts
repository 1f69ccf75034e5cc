import type { Handlers } from '#contract/api.ts'
import type { CallbackRow } from '#contract/callback.ts'
import { callbackCounts, callbackPage } from '#db/callback-list.ts'
import type { PoolRow } from '#db/desk-pool.ts'
import { loadOrders, type StoredOrder } from '#db/orders.ts'
import { isDissatisfied } from '#domain/callback/record-callback.ts'
import { dayNumberAt, startOfDay } from '#domain/deadline/civil-time.ts'
import { type Instant, instantOf, msOf, type OrderId } from '#domain/ids.ts'
import { rowView } from './orders.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'

function claimOf(shell: Shell, row: PoolRow): CallbackRow['claim'] {
  const { holder, holder_name: name, claimed_since: since, claimed_until: until } = row
  if (name === null || since === null || until === null) return null
  return { name, mine: holder === shell.actor.id, since: since as Instant, until: until as Instant }
}

const NEVER_CALLED = { lastCallback: null, callbackAttempts: 0, nextCallbackAt: null }

function callbackRow(shell: Shell, row: PoolRow, stored: StoredOrder | undefined): CallbackRow {
  const { lastCallback: rated, callbackAttempts, nextCallbackAt } = stored?.order ?? NEVER_CALLED
  return {
    ...rowView(shell, row),
    attempts: callbackAttempts,
    deskDue: row.desk_due as Instant | null,
    // A rework begins a new round with no attempts, and an attempt that reached nobody names the next.
    ratedDown: rated !== null && callbackAttempts > 0 && nextCallbackAt === null && isDissatisfied(rated),
    claim: claimOf(shell, row),
  }
}

export const callbackHandlers = {
  listCallbacks: async (shell, { query: { tab, cursor, limit } }) => {
    const caller = { person: shell.actor.id, region: reachOf(shell).region, at: shell.at }
    const today = instantOf(startOfDay(dayNumberAt(msOf(shell.at))))
    const [found, { done, ...tabs }] = await Promise.all([
      callbackPage(shell.db, caller, tab, cursor ?? null, limit + 1),
      callbackCounts(shell.db, caller, today),
    ])
    const rows = found.slice(0, limit)
    const orders = await loadOrders(
      shell.db,
      rows.map((row) => row.order_id as OrderId),
    )
    const last = found.length > limit ? rows.at(-1) : undefined
    const { callbackAttempts: attempts, reworkLimit, callbackWindowHours: windowHours } = shell.city.policy
    return {
      ok: true,
      reply: {
        now: shell.at,
        orders: rows.map((row) => callbackRow(shell, row, orders.get(row.order_id as OrderId))),
        next: last === undefined ? null : `${last.sorted_by}|${last.order_id}`,
        tabs,
        done,
        policy: { attempts, reworkLimit, windowHours },
      },
    }
  },
} satisfies Partial<Handlers<Shell>>
