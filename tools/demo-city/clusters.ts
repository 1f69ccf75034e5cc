import { distance, type Point } from './point.ts'

type Seed = { at: Point; share: number }

/** Which members touch which; `null` where a stream divides them. */
export type Neighbours = ReadonlyMap<number, readonly number[]>

/**
 * Grows one connected cluster from each seed, the one furthest below its share first, so that sizes come out as asked.
 * Returns the members of each cluster in the seeds' order.
 */
const grow = (members: readonly number[], at: (member: number) => Point, near: Neighbours, seeds: readonly Seed[]) => {
  const open = new Set(members)
  const clusters = seeds.map((seed) => ({ seed, members: [] as number[], frontier: new Set<number>(), stuck: false }))
  const nearest = (candidates: Iterable<number>, to: Point): number | null => {
    let best: number | null = null
    for (const candidate of candidates)
      if (best === null || distance(at(candidate), to) < distance(at(best), to)) best = candidate
    return best
  }
  const take = (cluster: (typeof clusters)[number], member: number): void => {
    open.delete(member)
    cluster.members.push(member)
    for (const other of near.get(member) ?? []) cluster.frontier.add(other)
  }
  for (const cluster of clusters) {
    const first = nearest(open, cluster.seed.at)
    if (first !== null) take(cluster, first)
  }
  while (clusters.some((cluster) => !cluster.stuck)) {
    const next = clusters
      .filter((cluster) => !cluster.stuck)
      .reduce((least, one) =>
        one.members.length / one.seed.share < least.members.length / least.seed.share ? one : least,
      )
    const member = nearest(
      [...next.frontier].filter((candidate) => open.has(candidate)),
      next.seed.at,
    )
    if (member === null) next.stuck = true
    else take(next, member)
  }
  return { clusters: clusters.map((cluster) => cluster.members), left: [...open] }
}

const centreOf = (points: readonly Point[]): Point => [
  points.reduce((sum, point) => sum + point[0], 0) / points.length,
  points.reduce((sum, point) => sum + point[1], 0) / points.length,
]

/** Seeds far from one another, to start with. */
const spread = (members: readonly number[], at: (member: number) => Point, count: number): Point[] => {
  const chosen: Point[] = []
  const gap = (point: Point): number => Math.min(...chosen.map((one) => distance(one, point)))
  for (const points = members.map(at); chosen.length < count; ) {
    const next = points.reduce((best, point) => (chosen.length > 0 && gap(point) > gap(best) ? point : best))
    chosen.push(next)
  }
  return chosen
}

const unevenness = ({ clusters, left }: ReturnType<typeof grow>): number => {
  const sizes = clusters.map((one) => one.length)
  return Math.max(...sizes) - Math.min(...sizes) + 2 * left.length
}

/** Divides members into `count` connected parts of like size; cells cut off by a stream join whoever they touch. */
export const divide = (
  members: readonly number[],
  at: (member: number) => Point,
  near: Neighbours,
  wanted: number | readonly Seed[],
): number[][] => {
  const first = typeof wanted === 'number' ? spread(members, at, wanted).map((one) => ({ at: one, share: 1 })) : wanted
  let latest = grow(members, at, near, first)
  let best = latest
  for (let round = 0; typeof wanted === 'number' && round < 40; round++) {
    const seeds = latest.clusters.map((cluster) => ({ at: centreOf(cluster.map(at)), share: 1 }))
    latest = grow(members, at, near, seeds)
    if (unevenness(latest) < unevenness(best)) best = latest
  }
  for (const member of best.left) {
    const host = best.clusters.reduce((nearest, cluster) =>
      Math.min(...cluster.map((one) => distance(at(one), at(member)))) <
      Math.min(...nearest.map((one) => distance(at(one), at(member))))
        ? cluster
        : nearest,
    )
    host.push(member)
  }
  return best.clusters
}
