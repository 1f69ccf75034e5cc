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

/** How probable an answer was said to be, and whether it was right. */
type Claim = { probability: number; right: boolean }

export function claimOf({ scores, right }: Judged, sharpness: number): Claim {
  const probabilities = probabilitiesOf(scores, sharpness)
  const best = scores.indexOf(Math.max(...scores))
  return { probability: probabilities[best] ?? 0, right: best === right }
}

/** How right the sure answers shall be: the dispatch accuracy an experienced desk reaches. */
export const SURE_PRECISION = 0.965
/** Where there is no such probability: nothing reaches it. */
export const NEVER = 2

/** The lowest probability at and above which so many of the claims are right; `NEVER` where there is none. */
export function sureFrom(claims: readonly Claim[], precision = SURE_PRECISION): number {
  const ranked = claims.toSorted((a, b) => b.probability - a.probability)
  let [right, from] = [0, NEVER]
  for (const [i, claim] of ranked.entries()) {
    right += claim.right ? 1 : 0
    if (ranked[i + 1]?.probability !== claim.probability && right / (i + 1) >= precision) from = claim.probability
  }
  return from
}
