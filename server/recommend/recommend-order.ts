import { keepShown } from '#db/recommendation.ts'
import type { Db } from '#db/sql.ts'
import { type Evidence, type Recommended, recommend } from '#domain/dispatch/recommend.ts'
import type { Instant } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { type Gatherer, gatherEvidence } from './gather.ts'

type Recommendation = { evidence: Evidence; units: readonly Recommended[] }

export async function recommendFor(house: Gatherer, order: Order, at: Instant): Promise<Recommendation> {
  const evidence = await gatherEvidence(house, order, at)
  return { evidence, units: recommend(evidence) }
}

/** The training signal's first half: what was offered, in which order of rank; the second is written with the dispatch. */
export const keepRecommendation = (
  db: Db,
  order: Order,
  { units }: Pick<Recommendation, 'units'>,
  to: string,
  at: Instant,
) =>
  keepShown(db, {
    order: order.id,
    version: order.version,
    at,
    to,
    units: units.map(({ unit, score, source, rule }, i) => ({
      rank: i + 1,
      unit,
      score,
      source,
      rule: rule?.rule.id ?? null,
    })),
  })
