import type { Handlers } from '#contract/api.ts'
import type { OrderReturns, ProblemOrder, ReturnInQueue } from '#contract/returns.ts'
import { refusalWords } from '#contract/wording.ts'
import { draftOf } from '#db/city-versions.ts'
import type { ListedOrder } from '#db/listed-order.ts'
import { loadOrders } from '#db/orders.ts'
import { ordersInAdjudication, ruledOrders, waitingReturns } from '#db/returns.ts'
import { adjudicate } from '#domain/dispatch/adjudicate.ts'
import { decideReturn } from '#domain/dispatch/decide-return.ts'
import { fileOpinion, unitsHeard } from '#domain/dispatch/file-opinion.ts'
import { mayReturn, requestReturn, returnWindow } from '#domain/dispatch/request-return.ts'
import { openReturnOn, responsibleOf } from '#domain/dispatch/returns.ts'
import { type RulingGround, type RulingReach, ruleFromRuling } from '#domain/dispatch/rule-from-ruling.ts'
import type { OrderId, UnitId } from '#domain/ids.ts'
import { assignmentIdOf, assignmentNumberOf } from '#domain/order/assignment-id.ts'
import { can, type Order } from '#domain/order/order.ts'
import { reachableOrder } from './change-order.ts'
import { partInForce } from './city-preview.ts'
import { keepDraft } from './city-versions.ts'
import { unitName } from './order-view.ts'
import { rowView } from './orders.ts'
import { adjudicationView, returnView } from './return-view.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'
import { staffOf } from './staff-caller.ts'
import { changeAndView } from './view-after.ts'

/** A desk looks at what waits, not at an archive. */
const MOST = 200

/** The unit's latest assignment that may still be its own to give back. */
function ownOf(shell: Shell, order: Order): OrderReturns['own'] {
  const own = order.assignments.findLast((a) => a.unit === shell.actor.unit && a.state !== 'cancelled')
  if (own === undefined) return null
  const refusal = mayReturn(order, own, shell.city, shell.at)
  const no = refusal === null ? null : { code: refusal, zh: refusalWords[refusal].zh, en: refusalWords[refusal].en }
  return { n: assignmentNumberOf(own.id), until: returnWindow(own, shell.city), no }
}

/** Whose people may say their unit's word, and whether this ruling hears it. */
const mayFile = ({ actor }: Shell, order: Order): boolean =>
  actor.unit !== null && can(order, 'opinion-filed') && unitsHeard(order).has(actor.unit)

const whenDue = (a: string | null, b: string | null): number => (a ?? '~').localeCompare(b ?? '~')

function inQueue(shell: Shell, row: ListedOrder & { n: number }, order: Order | undefined): ReturnInQueue[] {
  const request = order && openReturnOn(order, assignmentIdOf({ orderId: order.id, n: row.n }))
  return order === undefined || request === undefined
    ? []
    : [{ order: rowView(shell, row), request: returnView(shell, order, request) }]
}

function problem(shell: Shell, row: ListedOrder, order: Order | undefined): ProblemOrder[] {
  const adjudication = order === undefined ? null : adjudicationView(shell, order)
  if (order === undefined || adjudication === null) return []
  const led = new Set(order.assignments.filter((a) => a.role === 'lead').map((a) => a.unit))
  return [
    {
      order: rowView(shell, row),
      adjudication,
      returns: order.returns.map((request) => returnView(shell, order, request)),
      units: [...led].map((unit: UnitId) => ({ unit, name: unitName(shell.city, unit) })),
    },
  ]
}

async function problems(shell: Shell, rows: readonly ListedOrder[]): Promise<ProblemOrder[]> {
  const orders = await loadOrders(
    shell.db,
    rows.map((row) => row.order_id as OrderId),
  )
  return rows.flatMap((row) => problem(shell, row, orders.get(row.order_id as OrderId)?.order))
}

/** Into one's own draft, beside what stands there already; it is adopted the way every version is. */
type RuleWish = { reach: RulingReach; grounds: readonly RulingGround[] }

async function draftRule(shell: Shell, order: Order, { reach, grounds }: RuleWish) {
  const known = await draftOf(shell.db, 'rules', staffOf(shell).id)
  const from = known === undefined ? await partInForce(shell, 'rules') : { id: known.base, rows: known.content }
  const drafted = ruleFromRuling(order, reach, from.rows, shell.city, grounds)
  if (drafted === null) return { ok: false, refusal: 'nothing-ruled' } as const
  const note = known?.note || `裁定 ${order.no}`
  const kept = await keepDraft({ ...shell, expected: null }, 'rules', { base: from.id, rows: drafted.rows, note })
  if (!kept.ok) return kept
  return { ok: true, reply: { draft: kept.reply.id, rule: drafted.rule, replaced: drafted.replaced } } as const
}

export const returnHandlers = {
  requestReturn: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) =>
      requestReturn(order, assignmentIdOf(params), body, shell.actor, shell.city, shell.at),
    ),

  decideReturn: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) =>
      decideReturn(order, assignmentIdOf(params), body, shell.actor, shell.city, shell.at),
    ),

  fileOpinion: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) => fileOpinion(order, body, shell.actor, shell.at)),

  adjudicate: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) => adjudicate(order, body, shell.actor, shell.city, shell.at)),

  orderReturns: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const { order } = stored
    const unit = responsibleOf(order)
    return {
      ok: true,
      reply: {
        now: shell.at,
        responsible: unit === null ? null : { unit, name: unitName(shell.city, unit) },
        returns: order.returns.map((request) => returnView(shell, order, request)),
        adjudication: adjudicationView(shell, order),
        own: ownOf(shell, order),
        mayFile: mayFile(shell, order),
      },
    }
  },

  listReturns: async (shell, { query: { limit } }) => {
    const rows = await waitingReturns(shell.db, reachOf(shell).region, MOST)
    const orders = await loadOrders(shell.db, [...new Set(rows.map((row) => row.order_id as OrderId))])
    const returns = rows
      .flatMap((row) => inQueue(shell, row, orders.get(row.order_id as OrderId)?.order))
      .toSorted((a, b) => whenDue(a.request.due, b.request.due))
    return {
      ok: true,
      reply: {
        now: shell.at,
        waiting: returns.length,
        late: returns.filter(({ request }) => request.late).length,
        returns: returns.slice(0, limit),
      },
    }
  },

  listProblemOrders: async (shell, { query: { tab, cursor, limit } }) => {
    const { region } = reachOf(shell)
    const open = await problems(shell, await ordersInAdjudication(shell.db, region, MOST))
    const ruled = tab === 'open' ? [] : await ruledOrders(shell.db, region, cursor ?? null, limit + 1)
    const shown =
      tab === 'open'
        ? open.toSorted((a, b) => whenDue(a.adjudication.due, b.adjudication.due)).slice(0, limit)
        : await problems(shell, ruled.slice(0, limit))
    return {
      ok: true,
      reply: {
        now: shell.at,
        open: open.length,
        late: open.filter(({ adjudication }) => adjudication.late).length,
        orders: shown,
        next: ruled.length > limit ? (shown.at(-1)?.order.id ?? null) : null,
      },
    }
  },

  draftRuleFromRuling: async (shell, { params, body }) => {
    const stored = await reachableOrder(shell, params.orderId)
    return stored === undefined ? { ok: false, refusal: 'not-found' } : draftRule(shell, stored.order, body)
  },
} satisfies Partial<Handlers<Shell>>
