import { river, tributary } from './landscape.ts'
import type { Names } from './names.ts'
import { distance, type Point } from './point.ts'

export type Drawn = { kind: 'water' | 'road'; class: string; name: string; shape: 'line' | 'area'; points: Point[] }

/** A stream with two banks whose width swings a little. */
const banksOf = (line: readonly Point[], width: number): Point[] => {
  const left: Point[] = []
  const right: Point[] = []
  line.forEach((on, index) => {
    const ahead = line[index + 1]
    if (!ahead) return
    const length = distance(on, ahead)
    const half = (width / 2) * (1 + 0.3 * Math.sin(index / 9) + 0.15 * Math.sin(index / 3.7))
    const across: Point = [(-(ahead[1] - on[1]) / length) * half, ((ahead[0] - on[0]) / length) * half]
    left.push([on[0] + across[0], on[1] + across[1]])
    right.push([on[0] - across[0], on[1] - across[1]])
  })
  return [...left, ...right.reverse()]
}

const ring = (radius: number, phase: number): Point[] =>
  Array.from({ length: 73 }, (_, index) => {
    const angle = (index / 72) * 2 * Math.PI
    const reach = radius * (1 + 0.07 * Math.sin(2 * angle + phase) + 0.05 * Math.sin(3 * angle + 2 * phase))
    return [reach * Math.cos(angle) * 1.12, reach * Math.sin(angle)]
  })

const radial = (index: number, count: number): Point[] => {
  const start = (index / count) * 2 * Math.PI + 0.12
  return Array.from({ length: 30 }, (_, step) => {
    const far = 0.6 + (step / 29) * 16.5
    const angle = start + 0.09 * Math.sin(far / 3 + index)
    return [far * Math.cos(angle) * 1.1, far * Math.sin(angle)]
  })
}

/** Streets of the inner city: a slightly turned, slightly bent lattice. */
const street = (index: number, count: number): Point[] => {
  const isEastWest = index % 2 === 0
  const offset = (Math.floor(index / 2) - (count / 2 - 1) / 2) * 0.85
  return Array.from({ length: 17 }, (_, step) => {
    const along = -4.2 + (step / 16) * 8.4
    const bent = offset + 0.12 * Math.sin(along + index)
    const [x, y] = isEastWest ? [along, bent] : [bent, along]
    return [x * Math.cos(0.12) - y * Math.sin(0.12), x * Math.sin(0.12) + y * Math.cos(0.12)]
  })
}

const lake: Point[] = Array.from({ length: 40 }, (_, index) => {
  const angle = (index / 40) * 2 * Math.PI
  const reach = 0.62 * (1 + 0.22 * Math.sin(2 * angle + 1) + 0.12 * Math.sin(3 * angle))
  return [-3.4 + reach * 1.5 * Math.cos(angle), -3.1 + reach * Math.sin(angle)]
})

/** Water and roads: what a person needs besides borders to know where they are. */
export const drawBasemap = ({ river: main, tributary: side, lake: pond, roads }: Names): Drawn[] => [
  { kind: 'water', class: 'river', name: main, shape: 'area', points: banksOf(river, 0.15) },
  { kind: 'water', class: 'stream', name: side, shape: 'area', points: banksOf(tributary, 0.07) },
  { kind: 'water', class: 'lake', name: pond, shape: 'area', points: lake },
  ...roads.rings.map((name, index) => {
    const points = ring([3.1, 6.6, 12.5][index] ?? 12.5, index + 1)
    return { kind: 'road' as const, class: index === 2 ? 'motorway' : 'ring', name, shape: 'line' as const, points }
  }),
  ...roads.radials.map((name, index) => {
    const points = radial(index, roads.radials.length)
    return { kind: 'road' as const, class: 'main', name, shape: 'line' as const, points }
  }),
  ...roads.streets.map((name, index) => {
    const points = street(index, roads.streets.length)
    return { kind: 'road' as const, class: 'street', name, shape: 'line' as const, points }
  }),
]
