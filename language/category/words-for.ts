import type { FieldSpan } from '../text/span.ts'
import type { CategoryModel } from './category-model.ts'
import { rowOf } from './sparse-rows.ts'
import type { ReadText } from './text-vector.ts'

export type Word = FieldSpan & { text: string }

/** What makes a stretch worth showing: this share of the strongest character's weight. */
const TELLING = 0.3
const AT_MOST = 5

/**
 * The stretches of a text that speak for a scene, strongest first. Every feature lays its weight on its characters;
 * neighbouring characters that carry much make a stretch.
 */
export function wordsFor(model: CategoryModel, kind: number, read: ReadText): Word[] {
  const stretches = (['title', 'content'] as const).flatMap((field) => {
    const carried = new Float64Array(read[field].text.length)
    for (const { id, from, to } of read[field].found) {
      const weight = weightOf(model, id, kind) / (to - from)
      for (let i = from; i < to; i++) carried[i] = (carried[i] ?? 0) + weight
    }
    return stretchesIn(carried).map((one) => ({ ...one, field, text: read[field].text.slice(one.from, one.to) }))
  })
  const strongest = Math.max(0, ...stretches.map((one) => one.weight))
  const seen = new Set<string>()
  return stretches
    .filter((one) => one.weight > TELLING * strongest)
    .sort((a, b) => b.weight - a.weight)
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .slice(0, AT_MOST)
    .map(({ text, field, from, to }) => ({ text, field, from, to }))
}

function weightOf({ rows, rarity }: CategoryModel, id: number, kind: number): number {
  const row = rowOf(rows, id)
  if (row < 0) return 0
  for (let i = rows.starts[row] ?? 0; i < (rows.starts[row + 1] ?? 0); i++)
    if (rows.classes[i] === kind) return (rarity[row] ?? 0) * (rows.scales[row] ?? 0) * (rows.weights[i] ?? 0)
  return 0
}

/** Runs of characters that carry more than a third of the most; a single character rarely says anything. */
function stretchesIn(carried: Float64Array): { from: number; to: number; weight: number }[] {
  const least = Math.max(...carried, 0) / 3
  const found: { from: number; to: number; weight: number }[] = []
  let open: { from: number; to: number; weight: number } | null = null
  for (const [i, weight] of carried.entries()) {
    if (weight > least && open !== null) open = { from: open.from, to: i + 1, weight: open.weight + weight }
    else if (weight > least) open = { from: i, to: i + 1, weight }
    if (open !== null && (weight <= least || i + 1 === carried.length)) {
      if (open.to - open.from > 1) found.push(open)
      open = null
    }
  }
  return found
}
