import { between, distance, type Point } from './point.ts'

/** A Voronoi cell as corner numbers, counter-clockwise; a corner shared by neighbours has one number. */
export type Cell = { site: Point; corners: number[] }
export type Mesh = { corners: Point[]; cells: Cell[] }

const MERGE_KM = 0.05

/** The part of a convex ring that is nearer to `site` than to `other`. */
const nearerPart = (ring: readonly Point[], site: Point, other: Point): Point[] => {
  const part: Point[] = []
  let previous = ring.at(-1)
  for (const corner of ring) {
    if (previous) {
      const wasBy = distance(previous, other) ** 2 - distance(previous, site) ** 2
      const isBy = distance(corner, other) ** 2 - distance(corner, site) ** 2
      if (wasBy > 0 !== isBy > 0) part.push(between(previous, corner, wasBy / (wasBy - isBy)))
      if (isBy > 0) part.push(corner)
    }
    previous = corner
  }
  return part
}

/** Every site's cell; corners closer than 50 m are one, so that no hair-thin edges remain. */
export const meshOf = (sites: readonly Point[]): Mesh => {
  const corners: Point[] = []
  const numberOf = (point: Point): number => {
    const known = corners.findIndex((corner) => distance(corner, point) < MERGE_KM)
    if (known >= 0) return known
    corners.push(point)
    return corners.length - 1
  }
  const frame: Point[] = [
    [-60, -60],
    [60, -60],
    [60, 60],
    [-60, 60],
  ]
  const cells = sites.map((site) => {
    let ring = frame
    for (const other of sites) if (other !== site) ring = nearerPart(ring, site, other)
    const numbers = ring.map(numberOf)
    return { site, corners: numbers.filter((number, index) => number !== numbers.at(index - 1)) }
  })
  return { corners, cells }
}

/** Directed edges of a cell, `from/to`; the neighbour on the other side owns `to/from`. */
export const edgesOf = (cell: Cell): (readonly [number, number])[] =>
  cell.corners.map((from, index) => [from, cell.corners[(index + 1) % cell.corners.length] ?? from] as const)
