import { addAlert, alertOf, alertsAlone, callersInAlert, joinAlert, noteGrowth, openAmong } from '#db/alerts.ts'
import { emptyWrite, writeOrders } from '#db/order-write.ts'
import { lockOrders } from '#db/orders.ts'
import type { Db } from '#db/sql.ts'
import type { Instant, OrderId } from '#domain/ids.ts'
import { SYSTEM } from '#domain/order/actor.ts'
import type { AlertKind } from '#domain/order/merge-events.ts'
import { can } from '#domain/order/order.ts'
import { addChange } from '../persist.ts'
import { daysBefore } from '../same/ended-day.ts'
import type { House } from '../shell.ts'

/** What alarmed so long ago and goes on is told anew. */
const AGAIN_DAYS = 30

export type Alarm = {
  kind: AlertKind
  /** the master, where there is one; else the newest open order stands for the matter */
  subject: OrderId | null
  orders: readonly OrderId[]
  callers: number
}

/** An order without a number is somebody by itself. */
export const countCallers = (rows: readonly { order_id: string; caller: string | null }[]): number =>
  new Set(rows.map(({ order_id, caller }) => caller ?? order_id)).size

async function grow(db: Db, alert: number, orders: readonly OrderId[], at: Instant): Promise<boolean> {
  if ((await joinAlert(db, alert, orders)) === 0) return false
  const all = await callersInAlert(db, alert)
  await noteGrowth(db, alert, countCallers(all), all.length, at)
  return true
}

/**
 * Raises an alert once for a matter: its row, its orders, and an event in the log of the order that stands for it, from
 * which the bell reads. Known already, it only grows. Within the caller's transaction. True: it was raised.
 */
export async function raiseAlert(house: Pick<House, 'city'>, tx: Db, alarm: Alarm, at: Instant): Promise<boolean> {
  await alertsAlone(tx)
  const known = await alertOf(tx, alarm.kind, alarm.orders, daysBefore(at, AGAIN_DAYS))
  if (known !== undefined) {
    await grow(tx, known.id, alarm.orders, at)
    return false
  }
  const [newest] = alarm.subject === null ? await openAmong(tx, alarm.orders) : [alarm.subject]
  const subject = (newest ?? alarm.orders.at(-1)) as OrderId | undefined
  if (subject === undefined) return false
  const counts = { callers: alarm.callers, orders: alarm.orders.length }
  const alert = await addAlert(tx, { kind: alarm.kind, order_id: subject, ...counts, at })
  await joinAlert(tx, alert, alarm.orders)
  const stored = (await lockOrders(tx, [subject])).get(subject)
  if (stored === undefined || !can(stored.order, 'alert-raised')) return true
  const write = emptyWrite()
  addChange(
    write,
    subject,
    stored,
    [{ kind: 'alert-raised', at, by: SYSTEM, alert: alarm.kind, ...counts }],
    house.city,
  )
  await writeOrders(tx, write)
  return true
}
