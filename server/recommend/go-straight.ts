import { findClaim } from '#db/claims.ts'
import { emptyWrite, isRace, writeOrders } from '#db/order-write.ts'
import { lockFreeOrders } from '#db/orders.ts'
import { dropStraightGone, keepDecision, requeueStraightDue, takeStraightDue } from '#db/recommendation.ts'
import type { Db } from '#db/sql.ts'
import { dispatchOrder } from '#domain/dispatch/dispatch-order.ts'
import { checkStraight, mayGoStraight } from '#domain/dispatch/straight-through.ts'
import { gridRefused } from '#domain/grid/grid-refused.ts'
import type { Instant, OrderId } from '#domain/ids.ts'
import { SYSTEM } from '#domain/order/actor.ts'
import { can, type Order } from '#domain/order/order.ts'
import { loadFor } from '../grid.ts'
import { addChange } from '../persist.ts'
import type { House } from '../shell.ts'
import { keepRecommendation, recommendFor } from './recommend-order.ts'

/** Somebody is changing the order right now: a sweep never waits for a person. */
class Busy extends Error {}

/** What may go to a grid worker by itself is sent by the grid's sweep and left to it by this one. */
const gridTakes = async (house: House, order: Order, now: Instant): Promise<boolean> =>
  house.city.policy.grid.straight && gridRefused(order, house.city, await loadFor(house, order, now), now) === null

/**
 * Decides on one order within the transaction that took it from the queue; returns whether it was dispatched. The order
 * is locked for the some ten milliseconds of it, so that what is decided on is what is dispatched.
 */
async function decideOn(house: House, tx: Db, id: OrderId, now: Instant): Promise<boolean> {
  const { city } = house
  const stored = (await lockFreeOrders(tx, [id])).get(id)
  if (stored === undefined) throw new Busy(id)
  if (!can(stored.order, 'dispatched')) return false
  const { order } = stored
  const recommendation = await recommendFor({ ...house, db: tx }, order, now)
  const { choice } = recommendation.evidence
  const [best] = recommendation.units
  const claimed = (await findClaim(tx, id, now)) !== undefined
  const wish = { co: choice.co, overrideReason: null, note: null }
  const sent = best === undefined ? null : dispatchOrder(order, { ...wish, lead: best.unit }, SYSTEM, city, now)
  const grid = await gridTakes({ ...house, db: tx }, order, now)
  const ground = { choice, best, claimed, allowed: sent?.ok === true, grid }
  const conditions = checkStraight(order, ground, city.policy.straightThrough)
  const went = city.policy.straightThrough.enabled && mayGoStraight(conditions)
  await keepDecision(tx, {
    order: id,
    version: order.version,
    at: now,
    went,
    unit: best?.unit ?? null,
    score: best?.score ?? null,
    rule: choice.rule,
    ruleVersion: choice.version,
    conditions,
  })
  if (!went || sent?.ok !== true) return false
  await keepRecommendation(tx, order, recommendation, SYSTEM.id, now)
  const write = emptyWrite()
  addChange(write, id, stored, sent.events, city)
  await writeOrders(tx, write)
  return true
}

/**
 * One order of the queue, in one transaction: the row is gone only together with the decision on it, so a crash loses
 * nothing, and a second process skips what this one holds. Whoever dispatched by hand meanwhile wins. Null: the queue is
 * empty.
 */
export async function goStraight(house: House, now: Instant): Promise<boolean | 'busy' | null> {
  try {
    return await house.db.tx(async (tx) => {
      const id = await takeStraightDue(tx)
      return id === undefined ? null : decideOn(house, tx, id, now)
    })
  } catch (error) {
    // The row is still there: the next look finds what the other has left.
    if (isRace(error)) return 'busy'
    // One order that cannot be decided on must not keep the others waiting: it goes to the end of the queue.
    await requeueStraightDue(house.db)
    if (error instanceof Busy) return 'busy'
    throw error
  }
}

/** A desk notices nothing of a second's work; the rest waits for the next run. */
const RUN_MS = 1000

export async function sweepStraight(house: House, now: Instant): Promise<number> {
  const until = performance.now() + RUN_MS
  let total = 0
  await dropStraightGone(house.db)
  while (performance.now() < until) {
    const done = await goStraight(house, now)
    if (done === null || done === 'busy') return total
    total += 1
  }
  return total
}
