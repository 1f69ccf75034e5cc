import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { citizenMap, findPlaces, getMap, placeAt } from '#contract/places.ts'
import { PER_MINUTE } from './brake.ts'
import { type Badge, type Door, NOBODY, openDoor } from './door.fixture.ts'
import { hoursLater } from './orders.fixture.ts'
import { pinyinOf } from './pinyin.ts'

let door: Door
let agent: Badge

beforeAll(async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  door = await openDoor(engine)
  agent = await door.staff({ roles: ['agent'] })
})
afterAll(() => door.close())

const find = async (q: string, limit = '10') => {
  const said = await door.ask(agent, 'findPlaces', { query: { q, limit } })
  return findPlaces.reply.parse(said.body).places
}
const at = async (lng: number, lat: number) =>
  placeAt.reply.parse((await door.ask(agent, 'placeAt', { body: { lng, lat } })).body)

describe('a place is found', () => {
  test.each([
    ['by its name', '枫丹花园'],
    ['by the beginning of it', '枫丹'],
    ['by a part of it', '丹花'],
    ['by the initials of its pinyin', 'fdhy'],
    ['by its whole pinyin, with the apostrophes and spaces of an input method', "feng'dan hua"],
    ['in an address with district and house number', '锦澜区枫丹花园3号楼2单元'],
  ])('%s', async (_, typed) => {
    expect((await find(typed)).map(({ name }) => name)).toContain('枫丹花园')
  })

  test('with district, town and community, and the grid in whose outline it lies', async () => {
    const [place] = await find('枫丹花园')
    expect(place?.path.map(({ level }) => level)).toEqual(['district', 'town', 'community'])
    expect(place?.path[0]?.name).toBe('锦澜区')
    expect(place?.region).toBe(place?.path[2]?.code)
    expect(place?.grid?.code.startsWith(String(place.region))).toBe(true)
  })

  test('the name itself before names that only begin with it, and those before names that hold it', async () => {
    const names = (await find('阳光', '50')).map(({ name }) => name)
    const begins = names.map((name) => name.startsWith('阳光'))
    expect(begins[0]).toBe(true)
    expect(begins.lastIndexOf(true)).toBeLessThan(begins.includes(false) ? begins.indexOf(false) : Infinity)
  })

  test('towns and communities are places too', async () => {
    const [first] = await find('锦澜区')
    expect(first).toMatchObject({ name: '锦澜区', kind: 'district', region: '990101', grid: null })
  })

  test('nothing like it gives nothing; an empty or endless question is refused', async () => {
    expect(await find('没有这个地方的名字')).toEqual([])
    expect((await door.ask(agent, 'findPlaces', { query: { q: ' ' } })).status).toBe(400)
    expect((await door.ask(agent, 'findPlaces', { query: { q: '长'.repeat(101) } })).status).toBe(400)
  })

  test('not without a log-in, except at the citizen’s door, where the words stay in the body', async () => {
    expect((await door.ask(NOBODY, 'findPlaces', { query: { q: '枫丹' } })).code).toBe('not-logged-in')
    const said = await door.ask(NOBODY, 'citizenPlaces', { body: { q: '枫丹' } })
    expect(findPlaces.reply.parse(said.body).places.map(({ name }) => name)).toContain('枫丹花园')
  })
})

test('one address may ask quickly, but not without end; a minute later it may again', async () => {
  const ask = () =>
    door.app.inject({
      method: 'POST',
      url: '/api/citizen/place-at',
      remoteAddress: '10.9.9.9',
      payload: { lng: 0, lat: 0 },
    })
  for (let n = 0; n < PER_MINUTE; n++) await ask()
  expect((await ask()).statusCode).toBe(429)
  hoursLater(door, 1)
  expect((await ask()).statusCode).toBe(200)
})

describe('a point of the map', () => {
  test('knows its grid, its community and the place beside it', async () => {
    const [place] = await find('枫丹花园')
    const here = await at((place?.lng ?? 0) + 0.0001, place?.lat ?? 0)
    expect(here.region).toBe(place?.region)
    expect(here.grid).toEqual(place?.grid)
    expect(here.nearest).toEqual({ name: '枫丹花园', kind: 'estate', metres: 9 })
  })

  test('outside the city has no region', async () => {
    expect(await at(0, 0)).toMatchObject({ region: null, path: [], grid: null })
    expect((await door.ask(agent, 'placeAt', { body: { lng: 181, lat: 0 } })).status).toBe(400)
  })

  test('every community holds the point its own table gives for it', async () => {
    const communities = [...door.house.city.regions.values()].filter(({ level }) => level === 'community').slice(0, 20)
    for (const { code, lng, lat } of communities) expect((await at(lng, lat)).region).toBe(code)
  })
})

describe('the map', () => {
  test('comes once: whoever shows its tag gets no second copy', async () => {
    const first = await door.ask(agent, 'getMap')
    expect(getMap.reply.parse(first.body).regions.features.length).toBeGreaterThan(200)
    const again = await door.ask(agent, 'getMap', { headers: { 'if-none-match': String(first.headers.etag) } })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  test('goes over the line at a fifth of its size, and is the same map', async () => {
    const headers = { 'accept-encoding': 'br, gzip' }
    const { rawPayload, headers: said } = await door.app.inject({ url: '/api/citizen/map', headers })
    const plain = await door.app.inject({ url: '/api/citizen/map' })
    expect([said['content-encoding'], plain.headers['content-encoding']]).toEqual(['gzip', undefined])
    expect(rawPayload.length).toBeLessThan(plain.rawPayload.length / 5)
    expect(gunzipSync(rawPayload).toString()).toBe(plain.payload)
  })

  test('a citizen’s is the same, without the outlines of communities and without a log-in', async () => {
    const { regions, tiles, bounds } = citizenMap.reply.parse((await door.ask(NOBODY, 'citizenMap')).body)
    expect(new Set(regions.features.map(({ properties }) => properties.level))).toEqual(new Set(['district', 'town']))
    expect([tiles, bounds?.length]).toEqual([null, 4])
  })
})

test.each([
  ['室温不达标', 'swbdb', 'shiwenbudabiao'],
  ['柳堤大街42号', 'lddj42h', 'liudidajie42hao'],
  ['KTV噪声', 'kzs', 'ktvzaosheng'],
])('%s is typed as %s', (name, initials, full) => {
  expect(pinyinOf(name)).toEqual({ initials, full })
})
