import { type Cell, edgesOf, type Mesh, meshOf } from './cells.ts'
import { divide, type Neighbours } from './clusters.ts'
import { isInCity, makeSites, river, tributary, warp } from './landscape.ts'
import type { Names } from './names.ts'
import { distance, type Point } from './point.ts'
import { randomFrom } from './random.ts'

export type Piece = { code: string; name: string; level: string; parent: string; cells: Cell[] }
type Territory = { mesh: Mesh; pieces: Piece[] }

/** Do the segments a–b and c–d cross? */
const crosses = (a: Point, b: Point, c: Point, d: Point): boolean => {
  const turn = (p: Point, q: Point, r: Point): boolean => (r[1] - p[1]) * (q[0] - p[0]) > (q[1] - p[1]) * (r[0] - p[0])
  return turn(a, c, d) !== turn(b, c, d) && turn(a, b, c) !== turn(a, b, d)
}

const isAcrossWater = (a: Point, b: Point): boolean =>
  [river, tributary].some((line) =>
    line.some((on, index) => {
      const ahead = line[index + 1]
      return ahead !== undefined && distance(on, a) < 8 && crosses(a, b, on, ahead)
    }),
  )

const neighboursOf = (cells: readonly Cell[]): Neighbours => {
  const owner = new Map<string, number>()
  cells.forEach((cell, index) => {
    for (const [from, to] of edgesOf(cell)) owner.set(`${from}/${to}`, index)
  })
  return new Map(
    cells.map((cell, index) => [
      index,
      edgesOf(cell).flatMap(([from, to]) => {
        const other = owner.get(`${to}/${from}`)
        const there = other === undefined ? undefined : cells[other]
        return other === undefined || !there || isAcrossWater(cell.site, there.site) ? [] : [other]
      }),
    ]),
  )
}

/** A community of one grid takes the nearest cell of a larger neighbour. */
const withTwoEach = (parts: number[][], at: (member: number) => Point): number[][] => {
  for (const part of parts) {
    const [only, ...others] = part
    if (only === undefined || others.length > 0) continue
    const spare = parts.filter((donor) => donor.length > 2).flat()
    const taken = spare.reduce((best, one) => (distance(at(one), at(only)) < distance(at(best), at(only)) ? one : best))
    const donor = parts.find((one) => one.includes(taken))
    donor?.splice(donor.indexOf(taken), 1)
    part.push(taken)
  }
  return parts
}

const pad = (number: number): string => String(number).padStart(3, '0')

/** GB/T 2260 numbering: 001 up for streets and communities, 1xx for towns, 2xx for townships and villages. */
const numberedAs = (name: string, index: number): string => {
  if (name.endsWith('镇')) return pad(101 + index)
  if (name.endsWith('乡') || name.endsWith('村')) return pad(201 + index)
  return pad(1 + index)
}

/** Lays out every level of the invented city: finest cells first, each higher level a set of them. */
export const layOut = (names: Names, seed: number): Territory => {
  const mesh = meshOf(makeSites(randomFrom(seed)))
  const cells = mesh.cells.filter((cell) => isInCity(cell.site))
  const near = neighboursOf(cells)
  const warped = cells.map((cell) => warp(cell.site))
  const at = (member: number): Point => warped[member] ?? [0, 0]
  const pick = (members: readonly number[]): Cell[] => members.flatMap((member) => cells[member] ?? [])
  /** Nearest to the city's centre first: streets before towns, the seat before the villages. */
  const outwards = (parts: number[][]): number[][] => {
    const far = (part: number[]): number =>
      part.reduce((sum, member) => sum + Math.hypot(...at(member)), 0) / part.length
    return parts.toSorted((a, b) => far(a) - far(b))
  }
  const { city } = names
  const pieces: Piece[] = [{ code: city.code, name: city.name, level: 'city', parent: '', cells }]

  const addCommunity = (town: string, name: string, index: number, members: number[]): void => {
    const code = town + numberedAs(name, index)
    pieces.push({ code, name, level: 'community', parent: town, cells: pick(members) })
    members.forEach((member, order) => {
      const grid = { code: code + pad(order + 1), name: `${name}第${order + 1}网格`, level: 'grid', parent: code }
      pieces.push({ ...grid, cells: pick([member]) })
    })
  }
  const addTown = (
    district: string,
    town: Names['districts'][number]['towns'][number],
    index: number,
    members: number[],
  ): void => {
    const code = district + numberedAs(town.name, index)
    pieces.push({ code, name: town.name, level: 'town', parent: district, cells: pick(members) })
    const parts = outwards(withTwoEach(divide(members, at, near, town.communities.length), at))
    town.communities.forEach((stem, order) => {
      const name = stem + (town.name.endsWith('街道') || order === 0 ? '社区' : '村')
      addCommunity(code, name, order, parts[order] ?? [])
    })
  }
  const seeds = names.districts.map(({ seed: start, share }) => ({ at: warp(start), share }))
  divide(
    cells.map((_, index) => index),
    at,
    near,
    seeds,
  ).forEach((members, index) => {
    const district = names.districts[index]
    if (!district) return
    const code = city.code.slice(0, 4) + String(index + 1).padStart(2, '0')
    pieces.push({ code, name: district.name, level: 'district', parent: city.code, cells: pick(members) })
    const parts = outwards(divide(members, at, near, district.towns.length))
    for (const [order, town] of district.towns.entries()) addTown(code, town, order, parts[order] ?? [])
  })
  return { mesh, pieces }
}
