import type { Handlers } from '#contract/api.ts'
import type { BulkResult } from '#contract/bulk.ts'
import { refusalWords } from '#contract/wording.ts'
import { numbersOf } from '#db/order-numbers.ts'
import { emptyWrite, writeOrders } from '#db/order-write.ts'
import { lockOrders, type StoredOrder } from '#db/orders.ts'
import { linkRepeat } from '#domain/accept/link-repeat.ts'
import { answeredByMaster } from '#domain/dispatch/follow-master.ts'
import { type MergeOrder, type MergeRefusal, mergeOrder } from '#domain/dispatch/merge-order.ts'
import { toldOnMerging } from '#domain/dispatch/tell-master.ts'
import { type UnmergeOrder, type UnmergeRefusal, unmergeOrder } from '#domain/dispatch/unmerge-order.ts'
import type { OrderId } from '#domain/ids.ts'
import { alertOnMerge } from './alerts/alert-on-merge.ts'
import { type Changed, changeOrder, reachableOrder } from './change-order.ts'
import { votersNow } from './followers.ts'
import { callersView } from './master-callers.ts'
import { identityOf } from './order-view.ts'
import { seen } from './orders.ts'
import { addChange } from './persist.ts'
import { beforeMerging, judge } from './proposals.ts'
import { orderInReach } from './scope.ts'
import type { Shell } from './shell.ts'
import { withoutCaller } from './told-at-master.ts'
import { viewAfter } from './view-after.ts'

type MergeOutcome = Changed<MergeRefusal | 'unknown-master'>
type Pair = { stored: StoredOrder; master: StoredOrder }

/** Both orders, locked in key order, so that two merges crossing wait for one another instead of deadlocking. */
async function lockPair(shell: Shell, id: OrderId, master: OrderId): Promise<Partial<Pair>> {
  const found = await lockOrders(shell.db, [id, master])
  const within = (one: OrderId) => {
    const stored = found.get(one)
    return stored !== undefined && orderInReach(shell, stored) ? { stored } : undefined
  }
  const [own, other] = [within(id), within(master)]
  return { ...own, ...(other === undefined ? {} : { master: other.stored }) }
}

const isStale = ({ expected }: Shell, { order }: StoredOrder): boolean =>
  expected !== null && expected !== order.version

/** Merged into a master that is answered already, this caller has the answer at once; a next one may never come. */
async function answeredAlready(shell: Shell, { order }: StoredOrder, { order: master }: StoredOrder) {
  if (master.state !== 'pending-callback') return []
  const voters = await votersNow(shell, master)
  return [answeredByMaster(order, master, voters.has(order.id), shell.actor, shell.city, shell.at)]
}

/** Both orders change together or not at all. */
async function merge(shell: Shell, id: OrderId, wish: MergeOrder): Promise<MergeOutcome> {
  const { stored, master } = await lockPair(shell, id, wish.master)
  if (stored === undefined) return { ok: false, refusal: 'not-found' }
  if (master === undefined) return { ok: false, refusal: 'unknown-master' }
  if (isStale(shell, stored)) return { ok: false, refusal: 'stale-version' }
  const decision = mergeOrder(stored.order, master.order, wish, shell.actor, shell.at)
  if (!decision.ok) return decision
  const write = emptyWrite()
  const [tookIn, merged] = [decision.events.map((e) => e.tookIn), decision.events.map((e) => e.merged)]
  const said = toldOnMerging(stored.order, master.order, withoutCaller(shell, stored), shell.at)
  const taking = addChange(write, wish.master, master, [...tookIn, ...said], shell.city)
  const told = await answeredAlready(shell, stored, taking)
  const reply = addChange(write, id, stored, [...merged, ...told], shell.city)
  await writeOrders(shell.db, write)
  return { ok: true, reply }
}

async function unmerge(shell: Shell, id: OrderId, wish: UnmergeOrder): Promise<Changed<UnmergeRefusal>> {
  const before = await reachableOrder(shell, id)
  if (before === undefined) return { ok: false, refusal: 'not-found' }
  if (before.order.master === null) return { ok: false, refusal: 'not-merged' }
  const { stored, master } = await lockPair(shell, id, before.order.master)
  if (stored === undefined) return { ok: false, refusal: 'not-found' }
  if (isStale(shell, stored)) return { ok: false, refusal: 'stale-version' }
  if (master === undefined) return { ok: false, refusal: 'master-not-open' }
  const decision = unmergeOrder(stored.order, master.order, wish, shell.actor, shell.city, shell.at)
  if (!decision.ok) return decision
  const write = emptyWrite()
  const [own, masters] = [decision.events.map((e) => e.own), decision.events.map((e) => e.masters)]
  addChange(write, master.order.id, master, masters, shell.city)
  const reply = addChange(write, id, stored, own, shell.city)
  await writeOrders(shell.db, write)
  return { ok: true, reply }
}

const inOne = <T>(shell: Shell, act: (within: Shell) => Promise<T>): Promise<T> =>
  shell.db.inTx ? act(shell) : shell.db.tx((db) => act({ ...shell, db }))

/** One merge with what follows from it: the proposal it took up, and the alarm if the matter has grown large. */
const mergeOne = (shell: Shell, id: OrderId, wish: MergeOrder): Promise<MergeOutcome> =>
  inOne(shell, async (within) => {
    const taken = await beforeMerging(within, id, wish)
    const merged = await merge(within, id, wish)
    if (merged.ok) {
      await taken?.()
      await alertOnMerge(within, wish.master)
    }
    return merged
  })

/** In the order asked for; each is its own change, so one refused stops no other. */
async function mergeMany(shell: Shell, ids: readonly OrderId[], wish: MergeOrder): Promise<BulkResult[]> {
  const numbers = await numbersOf(shell.db, ids)
  const results: BulkResult[] = []
  for (const id of ids) {
    const outcome = await mergeOne({ ...shell, expected: null }, id, wish)
    const no = numbers.get(id) ?? null
    if (outcome.ok) {
      results.push({ id, no: no ?? '', ok: true })
      continue
    }
    const { zh, en } = refusalWords[outcome.refusal]
    const told = outcome.refusal === 'not-found' ? null : no
    results.push({ id, no: told, ok: false, refusal: outcome.refusal, words: { zh, en } })
  }
  return results
}

/** By number, the caller's or the one to be called: of an order without any nobody can say it is the same person. */
function sameCaller(shell: Shell, a: StoredOrder, b: StoredOrder): boolean {
  const phones = (stored: StoredOrder) => {
    const identity = identityOf(shell.vault, stored)
    return [identity?.callerPhone, identity?.contactPhone].filter((phone) => phone != null)
  }
  const known = new Set(phones(a))
  return phones(b).some((phone) => known.has(phone))
}

export const mergeHandlers = {
  mergeOrder: (shell, { params, body }) => viewAfter(shell, mergeOne(shell, params.orderId, body)),

  mergeOrders: async (shell, { body: { orders, ...wish } }) => ({
    ok: true,
    reply: { results: await mergeMany(shell, orders, wish) },
  }),

  unmergeOrder: (shell, { params, body }) =>
    viewAfter(
      shell,
      inOne(shell, (within) => unmerge(within, params.orderId, body)),
    ),

  linkRepeat: async (shell, { params, body }) => {
    if ((await reachableOrder(shell, params.orderId)) === undefined) return { ok: false, refusal: 'not-found' }
    const earlier = await reachableOrder(shell, body.of)
    if (earlier === undefined) return { ok: false, refusal: 'unknown-order' }
    return viewAfter(
      shell,
      changeOrder(shell, params.orderId, (order, stored) =>
        linkRepeat(order, earlier.order, sameCaller(shell, stored, earlier), shell.actor, shell.city, shell.at),
      ),
    )
  },

  judgeProposal: async (shell, { params, body }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    if ((await reachableOrder(shell, params.otherId)) === undefined) return { ok: false, refusal: 'unknown-order' }
    return { ok: true, reply: await judge(shell, stored, params.otherId, body) }
  },

  orderCallers: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const reply = await callersView(shell, stored)
    const shown = reply.callers.some(({ appellant }) => appellant.address !== null)
    for (const { id } of reply.callers) await seen(shell, id, 'view', shown ? ['masked-appellant'] : ['callback'], null)
    return { ok: true, reply }
  },
} satisfies Partial<Handlers<Shell>>
