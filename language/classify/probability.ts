/** Softmax of sharpness × score: what the scores of all labels say together, 1 in sum. */
export function probabilitiesOf(scores: Float64Array, sharpness: number): Float64Array {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) highest = Math.max(highest, score)
  const raised = scores.map((score) => Math.exp(sharpness * (score - highest)))
  const sum = raised.reduce((all, value) => all + value, 0)
  return raised.map((value) => value / sum)
}

/** Scores of texts that were not learned from, with the number of the right label. */
export type Judged = { scores: Float64Array; right: number }

/** The mean surprise at the right labels, in nats. */
const surprise = (judged: readonly Judged[], sharpness: number): number =>
  judged.reduce(
    (sum, { scores, right }) => sum - Math.log(Math.max(1e-12, probabilitiesOf(scores, sharpness)[right] ?? 0)),
    0,
  ) / judged.length

/**
 * The sharpness with the least surprise (temperature scaling, Guo et al., ICML 2017), sought by golden section between
 * 0.1 and 100. Without a judged text it is 4, which is where real messages lie.
 */
export function sharpnessFor(judged: readonly Judged[]): number {
  if (judged.length === 0) return 4
  const ratio = (Math.sqrt(5) - 1) / 2
  let [low, high] = [Math.log(0.1), Math.log(100)]
  for (let step = 0; step < 30; step++) {
    const left = high - ratio * (high - low)
    const right = low + ratio * (high - low)
    if (surprise(judged, Math.exp(left)) < surprise(judged, Math.exp(right))) high = right
    else low = left
  }
  return Math.fround(Math.exp((low + high) / 2))
}
