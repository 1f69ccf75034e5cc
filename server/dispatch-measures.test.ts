import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import type { DispatchMeasures } from '#contract/dispatch-measures.ts'
import { loadOrders } from '#db/orders.ts'
import { sql } from '#db/sql.ts'
import { dayOf, type OrderId } from '#domain/ids.ts'
import { firstDispatchOf } from '#domain/measures/first-dispatch.ts'
import { type Badge, type Door, openDoor } from './door.fixture.ts'
import { type Chain, chain, DISTRICT, hoursLater, LEAD, request, TOWN } from './orders.fixture.ts'
import { sweepFirstDispatches } from './refill-dispatches.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')
let door: Door
let people: Chain
let lead: Badge
let day = ''
const ids: string[] = []

const OTHER = 'transport'
const asked = {
  explanation: '不属本单位',
  basis: '云川市供水条例第十二条',
  document: '云水函〔2026〕3号',
  signer: '王局',
}

const measures = async (query: object) =>
  door.ask(lead, 'dispatchMeasures', { query: { from: day, to: day, ...query } })
const measured = async (query: object = {}) => (await measures(query)).body as DispatchMeasures
const listed = async (query: object) => {
  const { body } = await door.ask(lead, 'listOrders', { query: { firstFrom: day, firstTo: day, ...query } })
  return (body.orders as { id: string }[]).map(({ id }) => id).toSorted()
}
const sent = (id: string, unit: string) =>
  people.on(people.desk, 'dispatchOrder', id, { lead: unit, co: [], overrideReason: '测试' })

/** Three orders an hour after they came: one stays, one comes back as another unit's, one is dispatched and hangs. */
beforeAll(async () => {
  door = await openDoor(engine)
  people = await chain(door)
  lead = await door.staff({ roles: ['dispatch-lead'] })
  for (const n of [1, 2, 3]) ids.push((await people.accept({ title: `路面坑洼 ${n}` })).id)
  hoursLater(door, 1)
  day = dayOf(door.house.now())
  const [a = '', b = '', c = ''] = ids
  await sent(a, LEAD)
  await people.on(people.lead, 'signAssignment', a, undefined, 1)
  await sent(b, OTHER)
  const other = await door.staff({ roles: ['liaison'], unit: OTHER })
  const ask = { reason: 'not-our-duty', suggestedUnit: LEAD, ...asked }
  await people.on(other, 'requestReturn', b, ask, 1)
  await people.on(lead, 'decideReturn', b, { verdict: 'approve', finding: '已核对三定方案' }, 1)
  await sent(b, LEAD)
  await sent(c, OTHER)
})
afterAll(() => door.close())

test('counts first dispatches and what became of them, for the unit they went to first', async () => {
  const { whole, rows, days, target } = await measured({ by: 'unit' })
  expect(whole).toMatchObject({ dispatched: 3, wrong: 1, assigned: 4, returns: 1, approved: 1, moved: 1, units: 4 })
  expect([whole.overridden, whole.hanging, whole.median, target]).toEqual([3, 0, 60, 0.965])
  expect(rows.map(({ key, name, dispatched, wrong }) => [key, name, dispatched, wrong])).toEqual([
    [OTHER, door.house.city.units.get(OTHER as never)?.name, 2, 1],
    [LEAD, door.house.city.units.get(LEAD as never)?.name, 1, 0],
  ])
  expect(days.map(({ key, dispatched }) => [key, dispatched])).toEqual([[day, 3]])
})

test.each(['rule', 'l1', 'l2', 'category', 'unit', 'dispatcher', 'classed', 'district', 'town'])(
  'by %s the groups add up to the whole, and each opens its orders',
  async (by) => {
    const { whole, rows } = await measured({ by })
    expect(rows.reduce((all, row) => all + row.dispatched, 0)).toBe(whole.dispatched)
    for (const { key, dispatched, name } of rows) {
      expect(await listed({ firstIn: `${by}:${key}` })).toHaveLength(dispatched)
      expect((await measured({ by: 'unit', of: by, key })).whole.dispatched).toBe(dispatched)
      if (by === 'dispatcher') expect(name).not.toBe(key)
    }
  },
)

test('each outcome opens its orders', async () => {
  const [a = '', b = '', c = ''] = ids
  expect(await listed({ firstWas: 'wrong' })).toEqual([b])
  expect(await listed({ firstWas: 'moved', firstIn: `unit:${OTHER}` })).toEqual([b])
  expect(await listed({ firstWas: 'returned' })).toEqual([b])
  expect(await listed({ firstWas: 'unclear' })).toEqual([])
  expect(await listed({ firstWas: 'overridden' })).toEqual([a, b, c].toSorted())
  const nobody = { params: {}, query: { firstIn: 'nothing:x' } }
  expect((await door.ask(lead, 'listOrders', nobody)).status).toBe(400)
})

test('a day later what nobody signed hangs; the period before is as long', async () => {
  const [, b = '', c = ''] = ids
  hoursLater(door, 25)
  lead = await door.staff({ roles: ['dispatch-lead'] })
  expect((await measured()).whole.hanging).toBe(2)
  expect(await listed({ firstWas: 'hanging' })).toEqual([b, c].toSorted())
  const next = dayOf(door.house.now())
  const { whole, wholeBefore, before } = await measured({ from: next, to: next })
  expect([whole.dispatched, wholeBefore.dispatched, before]).toEqual([0, 3, { from: day, to: day }])
})

test('a place narrows it, another is refused, and so is a period that is none', async () => {
  expect((await measured({ region: TOWN })).whole.dispatched).toBe(3)
  expect((await measured({ region: `${DISTRICT}002` })).whole.dispatched).toBe(0)
  expect((await measures({ region: '119999' })).code).toBe('unknown-region')
  expect((await measures({ from: '2026-03-02', to: '2026-03-01' })).code).toBe('period-reversed')
  expect((await measures({ from: '2024-01-01', to: '2026-03-01' })).code).toBe('period-too-long')
})

test('the table says what the log says; orders of an earlier release are counted again from it', async () => {
  const Row = z.object({ order_id: z.string(), wrong: z.boolean(), units: z.number(), assigned: z.number() })
  const read = () =>
    door.house.db.rows(sql`select order_id, wrong, units, assigned from first_dispatch order by order_id`, Row)
  const stored = await read()
  const orders = await loadOrders(door.house.db, ids as OrderId[])
  const told = [...orders.values()].map(({ order }) => firstDispatchOf(order))
  expect(stored.map(({ wrong, units, assigned }) => [wrong, units, assigned])).toEqual(
    stored.map(({ order_id }) => {
      const row = told.find((one) => one?.order === order_id)
      return [row?.wrong, row?.units, row?.assigned]
    }),
  )
  await door.house.db.run(sql`delete from first_dispatch`)
  await door.house.db.run(sql`insert into first_dispatch_refill values ('~')`)
  expect((await measured()).counting).toBe(true)
  expect(await sweepFirstDispatches(door.house)).toBe(3)
  expect(await sweepFirstDispatches(door.house)).toBe(0)
  expect(await read()).toEqual(stored)
  expect((await measured()).counting).toBe(false)
})

test('the figures leave as a file, logged, and only with those who answer for them', async () => {
  const query = { from: day, to: day, by: 'unit', format: 'csv', language: 'zh' }
  const file = await door.ask(lead, 'exportDispatchMeasures', { query })
  expect(file.text).toContain(`\n${OTHER},`)
  const Entry = z.object({ action: z.string() })
  const logged = await door.house.db.rows(sql`select action from admin_log where action like 'export-%'`, Entry)
  expect(logged).toEqual([{ action: 'export-dispatch-measures' }])
  for (const role of ['dispatcher', 'agent', 'liaison'] as const) {
    const badge = await door.staff({ roles: [role], ...(role === 'liaison' ? { unit: LEAD } : {}) })
    expect((await door.ask(badge, 'dispatchMeasures', { query: { from: day, to: day } })).code).toBe('not-allowed')
  }
  expect(request.content).toContain('13800001234')
  expect(file.text).not.toContain('13800001234')
})
