import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { adoptCityVersion, listCityVersions, previewCityVersion, saveCityDraft } from '#contract/city-versions.ts'
import { findOrder } from '#db/orders.ts'
import { sql } from '#db/sql.ts'
import type { CityPart, PartRow } from '#domain/city/part.ts'
import type { OrderId, UnitId } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { acceptOne, shellAs } from '#tools/test-shell.ts'
import { adminHandlers as handlers } from './admin.ts'
import { chainHandlers } from './chain.ts'
import { cityHandlers } from './city.ts'
import type { Shell } from './shell.ts'
import { runSweep, sweeps } from './sweeps.ts'

let house: TestHouse
let neighbour: TestHouse
let drop: () => Promise<void>

beforeEach(async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  const database = await freshDatabase(engine)
  drop = database.drop
  house = await testHouse(database.url)
  neighbour = await testHouse(database.url)
})
afterEach(async () => {
  await house.close()
  await neighbour.close()
  await drop()
})

const as = (who = 'chief'): Shell => {
  const shell = shellAs(house, 'administrator')
  return { ...shell, caller: { ...shell.caller, id: `s-${who}` } as Shell['caller'] }
}

function got<T>(answer: { ok: true; reply: T } | { ok: false; refusal: string }): T {
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.reply
}

const current = async (part: CityPart) => {
  const { versions } = got(await handlers.listCityVersions(as(), { params: { part } }))
  const { id } = versions.find((version) => version.inForce) ?? { id: 0 }
  return { id, rows: got(await handlers.getCityVersion(as(), { params: { part, id } })).content }
}

/** One cell of one row, drafted on what is in force. */
const draft = async (part: CityPart, change: (rows: PartRow[]) => PartRow[], who = 'chief') => {
  const { id, rows } = await current(part)
  const body = saveCityDraft.body.parse({ base: id, rows: change(rows) })
  return got(await handlers.saveCityDraft(as(who), { params: { part }, body }))
}
const adopt = (part: CityPart, id: number, who = 'chief', successors: readonly object[] = []) =>
  handlers.adoptCityVersion(as(who), {
    params: { part, id },
    body: adoptCityVersion.body.parse({ note: '按市里新规定调整', successors }),
  })
const preview = async (part: CityPart, id: number) =>
  got(await handlers.previewCityVersion(as(), { body: previewCityVersion.body.parse({ part, id }) }))

const withCell = (key: string, id: string, column: string, value: string) => (rows: PartRow[]) =>
  rows.map((row) => (row[key] === id ? { ...row, [column]: value } : row))
const without = (key: string, id: string) => (rows: PartRow[]) => rows.filter((row) => row[key] !== id)

const answerClock = async (id: OrderId) =>
  (await findOrder(house.db, id))?.order.clocks.find((clock) => clock.id === 'citizen-C5')

describe('limits', () => {
  test('a new limit holds for orders accepted from now on; a promise given before stays', async () => {
    const scene = [...house.city.categories.values()].find(
      (one) => one.level === 3 && one.kind === 'general' && !one.hazard && !/^E0[5-8]/.test(one.code),
    )
    const old = await acceptOne(house, { category: scene?.code })
    const { id } = await draft('sla', withCell('code', 'G2', 'C5', '1 working-day'))
    const seen = await preview('sla', id)
    expect(seen.changes.changed).toEqual([
      { key: 'G2', name: '一般件', fields: [{ column: 'C5', from: '3 working-day', to: '1 working-day' }] },
    ])
    expect(seen.effect?.sla).toMatchObject({
      openOrders: 1,
      profiles: [{ code: 'G2', takesNow: 1, takesThen: 1, open: 1, clocks: [{ code: 'C5' }] }],
    })
    const [clock] = seen.effect?.sla?.profiles[0]?.clocks ?? []
    // Monday 10:00: three working days end on Thursday, one on Tuesday, at 24:00.
    expect([clock?.dueNow, clock?.dueThen]).toEqual(['2026-03-05T16:00:00.000Z', '2026-03-03T16:00:00.000Z'])

    expect(got(await adopt('sla', id))).toMatchObject({ number: 1, state: 'adopted', inForce: true })
    const fresh = await acceptOne(house, { category: scene?.code })
    expect((await answerClock(fresh.order.id))?.due).toBe('2026-03-03T16:00:00.000Z')
    expect((await answerClock(old.order.id))?.due).toBe('2026-03-05T16:00:00.000Z')
  })

  test('another process takes the new city up by its sweep, whole', async () => {
    const before = neighbour.city
    const { id } = await draft('sla', withCell('code', 'G2', 'C3', '12 hour'))
    await adopt('sla', id)
    expect(neighbour.city).toBe(before)
    const sweep = sweeps.find(({ name }) => name === 'city')
    if (sweep === undefined) throw new Error('no city sweep')
    expect(await runSweep(neighbour, sweep)).toBe(1)
    expect(await runSweep(neighbour, sweep)).toBe(0)
    expect(neighbour.city.slaProfiles.find(({ code }) => code === 'G2')?.limits.C3).toEqual({
      amount: 12,
      unit: 'hour',
    })
    expect(neighbour.city.slaProfiles).toEqual(house.city.slaProfiles)
  })

  test('what does not check is shown by row and column, kept as a draft and never adopted', async () => {
    const { id } = await draft('sla', withCell('code', 'G2', 'C5', '三天'))
    const { faults, effect } = await preview('sla', id)
    expect(faults).toEqual([expect.objectContaining({ file: 'sla.json', column: 'C5', found: '"三天"' })])
    expect(effect).toBeNull()
    expect(await adopt('sla', id)).toEqual({ ok: false, refusal: 'city-version-faulty' })
    const open = await draft('sla', without('code', 'G2'))
    expect((await preview('sla', open.id)).faults[0]).toMatchObject({ found: 'no default profile' })
  })
})

describe('two administrators', () => {
  test('who adopts second is refused and loses nothing', async () => {
    const mine = await draft('sla', withCell('code', 'G2', 'C5', '2 working-day'), 'chief')
    const theirs = await draft('sla', withCell('code', 'G1', 'C5', '2 working-day'), 'vice')
    expect((await adopt('sla', theirs.id, 'vice')).ok).toBe(true)
    expect(await adopt('sla', mine.id)).toEqual({ ok: false, refusal: 'another-version-adopted' })
    expect(await adopt('sla', mine.id, 'vice')).toEqual({ ok: false, refusal: 'not-a-draft' })
    const kept = got(await handlers.getCityVersion(as(), { params: { part: 'sla', id: mine.id } }))
    expect(kept.content.find((row) => row.code === 'G2')?.C5).toBe('2 working-day')
    const again = await draft('sla', withCell('code', 'G2', 'C5', '2 working-day'))
    expect(again.id).toBe(mine.id)
    expect(got(await adopt('sla', again.id)).number).toBe(2)
  })

  test('two windows of one person do not overwrite each other', async () => {
    const first = await draft('sla', withCell('code', 'G2', 'C5', '2 working-day'))
    await draft('sla', withCell('code', 'G2', 'C5', '4 working-day'))
    const { id, rows } = await current('sla')
    const late = handlers.saveCityDraft(
      { ...as(), expected: first.version },
      { params: { part: 'sla' }, body: { base: id, rows, note: '' } },
    )
    expect(await late).toEqual({ ok: false, refusal: 'stale-version' })
  })

  test('going back is adopting an older content anew; what was adopted stays as it was', async () => {
    const { id } = await draft('sla', withCell('code', 'G2', 'C5', '2 working-day'))
    await adopt('sla', id)
    const { content } = got(await handlers.getCityVersion(as(), { params: { part: 'sla', id: 0 } }))
    const back = await draft('sla', () => content)
    expect(got(await adopt('sla', back.id))).toMatchObject({ number: 2 })
    expect(await adopt('sla', (await draft('sla', () => content)).id)).toEqual({
      ok: false,
      refusal: 'nothing-changed',
    })
    const { versions } = got(
      await handlers.listCityVersions(as(), { params: listCityVersions.params.parse({ part: 'sla' }) }),
    )
    expect(versions.map(({ number, state }) => [number, state])).toEqual([
      [null, 'draft'],
      [2, 'adopted'],
      [1, 'superseded'],
      [0, 'folder'],
    ])
    await expect(house.db.run(sql`update city_version set content = '[]' where number = 1`)).rejects.toThrow(/kept/)
    await expect(house.db.run(sql`delete from city_version`)).rejects.toThrow(/kept/)
  })
})

describe('categories and units', () => {
  test('a scene with orders is closed, not removed; closed it is offered no more', async () => {
    const { order } = await acceptOne(house)
    const code = order.request.category ?? ''
    const removal = await draft('categories', without('code', code))
    expect((await preview('categories', removal.id)).obstacles).toEqual([
      {
        kind: 'category-has-orders',
        key: code,
        name: house.city.categories.get(order.request.category ?? (code as never))?.name,
        count: 1,
      },
    ])
    expect(await adopt('categories', removal.id)).toEqual({ ok: false, refusal: 'still-in-use' })

    const closing = await draft('categories', withCell('code', code, 'active', '0'))
    expect((await preview('categories', closing.id)).effect?.categories).toEqual([
      expect.objectContaining({ code, what: 'closed', open: 1 }),
    ])
    expect((await adopt('categories', closing.id)).ok).toBe(true)
    await expect(acceptOne(house)).rejects.toThrow('category-closed')
    expect(house.city.policy.taxonomyVersion).toBe('2025.1+1')
  })

  test('a unit with open assignments is closed only with a successor; closed it gets nothing new', async () => {
    const { order } = await acceptOne(house)
    const dispatcher = shellAs(house, 'dispatcher')
    const proposal = got(await chainHandlers.proposeDispatch(dispatcher, { params: { orderId: order.id } }))
    const lead = proposal.lead as UnitId
    got(
      await chainHandlers.dispatchOrder(dispatcher, {
        params: { orderId: order.id },
        body: { lead, co: [], overrideReason: null, note: null },
      }),
    )
    const closing = await draft('units', withCell('id', lead, 'active', '0'))
    const { effect, obstacles } = await preview('units', closing.id)
    expect(obstacles).toEqual([])
    expect(effect?.units).toEqual([expect.objectContaining({ id: lead, what: 'closed', assignments: 1 })])
    expect(effect?.rules).toMatchObject({ looked: 1, elsewhere: 1, examples: [{ no: order.no }] })
    expect(await adopt('units', closing.id)).toEqual({ ok: false, refusal: 'successor-needed' })
    const to = lead === 'housing' ? 'education' : 'housing'
    expect((await adopt('units', closing.id, 'chief', [{ unit: lead, to }])).ok).toBe(true)
    const second = await acceptOne(house)
    const next = got(
      await chainHandlers.proposeDispatch(shellAs(house, 'dispatcher'), { params: { orderId: second.order.id } }),
    )
    expect(next.lead).not.toBe(lead)
    const forced = chainHandlers.dispatchOrder(shellAs(house, 'dispatcher'), {
      params: { orderId: second.order.id },
      body: { lead, co: [], overrideReason: '指定', note: null },
    })
    expect(await forced).toEqual({ ok: false, refusal: 'unit-closed' })
  })
})

test('a published year re-works provisional promises, and the preview counts them', async () => {
  house.setNow('2026-12-30T02:00:00.000Z' as typeof house extends { now(): infer T } ? T : never)
  await acceptOne(house, { category: 'K0101' })
  const notice = '测试通知'
  const day = (date: string): PartRow => ({ date, kind: 'holiday', name: '元旦', notice })
  const { id } = await draft('holidays', (rows) => [...rows, day('2027-01-01'), day('2027-01-04')])
  const { effect } = await preview('holidays', id)
  expect(effect?.calendar?.provisional).toEqual({ orders: 1, looked: 1, all: true })
  expect(effect?.calendar?.days).toContainEqual({ calendar: 'city', day: '2027-01-04', works: false, name: '元旦' })
  await adopt('holidays', id)
  const sweep = sweeps.find(({ name }) => name === 'calendar')
  if (sweep === undefined) throw new Error('no calendar sweep')
  expect(await runSweep(house, sweep)).toBe(1)
})

const upload = (shell: Shell, content: Buffer | string): Shell => {
  const stream = Readable.from([Buffer.from(content)])
  return { ...shell, incoming: { stream, contentType: undefined, contentLength: undefined, header: () => undefined } }
}
const saved = async (stream: AsyncIterable<Uint8Array>) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('tables', () => {
  test.each(['xlsx', 'csv'] as const)('every part leaves as %s and comes back the same', async (format) => {
    for (const part of ['units', 'categories', 'rules', 'sla', 'calendars', 'holidays'] as const) {
      const file = got(await handlers.exportCityVersion(as(), { params: { part, id: 0 }, query: { format } }))
      const bytes = await saved(file.stream)
      const { draft: kept, faults } = got(await handlers.importCityPart(upload(as(), bytes), { params: { part } }))
      expect(faults).toEqual([])
      const { content } = got(await handlers.getCityVersion(as(), { params: { part, id: kept?.id ?? -1 } }))
      expect(content).toEqual((await current(part)).rows)
    }
    const { entries } = got(
      await handlers.listAdminLog(as(), { query: { limit: 50, action: 'city-version-exported' } }),
    )
    expect(entries).toHaveLength(6)
  })

  test('a faulty row is named by the file’s own row and its column, and nothing is kept', async () => {
    const csv = 'date,kind,name,notice\r\n\r\n2027-01-01,holiday,元旦,通知\r\n2027-13-01,假日,春节,通知\r\n'
    const answer = got(await handlers.importCityPart(upload(as(), csv), { params: { part: 'holidays' } }))
    expect(answer.draft).toBeNull()
    expect(answer.faults).toMatchObject([
      { row: 4, column: 'date', found: '"2027-13-01"' },
      { row: 4, column: 'kind', found: '"假日"' },
    ])
    const { versions } = got(await handlers.listCityVersions(as(), { params: { part: 'holidays' } }))
    expect(versions.filter(({ state }) => state === 'draft')).toEqual([])
  })

  test.each([
    [
      'an unknown column',
      'date,kind,name,notice,colour\n2027-01-01,holiday,元旦,通知,red\n',
      { row: 1, column: 'colour' },
    ],
    ['a missing column', 'date,name,notice\n2027-01-01,元旦,通知\n', { row: 1, column: 'kind' }],
    ['no rows', 'date,kind,name,notice\n', { found: 'no rows' }],
    [
      'an open quote',
      'date,kind,name,notice\n"2027-01-01,holiday',
      { expected: 'a comma-separated table with a header' },
    ],
  ])('%s is said', async (_, csv, fault) => {
    const answer = got(await handlers.importCityPart(upload(as(), csv), { params: { part: 'holidays' } }))
    expect(answer.faults[0]).toMatchObject(fault)
  })

  test('text in GB18030, as Chinese spreadsheets save it, is read', async () => {
    const gb = Buffer.from([
      ...Buffer.from('date,kind,name,notice\n2027-01-01,holiday,'),
      0xd4,
      0xaa,
      0xb5,
      0xa9,
      ...Buffer.from(',n\n'),
    ])
    const { draft: kept } = got(await handlers.importCityPart(upload(as(), gb), { params: { part: 'holidays' } }))
    const { content } = got(await handlers.getCityVersion(as(), { params: { part: 'holidays', id: kept?.id ?? -1 } }))
    expect(content).toEqual([{ date: '2027-01-01', kind: 'holiday', name: '元旦', notice: 'n' }])
  })

  test('what is no table is refused', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    expect(await handlers.importCityPart(upload(as(), png), { params: { part: 'units' } })).toEqual({
      ok: false,
      refusal: 'not-a-table',
    })
    const cut = Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(40)])
    expect(await handlers.importCityPart(upload(as(), cut), { params: { part: 'units' } })).toEqual({
      ok: false,
      refusal: 'not-a-table',
    })
    expect(await handlers.importCityPart(upload(as(), ''), { params: { part: 'units' } })).toEqual({
      ok: false,
      refusal: 'file-empty',
    })
  })
})

test('what is closed is offered nowhere below it either', async () => {
  const { id } = await draft('categories', withCell('code', 'A01', 'active', '0'))
  await adopt('categories', id)
  const { categories } = got(await cityHandlers.getCity(as()))
  const closed = categories.filter(({ active }) => !active).map(({ code }) => code)
  expect(closed).toContain('A0101')
  expect(closed.every((code) => code.startsWith('A01'))).toBe(true)
  await expect(acceptOne(house, { category: 'A0103' })).rejects.toThrow('category-closed')
})
