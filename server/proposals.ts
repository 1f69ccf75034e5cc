import { proposalWords, testWords } from '#contract/proposal-words.ts'
import type { SimilarOrder } from '#contract/seat.ts'
import { keepVerdict } from '#db/merge-verdicts.ts'
import type { StoredOrder } from '#db/orders.ts'
import { type SimilarRow, similarOrders } from '#db/similar-orders.ts'
import { mergeCase, type Proposal } from '#domain/accept/merge-case.ts'
import { matterScore, rankSimilar } from '#domain/accept/rank-similar.ts'
import type { Ground, Probe } from '#domain/accept/same-grounds.ts'
import { isSecret, type MergeOrder } from '#domain/dispatch/merge-order.ts'
import type { CategoryCode, Instant, OrderId, RegionCode } from '#domain/ids.ts'
import type { OrderState } from '#domain/order/states.ts'
import type { Matter } from '#language/same/likeness.ts'
import { reachableOrder } from './change-order.ts'
import { categoryName, identityOf, regionName } from './order-view.ts'
import { daysBefore } from './same/ended-day.ts'
import { candidateOf } from './same/find-same.ts'
import { knownMatter } from './same/known-matters.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'

export type Asking = Pick<Probe, 'region' | 'lng' | 'lat' | 'category'>
type Seen = Pick<
  SimilarRow,
  'same_caller' | 'region' | 'lng' | 'lat' | 'category' | 'state' | 'received_at' | 'ended_at'
>

/** What the table says of a request received at `at` and an order that the search found. */
export function proposalOn(
  { city }: Pick<Shell, 'city'>,
  asking: Asking,
  row: Seen,
  confidential: boolean,
  grounds: readonly Ground[],
  at: Instant,
): Proposal | null {
  const other = {
    sameCaller: row.same_caller,
    region: row.region as RegionCode,
    lng: row.lng,
    lat: row.lat,
    category: row.category === '' ? null : (row.category as CategoryCode),
    state: row.state as OrderState,
    confidential,
    receivedAt: row.received_at as Instant,
    endedAt: row.ended_at as Instant | null,
  }
  return mergeCase({ ...asking, text: '' }, other, grounds, city.policy.merging, at)
}

export function proposalView({ city }: Pick<Shell, 'city'>, proposal: Proposal): SimilarOrder['proposal'] {
  const names = {
    category: (code: string) => categoryName(city, code) ?? code,
    region: (code: string) => regionName(city, code),
  }
  const tests = proposal.tests.map((test) => testWords(test, names))
  return { kind: proposal.kind, words: proposalWords[proposal.kind], tests }
}

type Compared = { proposal: Proposal | null; probability: number | null }
const NOT_COMPARED: Compared = { proposal: null, probability: null }

/** Two stored orders by the same measure as the search, without searching: one statement, two texts. */
async function compare(shell: Shell, { order, identity }: StoredOrder, otherId: OrderId): Promise<Compared> {
  const appellant = identityOf(shell.vault, { order, identity })
  const phones = [appellant?.callerPhone, appellant?.contactPhone].filter((phone) => phone != null)
  const { recentDays } = shell.city.policy.sameMatter
  const rows = await similarOrders(shell.db, {
    ids: [order.id, otherId],
    phoneIndexes: phones.flatMap((phone) => shell.vault.phoneIndexes(phone)),
    endedSince: daysBefore(shell.at, Math.max(recentDays, shell.city.policy.merging.sameCallerDays)),
    reach: reachOf(shell).region,
  })
  const [own, other] = [order.id, otherId].map((id) => rows.find(({ order_id }) => order_id === id))
  if (own === undefined || other === undefined) return NOT_COMPARED
  const { words } = shell.same
  const { region, lng, lat, category } = candidateOf(words, own, own.body, null)
  const probe = { region, lng, lat, category, text: own.body }
  const both: [Matter, Matter] = [knownMatter(shell.same, own), knownMatter(shell.same, other)]
  const candidate = candidateOf(words, other, other.body, both)
  const [ranked] = rankSimilar(probe, [candidate], 1)
  const stored = await reachableOrder(shell, otherId)
  const confidential = stored === undefined || isSecret(stored.order.request)
  return {
    proposal: proposalOn(shell, probe, other, confidential, ranked?.grounds ?? [], order.receivedAt),
    probability: matterScore(probe, candidate),
  }
}

type Verdict = { verdict: 'accepted' | 'refused'; reason: string }

const keep = (shell: Shell, id: OrderId, other: OrderId, { proposal, probability }: Compared, said: Verdict) =>
  keepVerdict(shell.db, {
    order_id: id,
    other_id: other,
    kind: proposal?.kind ?? null,
    probability,
    tests: proposal?.tests ?? [],
    ...said,
    desk: shell.actor.role === 'dispatcher' || shell.actor.role === 'dispatch-lead' ? 'dispatch' : 'seat',
    by: shell.actor.id,
    at: shell.at,
  })

/** What somebody says to the proposal for two orders, kept with what it stood on at that moment. */
export async function judge(shell: Shell, stored: StoredOrder, other: OrderId, said: Verdict) {
  const compared = await compare(shell, stored, other)
  await keep(shell, stored.order.id, other, compared, said)
  return { kind: compared.proposal?.kind ?? null, probability: compared.probability }
}

/** A merge is a "yes", whether proposed or chosen by hand; the order as it was asked about is compared, not as it is now. */
export async function beforeMerging(
  shell: Shell,
  id: OrderId,
  wish: MergeOrder,
): Promise<(() => Promise<unknown>) | null> {
  const stored = await reachableOrder(shell, id)
  if (stored === undefined) return null
  const compared = await compare(shell, stored, wish.master)
  return () => keep(shell, id, wish.master, compared, { verdict: 'accepted', reason: wish.reason })
}
