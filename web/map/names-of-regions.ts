import type { Feature, FeatureCollection, Position } from '#domain/city/geojson.ts'

/** Centre of area of a ring (shoelace), where its name is written. */
function centreOf(ring: readonly Position[]): Position {
  let area = 0
  let x = 0
  let y = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x1, y1] = ring[i] ?? [0, 0]
    const [x2, y2] = ring[i + 1] ?? [0, 0]
    const cross = x1 * y2 - x2 * y1
    area += cross
    x += (x1 + x2) * cross
    y += (y1 + y2) * cross
  }
  return area === 0 ? (ring[0] ?? [0, 0]) : [x / (3 * area), y / (3 * area)]
}

/** One point a region: a polygon's own label would be repeated in every tile it touches. */
export function namesOfRegions(regions: FeatureCollection): FeatureCollection {
  const features = regions.features.flatMap(({ properties, geometry }): Feature[] => {
    const ring =
      geometry.type === 'Polygon'
        ? geometry.coordinates[0]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates[0]?.[0]
          : undefined
    if (ring === undefined) return []
    return [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: centreOf(ring) } }]
  })
  return { type: 'FeatureCollection', features }
}
