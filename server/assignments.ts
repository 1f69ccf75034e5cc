import type { Handlers } from '#contract/api.ts'
import type { AssignmentRow } from '#contract/assignments.ts'
import type { BulkResult } from '#contract/bulk.ts'
import { signedAlreadyWords } from '#contract/signed-words.ts'
import { refusalWords } from '#contract/wording.ts'
import { assignmentPage, groupCounts, type ListedAssignment, type OwedBy, tabCounts } from '#db/assignment-list.ts'
import { lastLooks, signingOf } from '#db/last-looks.ts'
import { numbersOf } from '#db/order-numbers.ts'
import { loadOrders, type StoredOrder } from '#db/orders.ts'
import { dueGroupEnds, dueGroupOf } from '#domain/deadline/due-group.ts'
import { subAssignmentsOf } from '#domain/handling/assignment-of.ts'
import { nextDuty } from '#domain/handling/next-duty.ts'
import { signAssignment } from '#domain/handling/sign-assignment.ts'
import type { Instant, OrderId, UnitId } from '#domain/ids.ts'
import { assignmentIdOf } from '#domain/order/assignment-id.ts'
import type { Assignment } from '#domain/order/order.ts'
import { changeOrder } from './change-order.ts'
import { unitName } from './order-view.ts'
import { rowView } from './orders.ts'
import { type Answered, responsibleFor } from './responsible-orders.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'

const NO_UNIT = '' as UnitId

const OWED: readonly Assignment['state'][] = ['pending-sign', 'signed', 'processing', 'sent-back']
const counted = (assignments: readonly Assignment[]) => ({
  total: assignments.length,
  open: assignments.filter((a) => OWED.includes(a.state)).length,
})

function rowOf(shell: Shell, row: ListedAssignment, stored: StoredOrder | undefined, seen: Instant | undefined) {
  const order = stored?.order
  const id = assignmentIdOf({ orderId: row.order_id as OrderId, n: row.n })
  const assignment = order?.assignments.find((a) => a.id === id)
  const live = order?.assignments.filter((a) => a.state !== 'returned' && a.state !== 'cancelled') ?? []
  const view: AssignmentRow = {
    order: rowView(shell, row),
    n: row.n,
    unit: row.unit as AssignmentRow['unit'],
    unitName: unitName(shell.city, row.unit),
    role: row.role as AssignmentRow['role'],
    state: row.assignment_state as AssignmentRow['state'],
    dispatchedAt: row.dispatched_at as Instant,
    due: row.due as Instant | null,
    duty: order === undefined || assignment === undefined ? null : nextDuty(order, assignment),
    urgedAt: order?.lastUrgedAt ?? null,
    supplementsNew: order?.supplements.filter((s) => seen === undefined || s.at > seen).length ?? 0,
    subs: counted(subAssignmentsOf({ assignments: live }, id)),
    cos: counted(live.filter((a) => a.role === 'co' && a.id !== id)),
    merged: order?.mergedOrders.length ?? 0,
    parent: row.parent,
  }
  return view
}

/** In the unit's own words: who was faster and when; any other "no" in the words its own call would have given. */
async function whyNot(shell: Shell, orderId: OrderId, n: number, refusal: keyof typeof refusalWords) {
  const { zh, en } = refusalWords[refusal]
  if (refusal !== 'wrong-state') return { zh, en }
  const signing = await signingOf(shell.db, orderId, assignmentIdOf({ orderId, n }))
  return signing === undefined ? { zh, en } : signedAlreadyWords(signing)
}

/** All that the unit still answers for: a handful, so one page holds them. */
async function responsibleReply(shell: Shell, by: OwedBy, answers: readonly Answered[], limit: number) {
  const looks = await lastLooks(
    shell.db,
    answers.map(({ stored }) => stored.order.id),
    shell.actor.id,
  )
  const assignments = answers.map(({ row, stored }) => rowOf(shell, row, stored, looks.get(stored.order.id)))
  const groups = { overdue: 0, today: 0, tomorrow: 0, later: 0 }
  for (const { due } of assignments) groups[dueGroupOf(due, shell.at)] += 1
  const tabs = { ...(await tabCounts(shell.db, by)), responsible: answers.length }
  return { now: shell.at, assignments: assignments.slice(0, limit), next: null, tabs, groups }
}

export const assignmentHandlers = {
  listAssignments: async (shell, { query: { tab, cursor, limit } }) => {
    // A machine of no unit has no desk: nothing is assigned to it.
    const unit = shell.actor.unit ?? NO_UNIT
    const by = { unit, region: reachOf(shell).region }
    const answers = await responsibleFor(shell, unit, by.region)
    if (tab === 'responsible') return { ok: true, reply: await responsibleReply(shell, by, answers, limit) }
    const [id = '', n = '0'] = cursor?.id.split('_') ?? []
    const after = cursor === undefined ? null : { moment: cursor.moment, id, n: Number(n) || 0 }
    const [found, tabs, groups] = await Promise.all([
      assignmentPage(shell.db, by, tab, after, limit + 1),
      tabCounts(shell.db, by),
      groupCounts(shell.db, by, tab, shell.at, dueGroupEnds(shell.at)),
    ])
    const rows = found.slice(0, limit)
    const ids = rows.map((row) => row.order_id as OrderId)
    const [orders, looks] = await Promise.all([loadOrders(shell.db, ids), lastLooks(shell.db, ids, shell.actor.id)])
    const last = found.length > limit ? rows.at(-1) : undefined
    return {
      ok: true,
      reply: {
        now: shell.at,
        assignments: rows.map((row) => {
          const orderId = row.order_id as OrderId
          return rowOf(shell, row, orders.get(orderId), looks.get(orderId))
        }),
        next: last === undefined ? null : `${last.sorted_by}|${last.order_id}_${last.n}`,
        tabs: { ...tabs, responsible: answers.length },
        groups,
      },
    }
  },

  signAssignments: async (shell, { body }) => {
    const ids = body.items.map((item) => item.orderId)
    const numbers = await numbersOf(shell.db, ids)
    const results: BulkResult[] = []
    // In key order, so that inside a transaction two of these wait for one another and never deadlock.
    for (const { orderId, n } of body.items.toSorted((a, b) => (a.orderId < b.orderId ? -1 : 1))) {
      const changed = await changeOrder({ ...shell, expected: null }, orderId, (order) =>
        signAssignment(order, assignmentIdOf({ orderId, n }), shell.actor, shell.at),
      )
      const no = numbers.get(orderId) ?? null
      if (changed.ok) {
        results.push({ id: orderId, no: no ?? '', ok: true })
        continue
      }
      const { refusal } = changed
      const words = await whyNot(shell, orderId, n, refusal)
      results.push({ id: orderId, no: refusal === 'not-found' ? null : no, ok: false, refusal, words })
    }
    return { ok: true, reply: { results } }
  },
} satisfies Partial<Handlers<Shell>>
