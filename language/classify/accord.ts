import type { Bag } from './bag.ts'
import { type Weighing, weighBag } from './rows.ts'

/** Pairs of nearly the same text, and how many of these people gave the same label: how far they agree with themselves. */
export type Accord = { alike: number; of: number }
export const NO_ACCORD: Accord = { alike: 0, of: 0 }

/** With fewer pairs nothing is said about labels: they count as right. */
const LEAST = 100
/** One-sided 95 %: labels count as no worse than the pairs prove. */
const Z = 1.645

/**
 * The share of labels that are right, where nobody but other people's labels can tell: two people who each err with
 * probability e agree in (1 − e)² of the cases. Taken from above (Wilson's bound), so that errors are not made up.
 */
export function labelsRight({ alike, of }: Accord): number {
  if (of < LEAST) return 1
  const share = alike / of
  const middle = share + Z ** 2 / (2 * of)
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))
  return Math.min(1, Math.sqrt((middle + spread) / (1 + Z ** 2 / of)))
}

/** Texts this like each other (cosine) speak of the same thing. */
const NEAR = 0.8
/** So many features, the most telling ones, find who may be near; then all are compared. */
const SKETCH = 16
const CANDIDATES = 5

/**
 * Every text with the one most like it, where that is like enough: each pair once. The texts are those people labelled
 * independently of each other.
 */
export function accordOf(bags: readonly Bag[], rights: ArrayLike<number>, weighing: Weighing): Accord {
  const vectors = bags.map((bag) => vectorOf(bag, weighing))
  const sketches = vectors.map(sketchOf)
  const having = new Map<number, number[]>()
  for (const [i, sketch] of sketches.entries())
    for (const row of sketch) {
      const own = having.get(row)
      if (own === undefined) having.set(row, [i])
      else own.push(i)
    }
  const pairs = new Set<string>()
  const accord = { alike: 0, of: 0 }
  for (const [i, sketch] of sketches.entries()) {
    const near = nearest(vectors, i, candidatesFor(sketch, i, having))
    const key = near === null ? '' : `${Math.min(i, near)} ${Math.max(i, near)}`
    if (near === null || pairs.has(key)) continue
    pairs.add(key)
    accord.of += 1
    if (rights[i] === rights[near]) accord.alike += 1
  }
  return accord
}

type Vector = ReadonlyMap<number, number>

function vectorOf(bag: Bag, weighing: Weighing): Vector {
  const vector = new Map<number, number>()
  weighBag(bag, weighing, (row, value) => vector.set(row, (vector.get(row) ?? 0) + value))
  return vector
}

const sketchOf = (vector: Vector): number[] =>
  [...vector]
    .sort(([a, low], [b, high]) => high - low || a - b)
    .slice(0, SKETCH)
    .map(([row]) => row)

function candidatesFor(
  sketch: readonly number[],
  self: number,
  having: ReadonlyMap<number, readonly number[]>,
): number[] {
  const shared = new Map<number, number>()
  for (const row of sketch) for (const other of having.get(row) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
  shared.delete(self)
  return [...shared]
    .sort(([a, few], [b, more]) => more - few || a - b)
    .slice(0, CANDIDATES)
    .map(([other]) => other)
}

function nearest(vectors: readonly Vector[], self: number, candidates: readonly number[]): number | null {
  let [best, likeness]: [number | null, number] = [null, NEAR]
  for (const other of candidates) {
    const like = cosineOf(vectors[self], vectors[other])
    if (like < likeness) continue
    best = other
    likeness = like
  }
  return best
}

function cosineOf(one: Vector = new Map(), other: Vector = new Map()): number {
  let sum = 0
  for (const [row, value] of one) sum += value * (other.get(row) ?? 0)
  return sum
}
