import type { MapReply } from '#contract/places.ts'

/** A pin alone on empty land says nothing: the second nearest street shall lie in the picture, as far as names stay readable. */
const NEAREST = 14.6
const FARTHEST = 12.2
/** web Mercator with tiles of 512 px: metres a pixel at the equator at zoom 0 */
const METRES_A_PIXEL = 78_271.5
const METRES_A_DEGREE = 111_320

type Point = readonly [number, number]
const radians = (degrees: number) => (degrees * Math.PI) / 180

function metresTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))
}

/** On a flat map around the pin: over a few kilometres the Earth's bend is less than a pixel. */
function metresToLine(at: Point, line: readonly (readonly number[])[]): number {
  const narrow = Math.cos(radians(at[1])) * METRES_A_DEGREE
  const flat = line.map(([lng = 0, lat = 0]): Point => [(lng - at[0]) * narrow, (lat - at[1]) * METRES_A_DEGREE])
  return flat.slice(1).reduce((least, end, i) => Math.min(least, metresTo([0, 0], flat[i] ?? end, end)), Infinity)
}

/** How near to look at a place in a box that shows `pixels` from its middle to its nearer edge. */
export function placeZoom(at: Point, basemap: MapReply['basemap'], pixels: number): number {
  const near = basemap.features
    .flatMap(({ geometry, properties }) => {
      if (properties.kind !== 'road') return []
      if (geometry.type === 'LineString') return [metresToLine(at, geometry.coordinates)]
      return geometry.type === 'MultiLineString'
        ? [Math.min(...geometry.coordinates.map((line) => metresToLine(at, line)))]
        : []
    })
    .toSorted((a, b) => a - b)
  const wanted = near[1] ?? near[0]
  if (wanted === undefined || pixels <= 0) return NEAREST
  const zoom = Math.log2((METRES_A_PIXEL * Math.cos(radians(at[1])) * pixels * 0.8) / Math.max(1, wanted))
  return Math.max(FARTHEST, Math.min(NEAREST, zoom))
}
