import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import type { IssueView, ToldChoice } from '#contract/catalogue.ts'
import { sql } from '#db/sql.ts'
import type { PartRow } from '#domain/city/part.ts'
import { type Badge, type Door, openDoor } from '../door.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

const TOWN = '990101001'
let door: Door
let lead: Badge
let analyst: Badge
let leader: Badge
let chief: Badge
beforeAll(async () => {
  door = await openDoor(engine)
  lead = await door.staff({ roles: ['dispatch-lead'] })
  analyst = await door.staff({ roles: ['analyst'] })
  leader = await door.staff({ roles: ['leader'] })
  chief = await door.staff({ roles: ['administrator'] })
})
afterAll(() => door.close())

type Kept = { id: number; version: number }
const rows = async (badge: Badge, id = 0): Promise<PartRow[]> => {
  const said = await door.ask(badge, 'getCityVersion', { params: { part: 'rules', id } })
  return (said.body as { content: PartRow[] }).content
}
const inForce = async (): Promise<number> => {
  const said = await door.ask(chief, 'listCityVersions', { params: { part: 'rules' } })
  const { versions } = said.body as { versions: { id: number; inForce: boolean }[] }
  return versions.find((one) => one.inForce)?.id ?? 0
}
/** Drafted on what is in force. */
const draft = async (badge: Badge, change: (rows: PartRow[]) => PartRow[]): Promise<Kept> => {
  const base = await inForce()
  const body = { base, rows: change(await rows(badge, base)) }
  const said = await door.ask(badge, 'saveCityDraft', { params: { part: 'rules' }, body })
  expect(said.status, said.text).toBe(200)
  return said.body as Kept
}
const adopt = (badge: Badge, { id }: Kept, note = '按会商纪要调整') =>
  door.ask(badge, 'adoptCityVersion', { params: { part: 'rules', id }, body: { note } })
const handIn = (badge: Badge, { id }: Kept) =>
  door.ask(badge, 'handInRules', { params: { id }, body: { note: '请审定' } })
const row = (cells: PartRow): PartRow => ({ priority: '0', lead: 'housing', basis: '会商纪要', ...cells })
const withCell = (id: string, column: string, value: string) => (all: PartRow[]) =>
  all.map((one) => (one.id === id ? { ...one, [column]: value } : one))
const year = { from: '2026-01-01', to: '2026-12-31' }

describe('who drafts and who approves', () => {
  test('the dispatch desk drafts the catalogue and nothing else; a leader approves, and the reason is kept', async () => {
    for (const part of ['units', 'sla', 'categories']) {
      expect((await door.ask(lead, 'listCityVersions', { params: { part } })).code).toBe('not-allowed')
      expect((await door.ask(leader, 'getCityVersion', { params: { part, id: 0 } })).code).toBe('not-allowed')
      const body = { base: 0, rows: [] }
      expect((await door.ask(lead, 'saveCityDraft', { params: { part }, body })).code).toBe('not-allowed')
      const adoptBody = { note: '试试' }
      expect((await door.ask(leader, 'adoptCityVersion', { params: { part, id: 1 }, body: adoptBody })).code).toBe(
        'not-allowed',
      )
    }
    const made = await draft(lead, withCell('r-E02', 'co', 'water-affairs'))
    expect((await adopt(lead, made)).code).toBe('not-allowed')
    expect((await adopt(analyst, made)).code).toBe('not-allowed')
    expect((await adopt(leader, made)).code).toBe('not-handed-in')
    expect((await handIn(lead, made)).status).toBe(200)
    const adopted = await adopt(leader, made, '市里明确水务协办')
    expect(adopted.body).toMatchObject({ state: 'adopted', note: '市里明确水务协办' })
    const said = await door.ask(analyst, 'ruleChanges', { query: year })
    expect(said.body).toMatchObject({
      count: 1,
      changed: 1,
      versions: [{ note: '市里明确水务协办', count: 1 }],
      changes: [
        { rule: 'r-E02', what: 'changed', counts: true, fields: [{ column: 'co', from: '', to: 'water-affairs' }] },
      ],
    })
    const apart = await door.house.db.rows(
      sql`select made_by <> adopted_by as apart from city_version where id = ${made.id}`,
      z.object({ apart: z.boolean() }),
    )
    expect(apart).toEqual([{ apart: true }])
  })

  test('of a year’s changes those count that send, help, limit or class otherwise', async () => {
    const words = await draft(analyst, (all) =>
      withCell(
        'r-A01',
        'basis',
        '民政局三定规定',
      )(withCell('r-A03', 'lead', 'civil-affairs')(all)).concat(
        row({ id: 'r-new', category: 'A0101', placeType: 'village', lead: '@town' }),
      ),
    )
    expect((await handIn(analyst, words)).status).toBe(200)
    expect((await adopt(chief, words)).status).toBe(200)
    const { body } = await door.ask(leader, 'ruleChanges', { query: year })
    expect(body).toMatchObject({ count: 3, added: 1, changed: 2, removed: 0 })
    const { changes } = body as { changes: { rule: string; counts: boolean }[] }
    expect(changes.slice(0, 3).map(({ rule, counts }) => [rule, counts])).toEqual([
      ['r-A03', true],
      ['r-new', true],
      ['r-A01', false],
    ])
    const before = { from: '2025-01-01', to: '2025-12-31' }
    expect((await door.ask(leader, 'ruleChanges', { query: before })).body).toMatchObject({ count: 0, changes: [] })
  })
})

describe('before publishing', () => {
  const check = async (all: PartRow[]) => (await door.ask(lead, 'checkRules', { body: { rows: all } })).body
  const blocking = (body: Record<string, unknown>): IssueView[] =>
    (body as { issues: IssueView[] }).issues.filter((one) => one.blocking)

  test('two rules that disagree are named with a matter of both, kept as a draft and not published', async () => {
    const twist = (all: PartRow[]) => [
      ...all,
      row({ id: 'x-1', category: 'E0201', placeType: 'road', lead: 'police' }),
      row({ id: 'x-2', category: 'E0201', timeOfDay: '22:00~06:00', lead: 'fire' }),
    ]
    const made = await draft(lead, twist)
    const said = await check(twist(await rows(lead, await inForce())))
    expect(said).toMatchObject({ mayPublish: false, faults: [] })
    const [first] = blocking(said).filter(
      (one) => one.rules.includes('x-1' as never) && one.rules.includes('x-2' as never),
    )
    expect(first).toMatchObject({ kind: 'contradiction', example: { placeType: 'road', time: '22:00' } })
    expect(first?.words.zh).toContain('市政道路')
    expect((await handIn(lead, made)).code).toBe('rules-disagree')
    expect(await rows(lead, made.id)).toHaveLength(twist(await rows(lead, await inForce())).length)
  })

  test('a catalogue without a rule for some scene names it', async () => {
    const all = (await rows(lead, await inForce())).filter(({ id }) => id !== 'r-A01')
    const said = await door.ask(lead, 'checkRules', { body: { rows: all } })
    const { faults, mayPublish } = said.body as { faults: { found: string }[]; mayPublish: boolean }
    expect(mayPublish).toBe(false)
    expect(faults.map(({ found }) => found)).toContain('"A01" without a rule')
  })

  test('of a file with 5,000 rows and 30 bad ones exactly the 30 are named, and nothing is kept', async () => {
    const base = await rows(lead, await inForce())
    const [columns] = [Object.keys(base[0] ?? {})]
    const scenes = [...door.house.city.categories.values()].filter(({ level }) => level === 3)
    const towns = [...door.house.city.regions.values()].filter(({ level }) => level === 'town')
    const many = Array.from({ length: 5000 - base.length }, (_, i) =>
      row({
        id: `m-${i}`,
        category: scenes[i % scenes.length]?.code ?? '',
        region: towns[Math.floor(i / scenes.length) % towns.length]?.code ?? '',
        lead: '@town',
        active: '1',
      }),
    )
    const spoilt: [number, string, string][] = [
      ['lead', 'nobody'],
      ['category', 'Z9999'],
      ['region', '110105'],
      ['timeOfDay', '25:00~06:00'],
      ['season', '02-30~03-01'],
      ['placeType', 'moon'],
      ['priority', 'high'],
      ['to', '2026-02-30'],
      ['profile', 'Q9'],
      ['co', 'housing;nobody'],
    ].flatMap(([column = '', value = ''], i) =>
      [0, 1, 2].map((n): [number, string, string] => [base.length + 37 * (i + 1) + n, column, value]),
    )
    const all = [...base, ...many].map((one, i) => {
      const bad = spoilt.find(([at]) => at === i)
      return bad === undefined ? one : { ...one, [bad[1]]: bad[2] }
    })
    const text = [columns, ...all.map((one) => columns?.map((column) => one[column] ?? ''))]
    const body = Buffer.from(text.map((cells) => cells?.map((cell) => `"${cell}"`).join(',')).join('\n'))
    const headers = { 'content-type': 'application/octet-stream' }
    const before = await door.ask(lead, 'listCityVersions', { params: { part: 'rules' } })
    const said = await door.ask(lead, 'importCityPart', { params: { part: 'rules' }, body, headers })
    const { draft: kept, faults } = said.body as { draft: unknown; faults: { row: number; column: string }[] }
    expect(kept).toBeNull()
    const named = faults.map(({ row: at, column }) => [at, column]).sort((a, b) => Number(a[0]) - Number(b[0]))
    expect(named).toEqual(spoilt.map(([at, column]) => [at + 2, column]))
    const after = await door.ask(lead, 'listCityVersions', { params: { part: 'rules' } })
    expect(after.body).toEqual(before.body)
  })

  test('a table from before the conditions is still one', async () => {
    const old = ['id', 'priority', 'category', 'region', 'requestType', 'lead', 'co', 'basis']
    const all = await rows(lead)
    const plain = all.filter((one) => !/-(?:[a-z-]+)$/.test(one.id ?? '') || one.requestType !== '')
    const text = [old, ...plain.map((one) => old.map((column) => `"${one[column] ?? ''}"`))]
    const body = Buffer.from(text.map((cells) => cells.join(',')).join('\n'))
    const headers = { 'content-type': 'application/octet-stream' }
    const said = await door.ask(analyst, 'importCityPart', { params: { part: 'rules' }, body, headers })
    expect(said.body).toMatchObject({ faults: [] })
    const { draft: kept } = said.body as { draft: Kept }
    expect((await rows(analyst, kept.id))[0]).toMatchObject({ placeType: '', handling: '', active: '1' })
  })
})

describe('why would it go there', () => {
  const why = async (body: Record<string, unknown>) => door.ask(lead, 'whyThere', { body })
  type Why = { read: { field: string; value: string; source: string }[]; choice: ToldChoice; other: ToldChoice | null }
  const reply = async (body: Record<string, unknown>) => (await why(body)).body as unknown as Why

  test('what the text says of the place decides, and the trace says why no other', async () => {
    const said = await reply({
      content: '我们小区里一棵大树断枝压在3栋楼下，要求清理',
      category: 'B0602',
      region: TOWN,
    })
    expect(said.read.find(({ field }) => field === 'placeType')).toMatchObject({
      value: 'residential-area',
      source: 'understood',
    })
    expect(said.choice).toMatchObject({ rule: 'r-B0602-estate', lead: { id: `town-${TOWN}` } })
    const river = said.choice.trace.find(({ rule }) => rule === 'r-B0602-river')
    expect(river).toMatchObject({ verdict: 'condition-failed', failed: ['placeType'] })
    expect(river?.why.zh).toBe('不符合：地点类型（河道）')
    expect(said.choice.near.map(({ rule }) => rule)).toContain('r-B0602-river')
    const given = await reply({ content: '大树断枝', category: 'B0602', region: TOWN, placeType: 'river' })
    expect(given.choice).toMatchObject({ rule: 'r-B0602-river', lead: { id: 'water-affairs' } })
  })

  test('the hour decides, and nothing but the words of the text is needed', async () => {
    const night = { content: '工地还在浇筑，吵得睡不着', category: 'J0101', region: TOWN }
    const late = await reply({ ...night, at: '2026-03-02T15:30:00Z' })
    expect(late.choice.rule).toBe('r-J0101-night')
    expect((await reply({ ...night, at: '2026-03-02T02:30:00Z' })).choice.rule).toBe('r-J01')
    expect((await why({ content: '工地还在浇筑' })).code).toBe('place-needed')
    expect((await why({ content: '工地', region: '110105' })).code).toBe('unknown-region')
    expect((await why({ content: '工地', region: TOWN, category: 'Z9999' })).code).toBe('unknown-category')
  })

  test('a draft is asked beside what is in force', async () => {
    const made = await draft(lead, (all) => [
      ...all,
      row({ id: 'x-cover', category: 'E0201', keywords: '井盖+人行道', lead: 'police' }),
    ])
    const said = await reply({ content: '人行道上井盖没了', category: 'E0201', region: TOWN, version: made.id })
    expect(said.choice.lead?.id).toBe('municipal-works')
    expect(said.other).toMatchObject({ rule: 'x-cover', lead: { id: 'police' } })
    expect(said.other?.trace.find(({ rule }) => rule === 'x-cover')?.conditions).toContainEqual(
      expect.objectContaining({
        condition: 'keywords',
        holds: true,
        words: { zh: '“井盖”+“人行道”', en: '“井盖” + “人行道”' },
      }),
    )
  })
})

test('every dispatch of an order keeps its reasons, told by the catalogue of that day', async () => {
  const agent = await door.staff({ roles: ['agent'] })
  const dispatcher = await door.staff({ roles: ['dispatcher'] })
  const request = {
    requestType: 'complaint',
    content: '人行道上停满汽车，行人只能走车道',
    category: 'F0101',
    region: TOWN,
    placeType: 'road',
  }
  const opened = await door.ask(agent, 'acceptOrder', {
    body: {
      channel: 'phone',
      request,
      appellant: { name: '王小明', callerPhone: '13800001234' },
      outcome: { kind: 'submit' },
    },
  })
  const { id } = opened.body as { id: string }
  const params = { orderId: id }
  const body = { lead: 'law-enforcement', co: ['traffic-police'] }
  expect((await door.ask(dispatcher, 'dispatchOrder', { params, body })).status).toBe(200)
  const change = await draft(chief, (all) => all.filter((one) => one.id !== 'r-F0101-pavement'))
  expect((await adopt(chief, change)).status).toBe(200)
  const said = (await door.ask(dispatcher, 'dispatchTrace', { params })).body as unknown as {
    dispatches: { followed: boolean; choice: ToldChoice }[]
    now: ToldChoice
  }
  expect(said.dispatches).toHaveLength(1)
  expect(said.dispatches[0]).toMatchObject({ followed: true, choice: { rule: 'r-F0101-pavement', unknown: [] } })
  const told = said.dispatches[0]?.choice.trace.map(({ rule, verdict }) => [rule, verdict])
  expect(told).toEqual([
    ['r-F0101-pavement', 'chosen'],
    ['r-F0101-estate', 'condition-failed'],
    ['r-F0101', 'less-specific'],
    ['r-F01', 'less-specific'],
  ])
  expect(said.now.rule).toBe('r-F0101')
  const stranger = await door.staff({ roles: ['liaison'], unit: 'education' })
  expect((await door.ask(stranger, 'dispatchTrace', { params })).code).toBe('not-found')
})
