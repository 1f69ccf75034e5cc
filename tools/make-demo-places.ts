/** Makes the demo city's gazetteer from its map: `npx tsx tools/make-demo-places.ts`. Seeded; run after make-demo-map. */
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { estates, hamlets, pointsOfInterest, ruralPoints, words } from './demo-city/place-words.ts'
import { isInside, type Point } from './demo-city/point.ts'
import { randomFrom } from './demo-city/random.ts'

const folder = new URL('../city/demo/', import.meta.url)
const random = randomFrom(2025)
const Pair = z.tuple([z.number(), z.number()])
const Features = z.object({
  features: z.array(z.object({ properties: z.record(z.string(), z.string()), geometry: z.json() })),
})
const read = (file: string) => Features.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))).features

const Polygon = z.object({ coordinates: z.array(z.array(Pair)) })
const communities = read('regions.geojson')
  .filter(({ properties }) => properties.level === 'community')
  .map(({ properties, geometry }) => ({
    code: properties.code ?? '',
    name: properties.name ?? '',
    ring: Polygon.parse(geometry).coordinates[0] ?? [],
  }))

const rows: string[] = []
const taken = new Set<string>()
const add = (name: string, kind: string, region: string, [lng, lat]: Point): void => {
  rows.push([name, kind, region, lng.toFixed(5), lat.toFixed(5)].join(','))
  taken.add(name)
}

const pointIn = (ring: readonly Point[]): Point => {
  const xs = ring.map((corner) => corner[0])
  const ys = ring.map((corner) => corner[1])
  const within = (values: number[]): number =>
    Math.min(...values) + random() * (Math.max(...values) - Math.min(...values))
  for (;;) {
    const point: Point = [within(xs), within(ys)]
    if (isInside(point, ring)) return point
  }
}

const one = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('an empty list has no item')
  return item
}

/** A pattern filled with words; another word when the name is taken. */
const nameFrom = (pattern: string, stem: string): string => {
  for (let attempt = 0; attempt < 80; attempt++) {
    const word = one(words, Math.floor(random() * words.length))
    const second = attempt < 20 ? '' : one(words, Math.floor(random() * words.length))
    const name = pattern.replace('{stem}', stem).replace('{word}', second + word)
    if (!taken.has(name)) return name
  }
  return `${stem}${pattern.replace(/\{\w+\}/, '')}`
}

communities.forEach(({ code, name, ring }, index) => {
  const stem = name.replace(/(社区|村)$/, '')
  const isVillage = name.endsWith('村') && Number(code.slice(9)) > 200
  const homes = isVillage ? hamlets : estates
  const points = isVillage ? ruralPoints : pointsOfInterest
  for (const offset of [0, 1, 2]) {
    const kind = isVillage ? 'hamlet' : 'estate'
    add(nameFrom(one(homes, index * 3 + offset), stem), kind, code, pointIn(ring))
  }
  for (const offset of [0, 1]) {
    const { kind, name: pattern } = one(points, index * 2 + offset)
    add(nameFrom(pattern, stem), kind, code, pointIn(ring))
  }
})

/** A road is one row per community it runs through, at a point on it. */
const Line = z.object({ type: z.literal('LineString'), coordinates: z.array(Pair) })
for (const { properties, geometry } of read('basemap.geojson')) {
  const line = Line.safeParse(geometry)
  if (!line.success) continue
  for (const { code, ring } of communities) {
    const on = line.data.coordinates.find((point) => isInside(point, ring))
    if (on) add(properties.name ?? '', 'road', code, on)
  }
}

writeFileSync(new URL('places.csv', folder), `${['name,kind,region,lng,lat', ...rows].join('\n')}\n`)
console.log(`${rows.length} places`)
