import { shuffle } from '../../classify/random.ts'
import { partsOf } from '../clauses.ts'
import { candidatesIn } from '../name-candidates.ts'
import { FEATURES, featuresOf, MOST } from '../name-features.ts'
import { layOf } from '../word-lay.ts'
import type { Dice } from './made-names.ts'
import type { Lesson } from './name-lessons.ts'

/** All candidates of all lessons: their features one after another, where each begins, and which are names. */
type Rows = { features: Int32Array; begins: Int32Array; labels: Int8Array }

function rowsOf(lessons: readonly Lesson[]): Rows {
  let features = new Int32Array(1 << 24)
  const begins = [0]
  const labels: number[] = []
  let size = 0
  const out = new Int32Array(MOST)
  for (const { text, names } of lessons)
    for (const { from, to } of partsOf(text)) {
      const candidates = candidatesIn(text, from, to)
      if (candidates.length === 0) continue
      const lay = layOf(text.slice(from, to))
      for (const candidate of candidates) {
        const n = featuresOf(text, candidate, lay, from, out)
        if (size + n > features.length) {
          const more = new Int32Array(features.length * 2)
          more.set(features)
          features = more
        }
        features.set(out.subarray(0, n), size)
        size += n
        begins.push(size)
        labels.push(Number(names.some((name) => name.from === candidate.from && name.to === candidate.to)))
      }
    }
  return {
    features,
    begins: Int32Array.from(begins),
    labels: Int8Array.from(labels),
  }
}

/** How fast weights move and how strongly they are drawn back to nothing: chosen on the development set. */
const RATE = 0.04
const DECAY = 1e-3
/** What is first taken as seen of each feature: a rare one moves its weight little. */
const CAUTION = 0.3
/** A candidate that is told this well teaches nothing more. */
const TOLD = 1e-3

/** Fits a logistic regression to the candidates with AdaGrad; the same lessons and dice give the same weights. */
export function learnNames(lessons: readonly Lesson[], dice: Dice, passes = 6): Float32Array {
  const { features, begins, labels } = rowsOf(lessons)
  const weights = new Float32Array(FEATURES)
  const squares = new Float32Array(FEATURES).fill(CAUTION)
  const learn = (row: number) => {
    const [begin, end] = [begins[row] ?? 0, begins[row + 1] ?? 0]
    let score = 0
    for (let i = begin; i < end; i++) score += weights[features[i] ?? 0] ?? 0
    const error = (labels[row] ?? 0) - 1 / (1 + Math.exp(-score))
    if (Math.abs(error) < TOLD) return
    for (let i = begin; i < end; i++) {
      const f = features[i] ?? 0
      const weight = weights[f] ?? 0
      const gradient = error - DECAY * weight
      const square = (squares[f] ?? 0) + gradient * gradient
      squares[f] = square
      weights[f] = weight + (RATE * gradient) / Math.sqrt(square)
    }
  }
  const order = Int32Array.from({ length: labels.length }, (_, i) => i)
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, order.length, dice)
    order.forEach(learn)
  }
  return weights
}
