import { SAME_AT } from './likeness.ts'
import { type Pair, pairHeap } from './pair-heap.ts'

/** Two texts that may be one matter; each pair once. */
type Link = { one: string; other: string; score: number }

/**
 * Two clusters are joined while the mean score over all pairs between them (a pair without a link counts 0) is at least
 * this: chains of neighbours, each a little like the next, do not grow together. Two alone need to
 * be the same by themselves. Event F1 on the dev events of the shared data: see docs/language.md.
 */
const STOP = 0.2

type Cluster = { members: string[]; near: Map<number, number>; alive: boolean }
function begin(links: readonly Link[]): Cluster[] {
  const numbers = new Map<string, number>()
  const clusters: Cluster[] = []
  const numberOf = (key: string): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, clusters.length)
    return clusters.push({ members: [key], near: new Map(), alive: true }) - 1
  }
  const sorted = links.toSorted((x, y) => (x.one === y.one ? (x.other < y.other ? -1 : 1) : x.one < y.one ? -1 : 1))
  for (const { one, other, score } of sorted) {
    const [a, b] = [numberOf(one), numberOf(other)]
    if (a === b) continue
    const most = Math.max(score, clusters[a]?.near.get(b) ?? 0)
    clusters[a]?.near.set(b, most)
    clusters[b]?.near.set(a, most)
  }
  return clusters
}

/** Makes one of two, under a new number; every neighbour knows the new one instead. Returns that number. */
function join(clusters: Cluster[], { a, b }: Pair): number | null {
  const [one, other] = [clusters[a], clusters[b]]
  if (one?.alive !== true || other?.alive !== true) return null
  const near = new Map<number, number>()
  for (const cluster of [one, other]) {
    cluster.alive = false
    for (const [neighbour, sum] of cluster.near) near.set(neighbour, (near.get(neighbour) ?? 0) + sum)
  }
  near.delete(a)
  near.delete(b)
  const number = clusters.push({ members: [...one.members, ...other.members], near, alive: true }) - 1
  for (const [neighbour, sum] of near) {
    const theirs = clusters[neighbour]?.near
    theirs?.delete(a)
    theirs?.delete(b)
    theirs?.set(number, sum)
  }
  return number
}

/**
 * Texts that speak of one matter, each group sorted, the largest first; what stands alone is left out. Average-link
 * agglomeration on the graph of links: the same links in any order give the same groups. Some 2 s for 100,000 links.
 */
export function clustersOf(links: readonly Link[], stop = STOP): string[][] {
  const clusters = begin(links)
  const heap = pairHeap()
  const sizeOf = (n: number): number => clusters[n]?.members.length ?? 1
  const propose = (a: number, b: number, sum: number): void => {
    const pairs = sizeOf(a) * sizeOf(b)
    const least = pairs === 1 ? Math.max(stop, SAME_AT) : stop
    if (sum / pairs >= least) heap.push({ a: Math.min(a, b), b: Math.max(a, b), mean: sum / pairs })
  }
  for (const [a, { near }] of clusters.entries()) for (const [b, sum] of near) if (a < b) propose(a, b, sum)
  for (let pair = heap.pop(); pair !== undefined; pair = heap.pop()) {
    const number = join(clusters, pair)
    if (number !== null) for (const [neighbour, sum] of clusters[number]?.near ?? []) propose(number, neighbour, sum)
  }
  return clusters
    .filter(({ alive, members }) => alive && members.length > 1)
    .map(({ members }) => members.toSorted())
    .toSorted((x, y) => y.length - x.length || ((x[0] ?? '') < (y[0] ?? '') ? -1 : 1))
}
