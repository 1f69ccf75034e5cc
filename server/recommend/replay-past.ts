import { setImmediate as breathe } from 'node:timers/promises'
import { conditionNames } from '#contract/recommend-words.ts'
import { orderKeysSince } from '#db/order-keys-since.ts'
import { loadOrders } from '#db/orders.ts'
import type { StraightThroughPolicy } from '#domain/city/straight-through-policy.ts'
import { mayGoStraight, StraightCondition } from '#domain/dispatch/straight-through.ts'
import { msOf, type OrderId } from '#domain/ids.ts'
import { keyDaysAgo } from '../key-days-ago.ts'
import { unitName } from '../order-view.ts'
import type { Shell } from '../shell.ts'
import { type Judged, type PastOrder, pastOrder, replay } from './replay.ts'

const DAY = 86_400_000
/** The newest: some 2 ms each, all in all. */
const MOST = 5000
const BATCH = 100
/** So many are read or judged before others have a turn: some 10 ms. */
const AT_A_TIME = 5
const EXAMPLES = 10

async function pastOrders(shell: Shell, days: number): Promise<PastOrder[]> {
  const { db, at } = shell
  const ids = await orderKeysSince(db, keyDaysAgo(at, days), MOST)
  const orders: PastOrder[] = []
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = await loadOrders(db, ids.slice(from, from + BATCH) as OrderId[])
    for (const { order } of batch.values()) {
      orders.push(pastOrder(order, shell))
      if (orders.length % AT_A_TIME === 0) await breathe()
    }
  }
  return orders
}

type Failing = { condition: StraightCondition; name: { zh: string; en: string }; orders: number; alone: number }

function failingOf(judged: readonly Judged[]): Failing[] {
  const failed = judged.map(({ conditions }) =>
    conditions.filter(({ held }) => !held).map(({ condition }) => condition),
  )
  return StraightCondition.options
    .map((condition) => ({
      condition,
      name: conditionNames[condition],
      orders: failed.filter((list) => list.includes(condition)).length,
      alone: failed.filter((list) => list.length === 1 && list[0] === condition).length,
    }))
    .filter(({ orders }) => orders > 0)
    .toSorted((a, b) => b.orders - a.orders)
}

/** Tries settings on the last days: what would have gone by itself, and what of that would have been wrong. */
export async function replayPast(shell: Shell, policy: StraightThroughPolicy, days: number) {
  const orders = await pastOrders(shell, days + policy.days)
  const from = msOf(shell.at) - days * DAY
  const judged: Judged[] = []
  for (const one of replay(shell.city, orders, { policy, now: shell.at, from })) {
    judged.push(one)
    if (judged.length % AT_A_TIME === 0) await breathe()
  }
  const gone = judged.filter(({ conditions }) => mayGoStraight(conditions))
  const wrong = gone.filter(({ units, final }) => units[0]?.unit !== final)
  return {
    now: shell.at,
    days,
    policy,
    judged: judged.length,
    went: gone.length,
    wrong: wrong.length,
    wrongByPeople: judged.filter(({ first, final }) => first !== final).length,
    failing: failingOf(judged),
    examples: wrong.slice(0, EXAMPLES).map(({ order, units, final }) => ({
      id: order.id,
      no: order.no,
      unitName: unitName(shell.city, units[0]?.unit ?? ''),
      finalName: unitName(shell.city, final),
    })),
  }
}
