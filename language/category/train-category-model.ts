import { calibrate } from './calibrate.ts'
import type { TrainedWeights } from './category-model.ts'
import { type Counted, columnsOf, countedExamples, lessonOf } from './counted-examples.ts'
import { examinedPart } from './examined-part.ts'
import { type Label, labelSetHash, parentsOf, wayTo } from './label-set.ts'
import { type Kin, learnWeights } from './learn-weights.ts'
import { modelBytes } from './model-bytes.ts'
import { scoresOf } from './probabilities.ts'
import { sparseRows } from './sparse-rows.ts'
import { readText } from './text-vector.ts'
import { examplesFrom, type TrainingData, trainableCodes } from './training-examples.ts'

/**
 * The file of a category model, ready for `readCategoryModel`. From a cold start the city's names, keywords and phrases
 * are enough; closed orders join them and weigh more the more there are. The same data gives the same bytes. It holds
 * hashes and numbers, no text. Throws an Error when there is no offered scene with a word to learn from.
 */
export function trainCategoryModel(data: TrainingData): Uint8Array {
  const codes = trainableCodes(data.labels)
  const examples = countedExamples(examplesFrom(data, codes))
  if (examples.length === 0) throw new Error('there is nothing to learn from: no offered scene has a name')
  const kin = kinOf(codes, data.labels)
  const { taught, examined, again } = examinedPart(examples)
  const rehearsal = learned(taught, codes.length, kin)
  const answersTo = (asked: readonly Counted[]) =>
    asked.flatMap(({ kind, title, content }) => {
      const scores = scoresOf(rehearsal, readText(title, content))
      return scores === null ? [] : [{ kind, scores }]
    })
  return modelBytes({
    codes,
    labelSet: labelSetHash(data.labels),
    ...learned(examples, codes.length, kin),
    ...calibrate(answersTo(examined), answersTo(again)),
  })
}

function learned(examples: readonly Counted[], classes: number, kin: readonly Kin[]) {
  const columns = columnsOf(examples)
  const { weights, bias } = learnWeights(lessonOf(examples, columns), columns.ids.length, classes, kin)
  const rows = sparseRows(columns.ids, weights, classes)
  return { rows, rarity: columns.rarity, bias } satisfies Partial<TrainedWeights>
}

/** How much of a step the item above a scene takes, then the domain above that (best of nine on held-back phrases). */
const SHARES = [1, 0.5]

/** The levels above the scenes, nearest first; a scene without a parent there stands alone. */
function kinOf(codes: readonly string[], labels: readonly Label[]): Kin[] {
  const parents = parentsOf(labels)
  return SHARES.map((share, above) => {
    const names = codes.map((code) => wayTo(code, parents).at(-2 - above) ?? code)
    const nodes = [...new Set(names)]
    return { of: Uint16Array.from(names, (name) => nodes.indexOf(name)), nodes: nodes.length, share }
  })
}
