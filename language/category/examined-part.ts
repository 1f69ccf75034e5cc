import type { Counted } from './counted-examples.ts'

/** So many orders tell what the model will meet; with fewer the phrases examine it. */
const LEAST_ORDERS = 500
const ORDER_PARTS = 5
/** More would only take time: a share of .965 of 2,000 answers is known to a hundredth. */
const MOST = 2000
/** A phrase of fewer characters is a catchword and harder than any request: examined by those a model is too modest. */
const SENTENCE = 11
const LEAST_SENTENCES = 200
const PHRASE_PARTS = 3
/** So many phrases that were taught for a strange sentence: with it simulated requests called sure are 97 to 99 % right. */
const AGAIN_SHARE = 0.5

/**
 * What is held back to learn how sure the model may be: the latest fifth of the orders, or as long as there are few,
 * every third phrase that is a sentence. Names and keywords always teach. `again`: some phrases that were taught, for
 * what citizens say as somebody wrote it; empty where orders examine.
 */
export function examinedPart(examples: readonly Counted[]): {
  taught: Counted[]
  examined: Counted[]
  again: Counted[]
} {
  const orders = examples.filter(({ from }) => from === 'order')
  const phrases = examples.filter(({ from }) => from === 'phrase')
  const sentences = phrases.filter(({ content }) => content.length >= SENTENCE)
  const examined =
    orders.length >= LEAST_ORDERS
      ? latest(orders)
      : everyThird(sentences.length >= LEAST_SENTENCES ? sentences : [...phrases, ...orders])
  const held = new Set(examined)
  const again = orders.length >= LEAST_ORDERS ? [] : phrases.filter((phrase) => !held.has(phrase))
  const apart = Math.max(1, again.length / Math.max(1, AGAIN_SHARE * examined.length))
  return {
    taught: examples.filter((example) => !held.has(example)),
    examined,
    again: again.filter((_, i) => Math.floor(i / apart) !== Math.floor((i - 1) / apart)),
  }
}

const latest = (orders: readonly Counted[]): Counted[] =>
  [...orders]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .slice(-Math.min(MOST, Math.floor(orders.length / ORDER_PARTS)))

function everyThird(examples: readonly Counted[]): Counted[] {
  const seen = new Map<number, number>()
  return examples.filter(({ kind }) => {
    const turn = seen.get(kind) ?? 0
    seen.set(kind, turn + 1)
    return turn % PHRASE_PARTS === PHRASE_PARTS - 1
  })
}
