import type { CategoryModel } from './category-model.ts'
import { rowOf } from './sparse-rows.ts'
import { countsOf, type ReadText, vectorOf } from './text-vector.ts'

export type Probable = { code: string; probability: number }

/** Every scene the model knows with its probability, best first; empty for a text it knows no part of. */
export function probabilitiesOf(model: CategoryModel, text: ReadText): Probable[] {
  const scores = scoresOf(model, text)
  if (scores === null) return []
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY)
  const shares = Array.from(scores, (score) => Math.exp(model.sharpness * (score - highest)))
  const sum = shares.reduce((total, share) => total + share, 0)
  return model.codes
    .map((code, i) => ({ code, probability: (shares[i] ?? 0) / sum }))
    .sort((a, b) => b.probability - a.probability || (a.code < b.code ? -1 : 1))
}

/** One score for each scene, or null when no feature of the text is known. */
export function scoresOf(model: Pick<CategoryModel, 'rows' | 'rarity' | 'bias'>, text: ReadText) {
  const { rows, rarity, bias } = model
  const at = new Map<number, number>()
  const vector = vectorOf(countsOf(text), (id) => {
    const row = rowOf(rows, id)
    if (row >= 0) at.set(id, row)
    return row < 0 ? 0 : (rarity[row] ?? 0)
  })
  if (vector.size === 0) return null
  const scores = Float64Array.from(bias)
  for (const [id, value] of vector) {
    const row = at.get(id) ?? 0
    const factor = value * (rows.scales[row] ?? 0)
    for (let i = rows.starts[row] ?? 0; i < (rows.starts[row + 1] ?? 0); i++) {
      const kind = rows.classes[i] ?? 0
      scores[kind] = (scores[kind] ?? 0) + factor * (rows.weights[i] ?? 0)
    }
  }
  return scores
}
