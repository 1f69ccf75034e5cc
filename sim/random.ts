/** A seeded source of numbers in [0, 1): the same seed gives the same city on every machine. */
export type Random = () => number

const mixText = (text: string): number => {
  let hash = 2166136261
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
  return hash >>> 0
}

/** sfc32. Every label gives a stream of its own, so that one life's dice never disturb another's. */
export function randomOf(seed: number, ...labels: readonly (string | number)[]): Random {
  let a = seed | 0
  let b = mixText(labels.join(' ')) | 0
  let c = 0x9e3779b9 | 0
  let counter = 1
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    c |= 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

export const chance = (random: Random, probability: number): boolean => random() < probability
export const between = (random: Random, from: number, to: number): number => from + random() * (to - from)
/** A whole number, both ends included. */
export const wholeBetween = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1))

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** Items with running totals of their weights, so that a draw is one binary search. */
export type Weighted<T> = { items: readonly T[]; totals: readonly number[] }

export function weightedOf<T>(rows: readonly (readonly [item: T, weight: number])[]): Weighted<T> {
  let total = 0
  const totals = rows.map(([, weight]) => (total += weight))
  return { items: rows.map(([item]) => item), totals }
}

export function draw<T>(random: Random, { items, totals }: Weighted<T>): T {
  const at = random() * (totals.at(-1) ?? 0)
  let low = 0
  let high = totals.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((totals[middle] ?? 0) > at) high = middle
    else low = middle + 1
  }
  const item = items[low]
  if (item === undefined) throw new Error('nothing to draw from')
  return item
}

export const exponential = (random: Random, mean: number): number => -Math.log(1 - random()) * mean
const normal = (random: Random, mean: number, deviation: number): number =>
  mean + deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** Knuth's product for small means, the rounded normal for large ones. */
export function poisson(random: Random, mean: number): number {
  if (mean > 60) return Math.max(0, Math.round(normal(random, mean, Math.sqrt(mean))))
  const limit = Math.exp(-mean)
  let product = random()
  let n = 0
  while (product > limit) {
    product *= random()
    n += 1
  }
  return n
}
