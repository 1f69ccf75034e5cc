import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { City } from '#domain/city/city.ts'
import { RegionCode } from '#domain/ids.ts'
import { CityFault, type Fault } from './city-fault.ts'
import { loadCity } from './load-city.ts'
import { loadPlaces } from './load-places.ts'

const demo = fileURLToPath(new URL('./demo', import.meta.url))
const tiny = fileURLToPath(new URL('../tools/fixtures/tiny-city', import.meta.url))

describe('the demo city', () => {
  let city: City
  beforeAll(async () => {
    city = await loadCity(demo)
  })
  const count = <Item>(items: Iterable<Item>, wanted: (item: Item) => boolean): number =>
    [...items].filter(wanted).length

  test('has 12 domains, 87 items and 333 scenes', () => {
    expect([1, 2, 3].map((level) => count(city.categories.values(), (one) => one.level === level))).toEqual([
      12, 87, 333,
    ])
  })

  test.each([
    ['district', 6],
    ['town', 24],
    ['community', 150],
    ['grid', 300],
  ])('has at least as many regions of level %s as %i', (level, least) => {
    expect(count(city.regions.values(), (one) => one.level === level)).toBeGreaterThanOrEqual(least)
  })

  test('gives every community two grids or more', () => {
    const grids = new Map<string | null, number>()
    for (const one of city.regions.values())
      if (one.level === 'grid') grids.set(one.parent, (grids.get(one.parent) ?? 0) + 1)
    expect(grids.size).toBe(count(city.regions.values(), (one) => one.level === 'community'))
    expect(Math.min(...grids.values())).toBeGreaterThanOrEqual(2)
  })

  test('has a unit with a duty, a phone and a liaison for every lead and every town', () => {
    expect(city.units.size).toBeGreaterThanOrEqual(45)
    const withLiaison = new Set(city.staff.filter((one) => one.roles.includes('liaison')).map((one) => one.unit))
    expect([...city.units.values()].filter((one) => !withLiaison.has(one.id)).map((one) => one.id)).toEqual([])
    expect([...city.units.values()].filter((one) => one.duty.length < 20).map((one) => one.id)).toEqual([])
    const offices = new Set([...city.units.values()].filter((one) => one.type === 'town').map((one) => one.region))
    expect(count(city.regions.values(), (one) => one.level === 'town' && !offices.has(one.code))).toBe(0)
  })

  test('gives every scene 6 to 14 keywords of two characters or more', () => {
    const scenes = [...city.categories.values()].filter((one) => one.level === 3)
    expect(scenes.filter((one) => one.keywords.length < 6 || one.keywords.length > 14).map((one) => one.code)).toEqual(
      [],
    )
  })

  test('never lets a grid worker settle a complex matter alone', () => {
    expect(count(city.categories.values(), (one) => one.gridDirect && one.kind === 'complex')).toBe(0)
  })

  test('names a limit for every clock of a dangerous matter', () => {
    const danger = city.slaProfiles.find((one) => one.match.hazard)
    expect(Object.keys(danger?.limits ?? {}).sort()).toEqual([
      'C1',
      'C10',
      'C2',
      'C3',
      'C4',
      'C5',
      'C6',
      'C7',
      'C8',
      'C9',
    ])
  })

  test('puts known places into known communities', async () => {
    const places = await loadPlaces(demo)
    expect(places.length).toBeGreaterThanOrEqual(600)
    expect(places.filter((one) => city.regions.get(one.region)?.level !== 'community')).toEqual([])
  })

  test('draws every district, town, community and grid', async () => {
    const drawn = z.object({ features: z.array(z.object({ properties: z.object({ code: z.string() }) })) })
    const codes = new Set<string>()
    for (const file of ['regions.geojson', 'grids.geojson'])
      for (const { properties } of drawn.parse(JSON.parse(await readFile(join(demo, file), 'utf8'))).features)
        codes.add(properties.code)
    expect([...city.regions.keys()].filter((code) => !codes.has(code))).toEqual([RegionCode.parse('990100')])
  })
})

describe('another city', () => {
  test('is other files and no other code', async () => {
    const city = await loadCity(tiny)
    expect(city.policy.orderPrefix).toBe('TX')
    expect(city.calendars.get('office')?.dayEnds).toBe('closing')
    expect(city.rules.at(-1)).toMatchObject({ lead: { unit: 'west' }, co: [{ unit: 'roads' }], region: '980102' })
    expect(city.regions.size).toBe(7)
  })
})

describe('a broken city', () => {
  const folders: string[] = []
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

  const faultsAfter = async (file: string, from: string | RegExp, to: string): Promise<readonly Fault[]> => {
    const folder = await mkdtemp(join(tmpdir(), 'city-'))
    folders.push(folder)
    await cp(tiny, folder, { recursive: true })
    const text = await readFile(join(folder, file), 'utf8')
    expect(text).toMatch(from)
    await writeFile(join(folder, file), text.replace(from, to))
    const error = await loadCity(folder).catch((reason: unknown) => reason)
    if (!(error instanceof CityFault)) throw new Error(`no fault after changing ${file}`)
    return error.faults
  }

  test.each<[string, string, string | RegExp, string, Partial<Fault>]>([
    [
      'a kind nobody knows',
      'categories.csv',
      'roads,urgent',
      'roads,hasty',
      { row: 5, column: 'kind', found: '"hasty"' },
    ],
    [
      'a level that is no level',
      'categories.csv',
      '路面破损,3',
      '路面破损,4',
      { row: 4, column: 'level', expected: '1, 2 or 3' },
    ],
    ['a keyword of one character', 'categories.csv', '坑洼;路烂', '坑', { row: 4, column: 'keywords' }],
    [
      'a parent nobody knows',
      'categories.csv',
      '桥梁险情,3,R01',
      '桥梁险情,3,R09',
      { row: 5, column: 'parent', found: '"R09"' },
    ],
    [
      'a category with an unknown lead',
      'categories.csv',
      'R01,roads,urgent',
      'R01,rails,urgent',
      { row: 5, column: 'leadUnit' },
    ],
    [
      'a code that stands twice',
      'categories.csv',
      'R0102,',
      'R0101,',
      { row: 5, column: 'code', found: '"R0101" again' },
    ],
    ['a scene without a rule', 'rules.csv', /r-R01,.*\n/, '', { file: 'categories.csv', column: 'code', row: 3 }],
    [
      'a rule with an unknown unit',
      'rules.csv',
      'west,roads',
      'west,rails',
      { row: 4, column: 'co', found: '"rails"' },
    ],
    [
      'a rule for an unknown region',
      'rules.csv',
      ',980102,',
      ',980199,',
      { row: 4, column: 'region', found: '"980199"' },
    ],
    [
      'a territory of an unknown kind',
      'rules.csv',
      '@town',
      '@village',
      { row: 3, column: 'lead', found: '"@village"' },
    ],
    [
      'a unit with an unknown calendar',
      'units.csv',
      /shift\n/,
      'night\n',
      { row: 2, column: 'calendar', found: '"night"' },
    ],
    [
      'a region without a number',
      'regions.csv',
      '104.25,37.1\n',
      'east,37.1\n',
      { row: 3, column: 'lng', expected: 'a number' },
    ],
    ['a person with an unknown role', 'staff.csv', 'agent;dispatcher', 'agent;king', { row: 2, column: 'roles' }],
    [
      'a city without a default profile',
      'sla.json',
      '"match": {}',
      '"match": { "kind": "general" }',
      { column: 'match' },
    ],
    ['a limit in a strange unit', 'sla.json', '"minute"', '"moon"', { column: '0.limits.C1.unit', found: '"moon"' }],
    [
      'a city calendar nobody knows',
      'city.json',
      '"calendar": "office"',
      '"calendar": "lunar"',
      { file: 'city.json', column: 'calendar' },
    ],
    [
      'a calendar that ends in a strange way',
      'calendars.csv',
      'closing',
      'sunset',
      { row: 2, column: 'dayEnds', found: '"sunset"' },
    ],
    ['a row that breaks off', 'units.csv', /,值班.*|,shift/, '', { row: 2, column: null }],
    ['a file that is no JSON', 'lights.json', ']', '', { column: null, expected: 'JSON' }],
  ])('%s is told with its place', async (_, file, from, to, expected) => {
    const faults = await faultsAfter(file, from, to)
    expect(faults).toContainEqual(expect.objectContaining({ file, ...expected }))
  })

  test('tells all its faults at once, as sentences', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'city-'))
    folders.push(folder)
    const error = await loadCity(folder).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(CityFault)
    expect(String(error)).toContain('11 fault(s)')
    expect(String(error)).toContain('units.csv: found no such file, expected a file in')
  })
})
