import { randomFrom, shuffle } from './random.ts'
import type { Rows } from './rows.ts'
import type { WeightTable } from './weight-table.ts'

/** Texts as vectors, the number of the label each was given, and how much it counts. */
export type Lesson = { rows: Rows; rights: Uint16Array; importance: Float32Array }

/** A level of a taxonomy: which node each label lies under, and how much of a step goes to all labels there. */
export type Kin = { of: Uint16Array; nodes: number; share: number }

const ROUNDS = 6
const STEP = 3
/** A label this far from what it should be is not touched: most are, and leaving them out halves the time. */
const SETTLED = 3e-4

/**
 * Multinomial logistic regression by stochastic gradient steps that shrink to nothing over six rounds (which ends early
 * enough to keep weights small). Every label's weight is its own plus its kin's, learned together: a label with few examples
 * leans on what its neighbours share.
 */
export function learnShares(lesson: Lesson, width: number, labels: number, kin: readonly Kin[]): WeightTable {
  const learning: Learning = {
    lesson,
    labels,
    weights: new Float32Array(width * labels),
    biases: new Float32Array(labels),
    errors: new Float32Array(labels),
    kin: kin.map((level) => ({ ...level, sums: new Float32Array(level.nodes) })),
    touched: new Int32Array(labels),
  }
  const order = Int32Array.from(lesson.rights.keys())
  const random = randomFrom(1)
  const steps = ROUNDS * order.length
  let done = 0
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, order.length, random)
    for (const row of order) {
      toErrors(scoresInto(learning, row), lesson.rights[row] ?? 0)
      const touched = shared(learning)
      move(learning, row, touched, STEP * (1 - done / steps) * (lesson.importance[row] ?? 0))
      done += 1
    }
  }
  return { weights: learning.weights, biases: learning.biases, labels }
}

type Learning = WeightTable & {
  lesson: Lesson
  errors: Float32Array
  kin: readonly (Kin & { sums: Float32Array })[]
  touched: Int32Array
}

function scoresInto({ lesson: { rows }, labels, weights, biases, errors }: Learning, row: number): Float32Array {
  errors.set(biases)
  for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at++) {
    const value = rows.values[at] ?? 0
    const base = (rows.columns[at] ?? 0) * labels
    for (let label = 0; label < labels; label++)
      errors[label] = (errors[label] ?? 0) + value * (weights[base + label] ?? 0)
  }
  return errors
}

/** Every label's error with its share of its kin's; the labels worth a step, of which there are as many as returned. */
function shared({ labels, errors, kin, touched }: Learning): Int32Array {
  for (const level of kin) sumUp(level, errors)
  let count = 0
  for (let label = 0; label < labels; label++) {
    let error = errors[label] ?? 0
    for (const { of, share, sums } of kin) error += share * (sums[of[label] ?? 0] ?? 0)
    errors[label] = error
    if (Math.abs(error) <= SETTLED) continue
    touched[count] = label
    count += 1
  }
  return touched.subarray(0, count)
}

function move(
  { lesson: { rows }, labels, weights, biases, errors }: Learning,
  row: number,
  touched: Int32Array,
  step: number,
) {
  for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at++) {
    const by = step * (rows.values[at] ?? 0)
    const base = (rows.columns[at] ?? 0) * labels
    for (const label of touched) weights[base + label] = (weights[base + label] ?? 0) - by * (errors[label] ?? 0)
  }
  // A whole step for the bias would learn how many phrases somebody wrote; a tenth keeps what orders say.
  for (const label of touched) biases[label] = (biases[label] ?? 0) - 0.1 * step * (errors[label] ?? 0)
}

/** Scores become probabilities, the right label's less one. */
function toErrors(scores: Float32Array, right: number): void {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) highest = Math.max(highest, score)
  let sum = 0
  for (let i = 0; i < scores.length; i++) {
    const share = Math.exp((scores[i] ?? 0) - highest)
    scores[i] = share
    sum += share
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) / sum
  scores[right] = (scores[right] ?? 0) - 1
}

function sumUp({ of, sums }: Pick<Kin, 'of'> & { sums: Float32Array }, errors: Float32Array): void {
  sums.fill(0)
  for (let label = 0; label < errors.length; label++) {
    const node = of[label] ?? 0
    sums[node] = (sums[node] ?? 0) + (errors[label] ?? 0)
  }
}
