import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import type { CityPreview } from '#contract/city-versions.ts'
import type { HandOverView } from '#contract/hand-over.ts'
import type { OrderReturns } from '#contract/returns.ts'
import { sql } from '#db/sql.ts'
import { type Badge, type Door, openDoor } from './door.fixture.ts'
import { tablesAndLog } from './figures-of-log.fixture.ts'
import { type Chain, CO, chain, LEAD, sweepAll } from './orders.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')
let door: Door
let people: Chain
let admin: Badge
let lead: Badge
beforeAll(async () => {
  door = await openDoor(engine)
  people = await chain(door)
  admin = await door.staff({ roles: ['administrator'] })
  lead = await door.staff({ roles: ['dispatch-lead'] })
})
afterAll(() => door.close())

const HEIR = 'transport'
type Row = Record<string, string>

/** One's own draft of the units with `active` of one of them changed. */
async function drafted(unit: string, active: '0' | '1'): Promise<number> {
  const listed = (await door.ask(admin, 'listCityVersions', { params: { part: 'units' } })).body as {
    versions: { id: number; inForce: boolean }[]
  }
  const base = listed.versions.find(({ inForce }) => inForce)?.id ?? 0
  const { content } = (await door.ask(admin, 'getCityVersion', { params: { part: 'units', id: base } })).body as {
    content: Row[]
  }
  const rows = content.map((row) => (row.id === unit ? { ...row, active } : row))
  const kept = await door.ask(admin, 'saveCityDraft', { params: { part: 'units' }, body: { base, rows } })
  return (kept.body as { id: number }).id
}
const adopt = (id: number, successors: readonly object[] = []) =>
  door.ask(admin, 'adoptCityVersion', { params: { part: 'units', id }, body: { note: '机构改革', successors } })
const preview = async (id: number, successors: readonly object[] = []) =>
  (await door.ask(admin, 'previewCityVersion', { body: { part: 'units', id, successors } })).body as CityPreview
const clocksOf = (id: string) =>
  door.house.db.rows(
    sql`select item, at from due where order_id = ${id} order by item`,
    z.object({ item: z.string(), at: z.string() }),
  )
const unitsOf = async (id: string) =>
  (
    await door.house.db.rows(
      sql`select unit, state from assignment where order_id = ${id} order by n`,
      z.object({ unit: z.string(), state: z.string() }),
    )
  ).map(({ unit, state }) => `${unit} ${state}`)
const todo = async (badge: Badge, tab = 'todo') =>
  (await door.ask(badge, 'listAssignments', { query: { tab, limit: '200' } })).body as {
    assignments: { order: { id: string }; state: string }[]
    tabs: Record<string, number>
  }

describe('a unit is dissolved with orders open', () => {
  const ids: { signed?: string; shared?: string; returned?: string; closed?: string } = {}

  test('a successor is asked for, with what there is to hand over; an unfit one is refused', async () => {
    ids.signed = (await people.accept()).id
    ids.shared = (await people.accept()).id
    ids.returned = (await people.accept()).id
    ids.closed = (await people.accept()).id
    await people.dispatch(ids.signed)
    await people.on(people.lead, 'signAssignment', ids.signed, undefined, 1)
    await people.dispatch(ids.shared, [CO])
    await people.dispatch(ids.closed)
    await people.handle(people.lead, ids.closed, 1)
    await people.on(people.desk, 'reviewReply', ids.closed, { verdict: 'approve' })
    await people.callback(ids.closed, 'close')
    await people.dispatch(ids.returned)
    await people.on(
      people.lead,
      'requestReturn',
      ids.returned,
      { reason: 'info-missing', explanation: '没有路段', signer: '李局' },
      1,
    )
    await people.on(lead, 'decideReturn', ids.returned, { verdict: 'approve', finding: '同意' }, 1)
    const own = await todo(people.lead, 'responsible')
    expect(own.assignments.map(({ order }) => order.id)).toEqual([ids.returned])
    expect(own.tabs.responsible).toBe(1)

    const id = await drafted(LEAD, '0')
    expect((await preview(id)).handOvers).toEqual([
      expect.objectContaining({ unit: LEAD, orders: 3, lead: 2, co: 0, responsible: 1, to: null, fit: false }),
    ])
    expect((await adopt(id)).code).toBe('successor-needed')
    for (const to of [LEAD, 'hotline', 'nonesuch'])
      expect((await adopt(id, [{ unit: LEAD, to }])).code).toBe('successor-unfit')
    expect((await preview(id, [{ unit: LEAD, to: HEIR }])).handOvers[0]).toMatchObject({ to: HEIR, fit: true })
    expect(await unitsOf(ids.signed)).toEqual([`${LEAD} signed`])
  })

  test('adopting moves all of it in one go: states stand, clocks run on, the old unit loses sight, the log says so', async () => {
    const { signed = '', shared = '', returned = '', closed = '' } = ids
    const before = await clocksOf(signed)
    expect((await adopt(await drafted(LEAD, '0'), [{ unit: LEAD, to: HEIR }])).status).toBe(200)
    expect(await unitsOf(signed)).toEqual([`${HEIR} signed`])
    expect(await unitsOf(shared)).toEqual([`${HEIR} pending-sign`, `${CO} pending-sign`])
    expect(await unitsOf(returned)).toEqual([`${LEAD} returned`])
    expect(await unitsOf(closed)).toEqual([`${LEAD} accepted`])
    expect(await clocksOf(signed)).toEqual(before)
    const heir = await door.staff({ roles: ['liaison'], unit: HEIR })
    expect((await todo(heir)).assignments.map(({ order }) => order.id).toSorted()).toEqual([signed, shared].toSorted())
    expect((await todo(heir, 'responsible')).assignments.map(({ order }) => order.id)).toEqual([returned])
    expect((await door.ask(people.lead, 'getOrder', { params: { orderId: signed } })).status).toBe(404)
    expect((await door.ask(people.lead, 'getOrder', { params: { orderId: closed } })).status).toBe(200)
    const bell = (await door.ask(heir, 'listNotices')).body as { notices: { kind: string }[] }
    expect(bell.notices.filter(({ kind }) => kind === 'handed-over').length).toBeGreaterThanOrEqual(2)
    const { handOvers } = (await door.ask(admin, 'listHandOvers')).body as { handOvers: HandOverView[] }
    expect(handOvers).toEqual([
      expect.objectContaining({ from: LEAD, to: HEIR, orders: 3, assignments: 2, reason: '机构改革', undoneAt: null }),
    ])
    const log = (await door.ask(admin, 'listAdminLog', { query: {} })).text
    expect(log).toContain('unit-handed-over')
    await people.on(heir, 'recordContact', signed, { method: 'phone', result: 'connected', summary: '已联系' }, 1)
  })

  test('undone, what is still open goes back, once, and only to a unit that is open again', async () => {
    const { signed = '', shared = '' } = ids
    const { handOvers } = (await door.ask(admin, 'listHandOvers')).body as { handOvers: HandOverView[] }
    const handOverId = handOvers[0]?.id ?? 0
    const undo = () => door.ask(admin, 'undoHandOver', { params: { handOverId }, body: { reason: '改革暂缓' } })
    expect((await undo()).code).toBe('unit-closed')
    expect((await adopt(await drafted(LEAD, '1'))).status).toBe(200)
    expect((await undo()).body).toMatchObject({ from: HEIR, to: LEAD, assignments: 2 })
    expect(await unitsOf(signed)).toEqual([`${LEAD} processing`])
    expect(await unitsOf(shared)).toEqual([`${LEAD} pending-sign`, `${CO} pending-sign`])
    expect((await undo()).code).toBe('hand-over-undone')
  })

  test('figures and rows are what the log says', async () => {
    await sweepAll(door)
    const { figures, orders } = await tablesAndLog(door.house.db)
    expect(figures.read).toEqual(figures.recounted)
    expect(orders.stored).toEqual(orders.replayed)
  })
})

describe('听取意见', () => {
  test('a unit reads what is to be ruled on and says its word; the ruling carries it', async () => {
    const { id } = await people.accept()
    await people.dispatch(id)
    const wish = { reason: 'info-missing', explanation: '没有路段', signer: '李局' }
    await people.on(people.lead, 'requestReturn', id, wish, 1)
    await people.on(lead, 'decideReturn', id, { verdict: 'adjudicate', finding: '归谁办' }, 1)
    const file = (badge: Badge) =>
      door.ask(badge, 'fileOpinion', {
        params: { orderId: id },
        body: { opinion: '路段属市政，联系 13911112222', signer: '李局' },
      })
    const returns = async (badge: Badge) =>
      (await door.ask(badge, 'orderReturns', { params: { orderId: id } })).body as OrderReturns
    expect((await returns(people.lead)).mayFile).toBe(true)
    expect((await file(people.co)).status).toBe(404)
    expect((await file(people.lead)).status).toBe(200)
    const { adjudication } = await returns(people.lead)
    expect(adjudication?.filed).toEqual([expect.objectContaining({ unit: LEAD, signer: '李局' })])
    expect(JSON.stringify(adjudication?.filed)).not.toContain('13911112222')
    const ruling = { lead: CO, ruling: '属市政', minutes: '会商' }
    await people.on(lead, 'adjudicate', id, ruling)
    expect((await returns(lead)).adjudication?.ruling?.opinions).toEqual([
      expect.objectContaining({ unit: LEAD, opinion: expect.stringContaining('路段属市政') }),
    ])
    expect((await file(people.lead)).code).not.toBeNull()
  })
})
