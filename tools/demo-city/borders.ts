import { type Cell, edgesOf, type Mesh } from './cells.ts'
import { areaOf, between, distance, type Point } from './point.ts'
import { randomFrom } from './random.ts'

/** Rings of one region: the outer ones, and the holes in them. */
export type Rings = { outer: Point[][]; holes: Point[][] }

/**
 * Roughens straight edges by displacing midpoints, the same way for both neighbours, since the dice are thrown per edge.
 * Streets in the centre stay nearly straight; ridges and field paths at the fringe do not.
 */
const roughEdge = (mesh: Mesh, from: number, to: number): Point[] => {
  const low = Math.min(from, to)
  const high = Math.max(from, to)
  const a = mesh.corners[low]
  const b = mesh.corners[high]
  if (!a || !b) return []
  const random = randomFrom(low * 7919 + high * 104_729)
  const fringe = Math.min(1, Math.hypot(a[0] + b[0], a[1] + b[1]) / 2 / 14)
  const displaced = (p: Point, q: Point, depth: number): Point[] => {
    if (depth === 0) return [p]
    const shift = (random() - 0.5) * (0.1 + 0.26 * fringe)
    const middle = between(p, q, 0.42 + 0.16 * random())
    const bent: Point = [middle[0] - (q[1] - p[1]) * shift, middle[1] + (q[0] - p[0]) * shift]
    return [...displaced(p, bent, depth - 1), ...displaced(bent, q, depth - 1)]
  }
  const depth = Math.max(0, Math.min(4, Math.round(Math.log2(distance(a, b) / 0.22))))
  const line = [...displaced(a, b, depth), b]
  return (from === low ? line : line.reverse()).slice(0, -1)
}

/** Edges that only one of the cells owns, by the corner they start from. */
const outerEdges = (cells: readonly Cell[]): Map<number, number[]> => {
  const edges = new Map<string, readonly [number, number]>()
  for (const edge of cells.flatMap(edgesOf)) edges.set(edge.join('/'), edge)
  const following = new Map<number, number[]>()
  for (const [from, to] of edges.values())
    if (!edges.has(`${to}/${from}`)) following.set(from, [...(following.get(from) ?? []), to])
  return following
}

/** Walks from corner to corner until it is back, using up the edges. */
const walk = (mesh: Mesh, following: Map<number, number[]>, start: number): Point[] => {
  const ring: Point[] = []
  let at = start
  for (let to = following.get(at)?.pop(); to !== undefined; to = at === start ? undefined : following.get(at)?.pop()) {
    ring.push(...roughEdge(mesh, at, to))
    at = to
  }
  return ring
}

/** The border of several cells together: edges that both sides own fall away, the rest is chained into rings. */
export const dissolve = (mesh: Mesh, cells: readonly Cell[]): Rings => {
  const following = outerEdges(cells)
  const rings: Rings = { outer: [], holes: [] }
  for (const start of following.keys())
    while ((following.get(start) ?? []).length > 0) {
      const ring = walk(mesh, following, start)
      if (areaOf(ring) > 0) rings.outer.push(ring)
      else rings.holes.push(ring)
    }
  return rings
}
