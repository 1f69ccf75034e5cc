import type { SimilarRow } from '#db/similar-orders.ts'
import type { OrderId } from '#domain/ids.ts'
import { normalise } from '#language/text/normalise.ts'
import { pairsOf } from '#language/text/pairs.ts'
import { LINES } from '../order-texts.ts'
import type { Alarm } from './raise-alert.ts'

/** Fewer pairs of characters are alike by chance: "路灯不亮" is said by many without anybody organising it. */
const LEAST_PAIRS = 24

/** The line of an order's search text that holds the citizen's own words. */
const CONTENT = LINES.indexOf('content')

const said = (body: string): ReadonlySet<number> => new Set(pairsOf(normalise(body.split('\n')[CONTENT] ?? '')))

/** Sørensen–Dice over pairs of characters of what was said, without title and address: 1 is the same text. */
export function likenessOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size + b.size === 0) return 0
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return (2 * shared) / (a.size + b.size)
}

type Row = Pick<SimilarRow, 'order_id' | 'body'>

/** The same text from many hands (群体性, domain.md §5.6), among those the words' index has found alike; null: it is not. */
export function identicalTo(
  own: Row,
  others: readonly Row[],
  callers: ReadonlyMap<string, string | null>,
  group: { likeness: number; callers: number },
): Alarm | null {
  const mine = said(own.body)
  if (mine.size < LEAST_PAIRS) return null
  const same = others.filter((other) => likenessOf(mine, said(other.body)) >= group.likeness)
  const ids = [own, ...same].map(({ order_id }) => order_id as OrderId)
  const hands = new Set(ids.map((id) => callers.get(id) ?? id)).size
  return hands < group.callers ? null : { kind: 'identical', subject: null, orders: ids.toSorted(), callers: hands }
}
