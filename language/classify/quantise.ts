import type { Classifier } from './classifier.ts'
import type { Plane } from './separate.ts'

type Sparse = Pick<Classifier, 'starts' | 'weightLabels' | 'weights' | 'scales' | 'biases'>

const STEPS = 127

/**
 * The planes' weights as whole numbers −127 … 127 with one scale per label, those that come to 0 left out, ordered by
 * feature. On real messages this loses nothing that could be measured (dev accuracy .921 against .919).
 */
export function sparseWeights(planes: readonly Plane[], width: number): Sparse {
  const scales = Float32Array.from(planes, ({ weights }) => {
    let largest = 0
    for (const weight of weights) largest = Math.max(largest, Math.abs(weight))
    return largest / STEPS
  })
  const whole = planes.map(({ weights }, label) => {
    const scale = scales[label] ?? 0
    return Int8Array.from(weights, (weight) => (scale === 0 ? 0 : Math.round(weight / scale)))
  })
  const starts = new Uint32Array(width + 1)
  for (let row = 0; row < width; row++) {
    let kept = 0
    for (const weights of whole) if (weights[row] !== 0) kept += 1
    starts[row + 1] = (starts[row] ?? 0) + kept
  }
  const size = starts[width] ?? 0
  const sparse = { weightLabels: new Uint16Array(size), weights: new Int8Array(size) }
  let at = 0
  for (let row = 0; row < width; row++)
    for (const [label, weights] of whole.entries()) {
      const weight = weights[row] ?? 0
      if (weight === 0) continue
      sparse.weightLabels[at] = label
      sparse.weights[at] = weight
      at += 1
    }
  return { starts, ...sparse, scales, biases: Float32Array.from(planes, ({ bias }) => bias) }
}
