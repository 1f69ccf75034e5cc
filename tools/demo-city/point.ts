/** Kilometres east and north of the city's centre. */
export type Point = readonly [x: number, y: number]

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])
export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]

/** Kilometres to degrees around one centre, five decimals (about a metre). */
export const toLngLat =
  (centre: { lng: number; lat: number }) =>
  ([x, y]: Point): [number, number] => [
    Number((centre.lng + x / (111.32 * Math.cos((centre.lat * Math.PI) / 180))).toFixed(5)),
    Number((centre.lat + y / 110.95).toFixed(5)),
  ]

/** Even–odd rule on one ring. */
export const isInside = ([x, y]: Point, ring: readonly Point[]): boolean => {
  let inside = false
  let previous = ring.at(-1)
  for (const corner of ring) {
    if (previous && corner[1] > y !== previous[1] > y) {
      const crossing = ((previous[0] - corner[0]) * (y - corner[1])) / (previous[1] - corner[1]) + corner[0]
      if (x < crossing) inside = !inside
    }
    previous = corner
  }
  return inside
}

/** Signed area: positive when the ring runs counter-clockwise. */
export const areaOf = (ring: readonly Point[]): number => {
  let sum = 0
  let previous = ring.at(-1)
  for (const corner of ring) {
    if (previous) sum += previous[0] * corner[1] - corner[0] * previous[1]
    previous = corner
  }
  return sum / 2
}
