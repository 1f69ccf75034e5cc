import { distance, type Point } from './point.ts'

/** Where the main river runs at a given easting. */
const riverAt = (x: number): Point => [x, 2.1 * Math.sin(x / 7.5) + 0.9 * Math.sin(x / 3.1 + 1) - 0.02 * x]

/** The tributary comes from the south and meets the river east of the centre. */
const tributaryAt = (y: number): Point => {
  const mouth = riverAt(6.2)
  const down = mouth[1] - y
  return [mouth[0] + 1.5 * Math.sin(down / 4) + 0.7 * Math.sin(down / 1.7) - down * 0.12, y]
}

const steps = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)

export const river: readonly Point[] = steps(-27, 29, 0.2).map(riverAt)
export const tributary: readonly Point[] = steps(-20, riverAt(6.2)[1], 0.2).map(tributaryAt)

/** Distance between neighbouring cells: dense in the centre, wide at the fringe. */
const spacingAt = ([x, y]: Point): number => 0.43 + 2.85 * (Math.hypot(x, y) / 25) ** 1.35

/** Pulls the fringe inwards so that cells lie equally dense: compact there means compact for the eye. */
export const warp = (point: Point): Point => {
  const far = Math.hypot(point[0], point[1])
  let warped = 0
  for (let at = 0.1; at < far; at += 0.2) warped += 0.2 / spacingAt([at, 0])
  return far === 0 ? point : [(point[0] / far) * warped, (point[1] / far) * warped]
}

/** The city's outline: a circle with bays and tongues. */
export const isInCity = ([x, y]: Point): boolean => {
  const angle = Math.atan2(y, x)
  const reach = 21 + 3.2 * Math.cos(2 * angle + 0.4) + 1.9 * Math.sin(3 * angle + 1) + 1.3 * Math.sin(5 * angle)
  return Math.hypot(x / 1.15, y / 0.95) < reach
}

const nearestOn = (line: readonly Point[], point: Point): number =>
  line.reduce((least, on) => Math.min(least, distance(on, point)), Number.POSITIVE_INFINITY)

/** Pairs of sites mirrored on a stream: the border between the two cells of a pair is the stream itself. */
const banksOf = (line: readonly Point[]): Point[] => {
  const sites: Point[] = []
  let walked = 0
  line.forEach((on, index) => {
    const ahead = line[index + 1]
    if (!ahead) return
    walked += distance(on, ahead)
    const spacing = spacingAt(on) * 0.92
    if (walked < spacing) return
    walked = 0
    const length = distance(on, ahead)
    const normal: Point = [-(ahead[1] - on[1]) / length, (ahead[0] - on[0]) / length]
    for (const side of [0.42, -0.42])
      sites.push([on[0] + normal[0] * spacing * side, on[1] + normal[1] * spacing * side])
  })
  return sites
}

/** One site per finest cell, within the city and a margin around it whose cells only cut the outline. */
export const makeSites = (random: () => number): Point[] => {
  const clear = (point: Point, others: readonly Point[], share: number): boolean =>
    others.every((other) => distance(point, other) > ((spacingAt(point) + spacingAt(other)) / 2) * share)
  const sites: Point[] = banksOf(river)
  for (const site of banksOf(tributary)) if (clear(site, sites, 0.5) && nearestOn(river, site) > 0.3) sites.push(site)
  const streams = [...river, ...tributary]
  for (let attempt = 0; attempt < 60_000; attempt++) {
    const far = 34 * random() ** 0.9
    const angle = 2 * Math.PI * random()
    const point: Point = [far * Math.cos(angle) * 1.1, far * Math.sin(angle)]
    if (nearestOn(streams, point) > spacingAt(point) * 0.62 && clear(point, sites, 0.84)) sites.push(point)
  }
  return sites
}
