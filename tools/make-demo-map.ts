/** Makes the regions and the map of the demo city: `npx tsx tools/make-demo-map.ts`. Seeded: the same run, the same city. */
import { writeFileSync } from 'node:fs'
import { type Drawn, drawBasemap } from './demo-city/basemap.ts'
import { dissolve, type Rings } from './demo-city/borders.ts'
import { readNames } from './demo-city/names.ts'
import { areaOf, isInside, type Point, toLngLat } from './demo-city/point.ts'
import { layOut, type Piece } from './demo-city/territory.ts'

const SEED = 12345
const folder = new URL('../city/demo/', import.meta.url)
const names = readNames()
const { mesh, pieces } = layOut(names, SEED)
const lngLat = toLngLat(names.city)

const closed = (ring: readonly Point[]): [number, number][] => {
  const line = ring.map(lngLat)
  const first = line[0]
  return first ? [...line, first] : line
}

const geometryOf = ({ outer, holes }: Rings) => {
  const polygons = outer.map((ring) => [
    closed(ring),
    ...holes.filter((hole) => hole[0] && isInside(hole[0], ring)).map((hole) => closed(hole)),
  ])
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons }
}

/** A label point: the member cell's site nearest to the middle, hence always inside. */
const centreOf = (piece: Piece): [number, number] => {
  const area = piece.cells.reduce(
    (sum, cell) => sum + Math.abs(areaOf(cell.corners.flatMap((c) => [mesh.corners[c] ?? cell.site]))),
    0,
  )
  const mean = [0, 1].map((axis) =>
    piece.cells.reduce((sum, cell) => {
      const share = Math.abs(areaOf(cell.corners.flatMap((c) => [mesh.corners[c] ?? cell.site]))) / area
      return sum + (cell.site[axis as 0 | 1] ?? 0) * share
    }, 0),
  )
  const gap = (at: Point): number => Math.hypot(at[0] - (mean[0] ?? 0), at[1] - (mean[1] ?? 0))
  return lngLat(piece.cells.map((cell) => cell.site).reduce((best, site) => (gap(site) < gap(best) ? site : best)))
}

const collection = (features: readonly object[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`

const regionFeature = (piece: Piece) => ({
  type: 'Feature',
  id: Number(piece.code),
  properties: { code: piece.code, name: piece.name, level: piece.level, parent: piece.parent },
  geometry: geometryOf(dissolve(mesh, piece.cells)),
})

const drawnFeature = (one: Drawn) => ({
  type: 'Feature',
  properties: { kind: one.kind, class: one.class, name: one.name },
  geometry:
    one.shape === 'area'
      ? { type: 'Polygon', coordinates: [closed(one.points)] }
      : { type: 'LineString', coordinates: one.points.map(lngLat) },
})

const row = (piece: Piece): string => [piece.code, piece.name, piece.level, piece.parent, ...centreOf(piece)].join(',')

writeFileSync(new URL('regions.csv', folder), `${['code,name,level,parent,lng,lat', ...pieces.map(row)].join('\n')}\n`)
const wide = pieces.filter((piece) => piece.level !== 'grid' && piece.level !== 'city')
writeFileSync(new URL('regions.geojson', folder), collection(wide.map(regionFeature)))
writeFileSync(
  new URL('grids.geojson', folder),
  collection(pieces.filter((piece) => piece.level === 'grid').map(regionFeature)),
)
writeFileSync(new URL('basemap.geojson', folder), collection(drawBasemap(names).map(drawnFeature)))

for (const level of ['district', 'town', 'community', 'grid'])
  console.log(level, pieces.filter((piece) => piece.level === level).length)
