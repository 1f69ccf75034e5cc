import { calibrate } from './calibrate.ts'
import type { TrainedWeights } from './category-model.ts'
import { labelSetHash } from './label-set.ts'
import { modelBytes } from './model-bytes.ts'
import { scoresOf } from './probabilities.ts'
import { sparseRows } from './sparse-rows.ts'
import { countsOf, vectorOf } from './text-vector.ts'
import { type Example, examplesFrom, type TrainingData, trainableCodes } from './training-examples.ts'

const FOLDS = 5

/**
 * The file of a category model, ready for `readCategoryModel`. From a cold start the city's names, keywords and phrases
 * are enough; closed orders join them. The same data gives the same bytes. Throws a plain Error when no scene has two
 * examples.
 */
export function trainCategoryModel(data: TrainingData): Uint8Array {
  const codes = trainableCodes(data.labels)
  const examples = examplesFrom(data, codes)
  if (examples.length === 0)
    throw new Error('there is nothing to learn from: no scene has a name, a phrase or an order')
  const weights = learn(examples, codes.length)
  const examined = Array.from({ length: FOLDS }, (_, fold) => heldBackScores(examples, codes.length, fold)).flat()
  return modelBytes({ codes, labelSet: labelSetHash(data.labels), ...weights, ...calibrate(examined) })
}

type Fitted = Pick<TrainedWeights, 'rows' | 'rarity' | 'bias'>

/** What a model that has not seen them says of every fifth phrase and order. */
function heldBackScores(examples: readonly Example[], kinds: number, fold: number) {
  const isHeldBack = ({ from }: Example, i: number) => from !== 'words' && i % FOLDS === fold
  const fitted = learn(
    examples.filter((example, i) => !isHeldBack(example, i)),
    kinds,
  )
  return examples.filter(isHeldBack).flatMap(({ kind, title, content }) => {
    const scores = scoresOf(fitted, title, content)
    return scores === null ? [] : [{ kind, scores }]
  })
}

/** The mean vector of each scene's examples (Rocchio). */
function learn(examples: readonly Example[], kinds: number): Fitted {
  const counted = examples.map((example) => ({ ...example, counts: countsOf(example.title, example.content) }))
  const having = new Map<number, number>()
  for (const { counts } of counted) for (const id of counts.keys()) having.set(id, (having.get(id) ?? 0) + 1)
  const rarityOf = (id: number) => Math.log(1 + examples.length / (having.get(id) ?? 1))
  const sums = Array.from({ length: kinds }, () => new Map<number, number>())
  for (const { kind, counts, weight } of counted) {
    const sum = sums[kind]
    if (sum === undefined) continue
    for (const [id, value] of vectorOf(counts, rarityOf)) sum.set(id, (sum.get(id) ?? 0) + weight * value)
  }
  const rows = new Map<number, Map<number, number>>()
  for (const [kind, sum] of sums.entries()) {
    const norm = Math.hypot(...sum.values()) || 1
    for (const [id, value] of sum) {
      const row = rows.get(id) ?? new Map<number, number>()
      rows.set(id, row.set(kind, value / norm))
    }
  }
  const sparse = sparseRows(rows)
  return { rows: sparse, rarity: Float32Array.from(sparse.ids, rarityOf), bias: new Float32Array(kinds) }
}
