/** The lower end of Wilson's interval for a share; 1.64: nineteen of twenty such shares lie above it. */
export function wilsonLower(right: number, of: number, z = 1.64): number {
  if (of === 0) return 0
  const share = right / of
  const square = (z * z) / of
  const middle = share + square / 2
  const spread = z * Math.sqrt((share * (1 - share)) / of + square / (4 * of))
  return Math.max(0, (middle - spread) / (1 + square))
}

/**
 * How probable it is that more than half of all such matters go one way, after `k` that did and `c` that did not and
 * nothing known before: 1 − I(½; k+1, c+1), a sum of binomials.
 */
export function majorityProbability(k: number, c: number): number {
  const n = k + c + 1
  let term = Math.exp(-n * Math.LN2)
  if (term === 0) return k > c ? 1 : 0
  let sum = 0
  for (let i = 0; i <= k; i++) {
    sum += term
    term *= (n - i) / (i + 1)
  }
  return Math.min(1, sum)
}
