import { randomFrom, shuffle } from '../classify/random.ts'

/** Examples as rows of numbers: row `i` has the entries `starts[i]`‥`starts[i + 1]`; `kinds` and `importance` by row. */
export type Lesson = {
  starts: Uint32Array
  columns: Uint32Array
  values: Float32Array
  kinds: Uint16Array
  importance: Float32Array
}

/** A level of the taxonomy: which node each class lies under, and how much of a step goes to all its classes. */
export type Kin = { of: Uint16Array; nodes: number; share: number }

export type Weights = { weights: Float32Array; bias: Float32Array }

const ROUNDS = 6
const STEP = 3
/** A class this far from what it should be is not touched: most are, and leaving them out halves the time. */
const SETTLED = 3e-4

/**
 * Multinomial logistic regression by stochastic gradient steps that shrink to nothing over six rounds (which ends early
 * enough to keep weights small). Every class's weight is its own plus its item's and its domain's, learned together: a
 * scene with few examples leans on what its neighbours share. `weights` has the classes of a column side by side.
 */
export function learnWeights(lesson: Lesson, width: number, classes: number, kin: readonly Kin[]): Weights {
  const learning: Learning = {
    lesson,
    classes,
    weights: new Float32Array(width * classes),
    bias: new Float32Array(classes),
    errors: new Float32Array(classes),
    kin: kin.map((level) => ({ ...level, sums: new Float32Array(level.nodes) })),
    touched: new Int32Array(classes),
  }
  const order = Int32Array.from(lesson.kinds.keys())
  const random = randomFrom(1)
  const steps = ROUNDS * order.length
  let done = 0
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, order.length, random)
    for (const row of order) {
      toErrors(scoresInto(learning, row), lesson.kinds[row] ?? 0)
      const touched = shared(learning)
      move(learning, row, touched, STEP * (1 - done / steps) * (lesson.importance[row] ?? 0))
      done += 1
    }
  }
  return { weights: learning.weights, bias: learning.bias }
}

type Learning = Weights & {
  lesson: Lesson
  classes: number
  errors: Float32Array
  kin: readonly (Kin & { sums: Float32Array })[]
  touched: Int32Array
}

function scoresInto({ lesson, classes, weights, bias, errors }: Learning, row: number): Float32Array {
  errors.set(bias)
  for (let at = lesson.starts[row] ?? 0; at < (lesson.starts[row + 1] ?? 0); at++) {
    const value = lesson.values[at] ?? 0
    const base = (lesson.columns[at] ?? 0) * classes
    for (let kind = 0; kind < classes; kind++) errors[kind] = (errors[kind] ?? 0) + value * (weights[base + kind] ?? 0)
  }
  return errors
}

/** Every class's error with its share of its kin's; the classes worth a step, of which there are as many as returned. */
function shared({ classes, errors, kin, touched }: Learning): Int32Array {
  for (const level of kin) sumUp(level, errors)
  let count = 0
  for (let kind = 0; kind < classes; kind++) {
    let error = errors[kind] ?? 0
    for (const { of, share, sums } of kin) error += share * (sums[of[kind] ?? 0] ?? 0)
    errors[kind] = error
    if (Math.abs(error) <= SETTLED) continue
    touched[count] = kind
    count += 1
  }
  return touched.subarray(0, count)
}

function move({ lesson, classes, weights, bias, errors }: Learning, row: number, touched: Int32Array, step: number) {
  for (let at = lesson.starts[row] ?? 0; at < (lesson.starts[row + 1] ?? 0); at++) {
    const by = step * (lesson.values[at] ?? 0)
    const base = (lesson.columns[at] ?? 0) * classes
    for (const kind of touched) weights[base + kind] = (weights[base + kind] ?? 0) - by * (errors[kind] ?? 0)
  }
  // A whole step for the bias would learn how many phrases somebody wrote; a tenth keeps what orders say.
  for (const kind of touched) bias[kind] = (bias[kind] ?? 0) - 0.1 * step * (errors[kind] ?? 0)
}

/** Scores become probabilities, the right class's less one. */
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
  for (let kind = 0; kind < errors.length; kind++) {
    const node = of[kind] ?? 0
    sums[node] = (sums[node] ?? 0) + (errors[kind] ?? 0)
  }
}
