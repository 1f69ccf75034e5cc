import type { Api, Handlers } from '#contract/api.ts'
import type { Call } from '#contract/endpoint.ts'
import { rights } from '#contract/rights.ts'
import type { MatterCluster } from '#contract/same-matter.ts'
import { type ClusterMember, type ClusterRow, clusterMembers, matterClusters } from '#db/matter-clusters.ts'
import { matterOfOrder } from '#db/matter-links.ts'
import { refusedFor } from '#db/merge-verdicts.ts'
import type { StoredOrder } from '#db/orders.ts'
import { matterTexts } from '#db/similar-orders.ts'
import { readSweeps } from '#db/sweeps.ts'
import type { CategoryCode, Instant, OrderId, RegionCode } from '#domain/ids.ts'
import type { OrderState } from '#domain/order/states.ts'
import { matterTextOf } from '#language/same/matter-text.ts'
import { reachableOrder } from './change-order.ts'
import { refusedBy } from './http.ts'
import { categoryName, identityOf, regionName } from './order-view.ts'
import { findSame } from './same/find-same.ts'
import { isReady } from './same/same-state.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'
import { finderOf, similarViews } from './similar.ts'

const SHOWN = 10
const MEMBERS = 12
const TOWN_DIGITS = 9

/** The citizen's numbers, where the caller may look by number at all. */
function phoneIndexes(shell: Shell, stored: StoredOrder): Buffer[] {
  if (refusedBy(rights.findByPhone, shell.caller) !== null) return []
  const identity = identityOf(shell.vault, stored)
  const phones = [identity?.callerPhone, identity?.contactPhone].filter((phone) => phone != null)
  return phones.flatMap((phone) => shell.vault.phoneIndexes(phone))
}

function townsOf(shell: Shell, members: readonly ClusterMember[]): MatterCluster['towns'] {
  const counts = new Map<string, number>()
  for (const { region } of members) {
    const town = region.slice(0, TOWN_DIGITS)
    counts.set(town, (counts.get(town) ?? 0) + 1)
  }
  return [...counts]
    .map(([region, orders]) => ({ region: region as RegionCode, name: regionName(shell.city, region), orders }))
    .toSorted((a, b) => b.orders - a.orders || (a.region < b.region ? -1 : 1))
}

const memberView = (shell: Shell, row: ClusterMember): MatterCluster['members'][number] => ({
  id: row.order_id as OrderId,
  no: row.order_no,
  title: row.title,
  state: row.state as OrderState,
  receivedAt: row.received_at as Instant,
  regionName: regionName(shell.city, row.region),
})

function clusterView(shell: Shell, row: ClusterRow, members: readonly ClusterMember[]): MatterCluster {
  return {
    matter: row.matter as OrderId,
    title: members.at(-1)?.title ?? '',
    category: row.category === '' ? null : (row.category as CategoryCode),
    categoryName: categoryName(shell.city, row.category),
    orders: row.orders,
    open: row.open,
    callers: row.callers,
    towns: townsOf(shell, members),
    lastDay: row.last_day,
    lastWeek: row.last_week,
    weekBefore: row.week_before,
    first: row.first as Instant,
    newest: row.newest as Instant,
    members: members.slice(0, MEMBERS).map((member) => memberView(shell, member)),
  }
}

async function clusters(shell: Shell, query: Call<Api['matterClusters']>['query']): Promise<MatterCluster[]> {
  const within = { reach: reachOf(shell).region, region: query.region ?? null }
  const { sort, limit, matter = null } = query
  const rows = await matterClusters(shell.db, { ...within, matter, sort, limit, now: shell.at })
  const matters = rows.map((row) => row.matter)
  const members = rows.length === 0 ? [] : await clusterMembers(shell.db, matters, within)
  return rows.map((row) =>
    clusterView(
      shell,
      row,
      members.filter(({ matter: of }) => of === row.matter),
    ),
  )
}

export const sameMatterHandlers = {
  sameMatter: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const { order } = stored
    const { region, lng, lat, category } = order.request
    // As it is stored: masking its lines anew took longer than comparing them.
    const [own] = await matterTexts(shell.db, [order.id])
    const text = matterTextOf(own?.body ?? '')
    const asked = { text, phoneIndexes: phoneIndexes(shell, stored), region, lng, lat, category, not: order.id }
    const found = await findSame(finderOf(shell), asked, SHOWN)
    return {
      ok: true,
      reply: {
        ready: isReady(shell.same),
        orders: await similarViews(shell, found, asked, order.receivedAt, await refusedFor(shell.db, order.id)),
        matter: (await matterOfOrder(shell.db, order.id)) as OrderId | null,
      },
    }
  },

  matterClusters: async (shell, { query }) => {
    const swept = (await readSweeps(shell.db)).find(({ name }) => name === 'clusters')
    const at = (swept?.last_run ?? null) as Instant | null
    return { ok: true, reply: { now: shell.at, at, clusters: await clusters(shell, query) } }
  },
} satisfies Partial<Handlers<Shell>>
