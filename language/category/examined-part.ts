import type { Counted } from './counted-examples.ts'

/** So many orders tell what the model will meet; with fewer the phrases examine it. */
const LEAST_ORDERS = 500
const PARTS = 5
/** More would only take time: a share of .965 of 2,000 answers is known to a hundredth. */
const MOST = 2000

/**
 * What is held back to learn how sure the model may be: the latest fifth of the orders, or as long as there are few,
 * every fifth phrase of each scene. Names and keywords always teach.
 */
export function examinedPart(examples: readonly Counted[]): { taught: Counted[]; examined: Counted[] } {
  const orders = examples.filter(({ from }) => from === 'order')
  const held = new Set(orders.length >= LEAST_ORDERS ? latest(orders) : everyFifth(examples))
  return {
    taught: examples.filter((example) => !held.has(example)),
    examined: examples.filter((example) => held.has(example)),
  }
}

const latest = (orders: readonly Counted[]): Counted[] =>
  [...orders]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .slice(-Math.min(MOST, Math.floor(orders.length / PARTS)))

function everyFifth(examples: readonly Counted[]): Counted[] {
  const seen = new Map<number, number>()
  return examples.filter(({ kind, from }) => {
    if (from === 'words') return false
    const turn = seen.get(kind) ?? 0
    seen.set(kind, turn + 1)
    return turn % PARTS === PARTS - 1
  })
}
