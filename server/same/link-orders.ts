import { setImmediate as breathe } from 'node:timers/promises'
import { callersOf } from '#db/callers-of.ts'
import { type LinkRow, writeLinks } from '#db/matter-links.ts'
import { type SignatureRow, unlinkedSignatures } from '#db/signatures.ts'
import { type SimilarRow, similarOrders } from '#db/similar-orders.ts'
import { joiningScore } from '#domain/accept/rank-similar.ts'
import type { Probe } from '#domain/accept/same-grounds.ts'
import type { Instant } from '#domain/ids.ts'
import { readSignature } from '#language/same/signature.ts'
import { identicalTo } from '../alerts/find-identical.ts'
import { type Alarm, raiseAlert } from '../alerts/raise-alert.ts'
import type { House } from '../shell.ts'
import { dayOf, daysBefore } from './ended-day.ts'
import { candidateOf, type Finder, keysLike } from './find-same.ts'
import { knownMatter } from './known-matters.ts'

const BATCH = 20
/** Half of the time at most, so that comparing a past of a year leaves the desks their half. */
const RUN_MS = 1000
/** Less than that joins nothing: means over many pairs are taken, with .2 as their bar. */
const LEAST = 0.3

type Linked = { links: LinkRow[]; alarm: Alarm | null }
const NOTHING: Linked = { links: [], alarm: null }

/** What one order may be the same matter as, among those with like words, and whether many hands sent its very text. */
async function linksOf(finder: Finder, row: SignatureRow): Promise<Linked> {
  const byWords = [...new Set([row.order_id, ...keysLike(finder, readSignature(row.terms))])]
  if (byWords.length < 2) return NOTHING
  const endedSince = daysBefore(finder.at, finder.city.policy.sameMatter.recentDays)
  const rows = await similarOrders(finder.db, { ids: byWords, phoneIndexes: [], endedSince, reach: null })
  const own = rows.find(({ order_id }) => order_id === row.order_id)
  if (own === undefined || own.state === 'draft') return NOTHING
  const { same } = finder
  const mine = knownMatter(same, own)
  const { id, sameCaller, said, ...probe } = candidateOf(same.words, own, own.body, null)
  const asked: Probe = probe
  const others = rows.filter(({ order_id, state }) => order_id !== id && state !== 'draft')
  const links = others
    .map((other) => ({
      order_id: id,
      other_id: other.order_id,
      score: joiningScore(asked, candidateOf(same.words, other, other.body, [mine, knownMatter(same, other)])),
    }))
    .filter(({ score }) => score >= LEAST)
  return { links, alarm: await sameText(finder, own, others) }
}

/** The rows are read already: comparing their texts costs a tenth of a millisecond each, asking for callers one key each. */
async function sameText({ db, city }: Finder, own: SimilarRow, others: readonly SimilarRow[]): Promise<Alarm | null> {
  const { group } = city.policy.merging
  if (others.length + 1 < group.callers || identicalTo(own, others, new Map(), group) === null) return null
  const callers = await callersOf(
    db,
    [own, ...others].map(({ order_id }) => order_id),
  )
  return identicalTo(own, others, callers, group)
}

async function linkBatch(house: House, now: Instant, since: string): Promise<number> {
  return house.db.tx(async (tx) => {
    const rows = await unlinkedSignatures(tx, since, BATCH)
    const endedSince = dayOf(daysBefore(now, house.city.policy.sameMatter.recentDays))
    const finder: Finder = { db: tx, same: house.same, city: house.city, at: now, reach: null }
    const links: LinkRow[] = []
    for (const row of rows.filter(({ ended }) => ended === 0 || ended >= endedSince)) {
      const linked = await linksOf(finder, row)
      links.push(...linked.links)
      if (linked.alarm !== null) await raiseAlert(house, tx, linked.alarm, now)
      await breathe()
    }
    if (rows.length > 0)
      await writeLinks(
        tx,
        rows.map(({ order_id }) => order_id),
        links,
      )
    return rows.length
  })
}

/**
 * Compares orders whose text is new with all others. Only those that this process's index already has: of two written at
 * the same time whoever takes the later one then finds the earlier.
 */
export async function sweepLinks(house: House, now: Instant): Promise<number> {
  const until = performance.now() + RUN_MS
  let total = 0
  for (let done = -1; done !== 0 && performance.now() < until; total += Math.max(0, done)) {
    const { progress } = house.same
    if (progress.at !== 'following') return total
    done = await linkBatch(house, now, progress.since)
  }
  return total
}
