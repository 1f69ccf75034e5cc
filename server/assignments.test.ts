import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { listAssignments } from '#contract/assignments.ts'
import { sql } from '#db/sql.ts'
import { ReportResult } from '#domain/handling/report-result.ts'
import { type Instant, instantOf, type OrderId, type UnitId } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { acceptOne, shellAs } from '#tools/test-shell.ts'
import { acceptHandlers } from './accept.ts'
import { assignmentHandlers } from './assignments.ts'
import { chainHandlers } from './chain.ts'
import { orderHandlers } from './orders.ts'

const h = { ...assignmentHandlers, ...chainHandlers, ...orderHandlers, ...acceptHandlers }
const LEAD = 'housing'
const CO = 'municipal-works'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

describe('what a unit owes', () => {
  let house: TestHouse
  let close: () => Promise<void>
  beforeAll(async () => {
    const base = await freshDatabase(engine)
    house = await testHouse(base.url)
    close = async () => {
      await house.close()
      await base.drop()
    }
  })
  afterAll(() => close())

  const unit = (id = LEAD) => shellAs(house, 'liaison', id)
  const later = (hours: number) => house.setNow(instantOf(Date.parse(house.now()) + hours * 3_600_000))
  const sent = async (co: readonly string[] = [], lead = LEAD): Promise<OrderId> => {
    const { order } = await acceptOne(house)
    const body = { lead: lead as UnitId, co: co as UnitId[], overrideReason: '测试', note: '请先看现场 13800001234' }
    const done = await h.dispatchOrder(shellAs(house, 'dispatcher'), { params: { orderId: order.id }, body })
    if (!done.ok) throw new Error(done.refusal)
    return order.id
  }
  const list = async (tab: string, who = unit(), more: object = {}) => {
    const said = await h.listAssignments(who, { query: listAssignments.query.parse({ tab, ...more }) })
    return said.reply
  }
  const contact = { method: 'phone', result: 'connected', summary: '已约上门', evidence: [] } as const
  const report = ReportResult.parse({
    handling: '已修',
    publicReply: '已修好',
    factTrue: 'yes',
    solved: 'solved',
    signer: '李局',
  })

  test('an assignment stands in its tab with the next duty, its urges, supplements and the units beside it', async () => {
    const id = await sent([CO])
    const params = { orderId: id, n: 1 }
    expect((await list('todo')).assignments[0]).toMatchObject({
      order: { id, leadUnit: LEAD },
      n: 1,
      role: 'lead',
      state: 'pending-sign',
      duty: { kind: 'sign', due: expect.any(String) },
      cos: { total: 1, open: 1 },
    })
    expect((await list('co', unit(CO))).assignments.map((row) => row.order.id)).toEqual([id])
    expect((await list('co')).assignments).toEqual([])

    await h.signAssignment(unit(), { params })
    expect((await list('todo')).assignments[0]?.duty?.kind).toBe('contact')
    await h.recordContact(unit(), { params, body: { ...contact, evidence: [] } })
    const seat = shellAs(house, 'agent')
    await h.urgeOrder(seat, { params: { orderId: id }, body: { text: '还是冷' } })
    await h.supplementOrder(seat, { params: { orderId: id }, body: { text: '请打 13800001234', evidence: [] } })
    expect((await list('todo')).assignments[0]).toMatchObject({
      duty: { kind: 'report' },
      urgedAt: house.now(),
      supplementsNew: 1,
    })
    later(0.1)
    const seen = await h.getOrder(unit(), { params: { orderId: id } })
    expect(seen.ok && seen.reply).toMatchObject({
      urges: [{ text: '还是冷', from: 'hotline' }],
      supplements: [{ text: '请打 138****1234' }],
      assignments: [{ note: '请先看现场 138****1234', contacts: [{ result: 'connected', summary: '已约上门' }] }, {}],
    })
    expect((await list('todo')).assignments[0]?.supplementsNew).toBe(0)

    expect((await list('todo')).tabs).toMatchObject({ todo: 1, co: 0, reported: 0 })
  })

  test('units below stand under what was handed down, and the lead reads its co-unit’s report', async () => {
    const district = [...house.city.units.values()].find((u) => u.type === 'district')?.id ?? ('' as UnitId)
    const town = [...house.city.units.values()].find((u) => u.parent === district)?.id ?? ('' as UnitId)
    const id = await sent([CO], district)
    const params = { orderId: id, n: 1 }
    await h.signAssignment(unit(district), { params })
    await h.recordContact(unit(district), { params, body: { ...contact, evidence: [] } })
    const handed = await h.handDown(unit(district), {
      params,
      body: { unit: town, note: '请 12 点前到场', exceptionGround: '市政府专题会议纪要' },
    })
    expect(handed.ok).toBe(true)
    expect((await list('handed-down', unit(district))).assignments).toMatchObject([{ unit: town, parent: 1, n: 3 }])
    expect((await list('todo', unit(district))).assignments[0]?.subs).toEqual({ total: 1, open: 1 })
    const of = { orderId: id, n: 2 }
    await h.signAssignment(unit(CO), { params: of })
    await h.recordContact(unit(CO), { params: of, body: { ...contact, evidence: [] } })
    await h.reportResult(unit(CO), { params: of, body: { ...report, evidence: [] } })
    const seen = await h.getOrder(unit(district), { params: { orderId: id } })
    expect(seen.ok && seen.reply.assignments[1]).toMatchObject({ role: 'co', report: { publicReply: '已修好' } })
    expect((await list('reported', unit(CO))).assignments.map((row) => row.order.id)).toEqual([id])
    expect((await list('todo', unit(CO))).assignments.map((row) => row.order.id)).not.toContain(id)
  })

  test('what is due first comes first; groups count all pages; a page continues where the last one ended', async () => {
    const ids: OrderId[] = []
    for (let n = 0; n < 3; n += 1) {
      later(0.1)
      ids.push(await sent([], 'education'))
    }
    const education = shellAs(house, 'liaison', 'education')
    const whole = await list('todo', education)
    expect(whole.assignments.map((row) => row.order.id)).toEqual(ids)
    expect(Object.values(whole.groups).reduce((sum, n) => sum + n, 0)).toBe(3)
    const first = await list('todo', education, { limit: 2 })
    const second = await list('todo', education, { limit: 2, cursor: first.next })
    expect([...first.assignments, ...second.assignments].map((row) => row.order.id)).toEqual(ids)
    expect(second.next).toBeNull()
    house.setNow(instantOf(Date.parse(house.now()) + 40 * 86_400_000))
    expect((await list('todo', shellAs(house, 'liaison', 'education'))).groups).toMatchObject({ overdue: 3, today: 0 })
  })

  test.each(['2026-02-30 10:00|x_1', '2026-11-25 10:00+99|x_1', '9999-12-31 23:59-12|x', 'infinity|', 'x'])(
    'a cursor that no page gave is refused before the database sees it, or read as a moment: %s',
    async (cursor) => {
      const query = listAssignments.query.safeParse({ cursor })
      const answered = query.success && (await h.listAssignments(unit(), { query: query.data })).ok
      expect(query.success === false || answered).toBe(true)
    },
  )

  test('many are signed at once; one that somebody signed before says who and when, one out of reach tells nothing', async () => {
    const [a, b] = [await sent(), await sent()]
    const strange = await sent([], 'education')
    await house.db.run(
      sql`insert into staff (staff_id, login, name, unit, roles, password_hash, password_is, created_at)
          values (${'s-liaison-housing'}, 'h1', '赵启明', ${LEAD}, array['liaison'], '', 'own', ${house.now()})`,
    )
    const items = [a, b, strange].map((orderId) => ({ orderId, n: 1 }))
    await h.signAssignment(unit(), { params: { orderId: b, n: 1 } })
    const said = await h.signAssignments(unit(), { body: { items } })
    const of = (id: OrderId) => said.reply.results.find((result) => result.id === id)
    expect(of(a)).toMatchObject({ ok: true })
    expect(of(b)).toMatchObject({ ok: false, refusal: 'wrong-state' })
    const words = of(b)
    expect(words?.ok === false && words.words.zh).toMatch(/^赵启明 已于 \d\d-\d\d \d\d:\d\d 签收/)
    expect(of(strange)).toMatchObject({ ok: false, refusal: 'not-found', no: null })
    expect((await list('todo')).assignments.find((row) => row.order.id === a)?.state).toBe('signed')
  })

  test('a reply sent back says why, and stands among what is to be done again', async () => {
    const id = await sent()
    const params = { orderId: id, n: 1 }
    await h.signAssignment(unit(), { params })
    await h.recordContact(unit(), { params, body: { ...contact, evidence: [] } })
    await h.reportResult(unit(), { params, body: { ...report, evidence: [] } })
    const body = { verdict: 'reject', defects: '没说何时修', assignments: [] } as const
    await h.reviewReply(shellAs(house, 'reviewer'), { params: { orderId: id }, body: { ...body, assignments: [] } })
    expect((await list('sent-back')).assignments.map((row) => row.order.id)).toEqual([id])
    const seen = await h.getOrder(unit(), { params: { orderId: id } })
    expect(seen.ok && seen.reply.assignments[0]?.sentBack).toEqual({
      at: house.now() satisfies Instant,
      why: 'reply-rejected',
      reason: '没说何时修',
    })
  })
})
