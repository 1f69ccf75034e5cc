import { expect, test } from 'vitest'
import type { Atlas } from './atlas.ts'
import type { Feature, Position } from './geojson.ts'
import { metresBetween, nearestPlace, regionAt } from './region-at.ts'

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const area = (code: string, coordinates: Position[][]): Feature => ({
  type: 'Feature',
  properties: { code },
  geometry: { type: 'Polygon', coordinates },
})
const collection = (...features: Feature[]) => ({ type: 'FeatureCollection' as const, features })

/** A district of 4 × 4, in it a town of 2 × 2 with a hole of 1 × 1, in the town a grid; a second district in two parts. */
const atlas: Atlas = {
  basemap: collection(),
  regions: collection(area('990101', [square(0, 0, 4)]), area('990101001', [square(1, 1, 2), square(1.2, 1.2, 1)]), {
    type: 'Feature',
    properties: { code: '990102' },
    geometry: { type: 'MultiPolygon', coordinates: [[square(5, 0, 1)], [square(7, 0, 1)]] },
  }),
  grids: collection(area('990101001001001', [square(2.4, 2.4, 0.5)])),
  places: [
    { name: '近', kind: 'estate', region: '990101' as Atlas['places'][number]['region'], lng: 2, lat: 2.001 },
    { name: '远', kind: 'estate', region: '990101' as Atlas['places'][number]['region'], lng: 2, lat: 2.5 },
  ],
  version: 'test',
}

test.each([
  ['in the grid', 2.6, 2.6, '990101001001001'],
  ['in the town', 1.1, 1.1, '990101001'],
  ['in the hole of the town', 1.5, 1.5, '990101'],
  ['in the district', 3.5, 3.5, '990101'],
  ['in the second part of a region of two', 7.5, 0.5, '990102'],
  ['between its parts', 6.5, 0.5, null],
  ['outside', 9, 9, null],
])('a point %s', (_, lng, lat, code) => {
  expect(regionAt(atlas, { lng, lat })).toBe(code)
})

test('the nearest place, and how far it is', () => {
  expect(nearestPlace(atlas, { lng: 2, lat: 2 })?.place.name).toBe('近')
  expect(nearestPlace({ ...atlas, places: [] }, { lng: 2, lat: 2 })).toBeNull()
})

test('a degree of longitude is shorter away from the equator', () => {
  expect(Math.round(metresBetween({ lng: 111, lat: 34 }, { lng: 111.01, lat: 34 }))).toBe(923)
  expect(Math.round(metresBetween({ lng: 111, lat: 34 }, { lng: 111, lat: 34.01 }))).toBe(1113)
})
