import type { Rehearsal } from '../classify/rehearsal.ts'
import type { TaughtExample } from './training-examples.ts'

/** So many orders tell what the model will meet; with fewer the phrases examine it. */
const LEAST_ORDERS = 500
const ORDER_PARTS = 5
/** More would only take time: a share of .965 of 2,000 answers is known to a hundredth. */
const MOST = 2000
/** So many orders are compared with each other: a thousand pairs tell errors of people to a hundredth. */
const MOST_COMPARED = 5000
/** A phrase of fewer characters is a catchword and harder than any request: examined by those a model is too modest. */
const SENTENCE = 11
const LEAST_SENTENCES = 200
const PHRASE_PARTS = 3
/** So many phrases that were taught for a strange sentence: with it simulated requests called sure are 97 to 99 % right. */
const AGAIN_SHARE = 0.5

/**
 * What is held back to learn how sure the model may be: the latest fifth of the orders, or as long as there are few,
 * every third phrase that is a sentence. Names and keywords always teach. `again`: some phrases that were taught, for
 * what citizens say as somebody wrote it; empty where orders examine. `byPeople`: the orders that tell how far people
 * agree with themselves; empty where phrases examine, whose scenes are known.
 */
export function examinedPart(examples: readonly TaughtExample[]): Required<Rehearsal> & { byPeople: Int32Array } {
  const all = examples.map((example, at): Numbered => ({ ...example, number: at }))
  const orders = all.filter(({ from }) => from === 'order')
  const phrases = all.filter(({ from }) => from === 'phrase')
  const sentences = phrases.filter(({ content }) => content.length >= SENTENCE)
  const byOrders = orders.length >= LEAST_ORDERS
  const examined = byOrders
    ? latest(orders)
    : everyThird(sentences.length >= LEAST_SENTENCES ? sentences : [...phrases, ...orders])
  const held = new Set(examined)
  const again = byOrders ? [] : phrases.filter((phrase) => !held.has(phrase))
  const apart = Math.max(1, again.length / Math.max(1, AGAIN_SHARE * examined.length))
  return {
    taught: numbersOf(all.filter((example) => !held.has(example))),
    examined: numbersOf(examined),
    again: numbersOf(again.filter((_, i) => Math.floor(i / apart) !== Math.floor((i - 1) / apart))),
    byPeople: numbersOf(byOrders ? inTime(orders).slice(-MOST_COMPARED) : []),
  }
}

type Numbered = TaughtExample & { number: number }
const numbersOf = (examples: readonly Numbered[]): Int32Array => Int32Array.from(examples, ({ number }) => number)

const inTime = (orders: readonly Numbered[]): Numbered[] =>
  orders.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

const latest = (orders: readonly Numbered[]): Numbered[] =>
  inTime(orders).slice(-Math.min(MOST, Math.floor(orders.length / ORDER_PARTS)))

function everyThird(examples: readonly Numbered[]): Numbered[] {
  const seen = new Map<string, number>()
  return examples.filter(({ label }) => {
    const turn = seen.get(label) ?? 0
    seen.set(label, turn + 1)
    return turn % PHRASE_PARTS === PHRASE_PARTS - 1
  })
}
