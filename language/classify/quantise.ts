import type { Classifier } from './classifier.ts'
import type { WeightTable } from './weight-table.ts'

type Sparse = Pick<Classifier, 'starts' | 'weightLabels' | 'weights' | 'scales' | 'biases'>

const STEPS = 127

/**
 * Weights as whole numbers −127 … 127 with one scale per label; those that come to 0 or are nearer to nothing than
 * `least` are left out. On real messages this loses nothing that could be measured (dev accuracy .921 against .919), and
 * of 333 scenes nine of ten weights go (.847 against .846 right).
 */
export function sparseWeights({ weights, biases, labels }: WeightTable, least: number): Sparse {
  const width = weights.length / labels
  const scales = scalesOf(weights, labels)
  const wholeAt = (at: number): number => {
    const weight = weights[at] ?? 0
    const scale = scales[at % labels] ?? 0
    return scale === 0 || Math.abs(weight) < least ? 0 : Math.round(weight / scale)
  }
  const starts = new Uint32Array(width + 1)
  for (let row = 0; row < width; row++) {
    let kept = 0
    for (let at = row * labels; at < (row + 1) * labels; at++) if (wholeAt(at) !== 0) kept += 1
    starts[row + 1] = (starts[row] ?? 0) + kept
  }
  const size = starts[width] ?? 0
  const sparse = { weightLabels: new Uint16Array(size), weights: new Int8Array(size) }
  let put = 0
  for (let at = 0; at < weights.length; at++) {
    const whole = wholeAt(at)
    if (whole === 0) continue
    sparse.weightLabels[put] = at % labels
    sparse.weights[put] = whole
    put += 1
  }
  return { starts, ...sparse, scales, biases }
}

function scalesOf(weights: Float32Array, labels: number): Float32Array {
  const largest = new Float32Array(labels)
  for (let at = 0; at < weights.length; at++) {
    const label = at % labels
    largest[label] = Math.max(largest[label] ?? 0, Math.abs(weights[at] ?? 0))
  }
  return largest.map((most) => most / STEPS)
}
