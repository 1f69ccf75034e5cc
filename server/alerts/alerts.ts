import type { AlertView } from '#contract/alerts.ts'
import type { Handlers } from '#contract/api.ts'
import {
  type AlertMember,
  type AlertRow,
  acknowledge,
  alertMembers,
  alertPage,
  countOpenAlerts,
  findAlert,
} from '#db/alerts.ts'
import type { CategoryCode, Instant, OrderId, RegionCode } from '#domain/ids.ts'
import type { OrderState } from '#domain/order/states.ts'
import { categoryName, regionName } from '../order-view.ts'
import { reachOf } from '../scope.ts'
import type { Shell } from '../shell.ts'
import { staffOf } from '../staff-caller.ts'

const MEMBERS = 12

const memberView = (row: AlertMember): AlertView['members'][number] => ({
  id: row.order_id as OrderId,
  no: row.order_no,
  title: row.title,
  state: row.state as OrderState,
  receivedAt: row.received_at as Instant,
})

const alertView = (shell: Shell, row: AlertRow, members: readonly AlertMember[]): AlertView => ({
  id: row.id,
  kind: row.kind as AlertView['kind'],
  orderId: row.order_id as OrderId,
  no: row.order_no,
  title: row.title,
  category: row.category === '' ? null : (row.category as CategoryCode),
  categoryName: categoryName(shell.city, row.category),
  region: row.region as RegionCode,
  regionName: regionName(shell.city, row.region),
  callers: row.callers,
  orders: row.orders,
  raisedAt: row.raised_at as Instant,
  grewAt: row.grew_at as Instant,
  acknowledged:
    row.acknowledged_at === null
      ? null
      : { at: row.acknowledged_at as Instant, by: row.acknowledged_by ?? '', note: row.note ?? '' },
  members: members.filter(({ alert }) => alert === row.id).map(memberView),
})

export const alertHandlers = {
  listAlerts: async (shell, { query: { tab, kind, limit } }) => {
    const { region } = reachOf(shell)
    const search = { open: tab === 'open', kind: kind ?? null, region, limit }
    const [rows, open] = await Promise.all([alertPage(shell.db, search), countOpenAlerts(shell.db, region)])
    const ids = rows.map(({ id }) => id)
    const members = ids.length === 0 ? [] : await alertMembers(shell.db, ids, MEMBERS)
    return { ok: true, reply: { now: shell.at, open, alerts: rows.map((row) => alertView(shell, row, members)) } }
  },

  acknowledgeAlert: async (shell, { params: { alertId }, body: { note } }) => {
    const { region } = reachOf(shell)
    if ((await findAlert(shell.db, alertId, region)) === undefined) return { ok: false, refusal: 'not-found' }
    if (!(await acknowledge(shell.db, alertId, staffOf(shell).id, note, shell.at)))
      return { ok: false, refusal: 'already-acknowledged' }
    const row = await findAlert(shell.db, alertId, region)
    if (row === undefined) return { ok: false, refusal: 'not-found' }
    return { ok: true, reply: alertView(shell, row, await alertMembers(shell.db, [alertId], MEMBERS)) }
  },
} satisfies Partial<Handlers<Shell>>
