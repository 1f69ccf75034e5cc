import { expect, test } from 'vitest'
import type { MapReply } from '#contract/places.ts'
import { placeZoom } from './place-zoom.ts'

const road = (lat: number) => ({
  type: 'Feature' as const,
  properties: { kind: 'road', class: 'street', name: `${lat}` },
  geometry: {
    type: 'LineString' as const,
    coordinates: [110, 112].map((lng): [number, number] => [lng, lat]),
  },
})
const map = (...lats: number[]): MapReply['basemap'] => ({ type: 'FeatureCollection', features: lats.map(road) })
const AT = [111, 36] as const

/** metres from the middle to the edge of the box at this zoom */
const seen = (zoom: number, pixels: number) => (78_271.5 * Math.cos((36 * Math.PI) / 180) * pixels) / 2 ** zoom

test('the second nearest street lies inside the box', () => {
  // 0.003° and 0.006° of latitude: 334 and 668 m
  const zoom = placeZoom(AT, map(36.003, 36.006), 100)
  expect(seen(zoom, 100)).toBeGreaterThan(668)
  expect(seen(zoom, 100)).toBeLessThan(1000)
})

test('neither nearer than names want it nor so far that the pin stands for a district', () => {
  expect(placeZoom(AT, map(36.0001, 36.0002), 100)).toBe(14.6)
  expect(placeZoom(AT, map(37, 38), 100)).toBe(12.2)
  expect(placeZoom(AT, map(), 100)).toBe(14.6)
})
