import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type CallbackTab, listCallbacks } from '#contract/callback.ts'
import { addStaff } from '#db/staff.ts'
import { RecordCallback } from '#domain/callback/record-callback.ts'
import { ReportResult } from '#domain/handling/report-result.ts'
import { instantOf, type OrderId, type UnitId } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { acceptOne, shellAs } from '#tools/test-shell.ts'
import { callbackHandlers } from './callbacks.ts'
import { chainHandlers } from './chain.ts'
import { deskHandlers } from './desk.ts'

const h = { ...chainHandlers, ...callbackHandlers, ...deskHandlers }
const LEAD = 'housing'
let house: TestHouse
let close: () => Promise<void>

beforeAll(async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  const base = await freshDatabase(engine)
  house = await testHouse(base.url)
  const { id } = desk().actor
  const person = { id, login: 'callback1', name: '孟清洁', unit: 'hotline' as UnitId, region: null }
  await addStaff(house.db, [{ ...person, roles: ['callback-agent'] }], { hash: '', is: 'demo' }, house.now())
  close = async () => {
    await house.close()
    await base.drop()
  }
})
afterAll(() => close())

const desk = () => shellAs(house, 'callback-agent')
const later = (hours: number) => house.setNow(instantOf(Date.parse(house.now()) + hours * 3_600_000))

/** An order whose answer the citizen has got. */
async function answered(): Promise<OrderId> {
  later(0.01)
  const { order } = await acceptOne(house)
  const params = { orderId: order.id, n: 1 }
  const unit = shellAs(house, 'liaison', LEAD)
  const dispatch = { lead: LEAD as UnitId, co: [], overrideReason: '测试', note: null }
  await h.dispatchOrder(shellAs(house, 'dispatcher'), { params, body: dispatch })
  await h.signAssignment(unit, { params })
  await h.recordContact(unit, {
    params,
    body: { method: 'phone', result: 'connected', summary: '已联系', evidence: [] },
  })
  const report = { handling: '已修', publicReply: '已修好', factTrue: 'yes', solved: 'solved', signer: '李局' }
  await h.reportResult(unit, { params, body: ReportResult.parse(report) })
  const approved = await h.reviewReply(shellAs(house, 'reviewer'), { params, body: { verdict: 'approve' } })
  if (!approved.ok) throw new Error(approved.refusal)
  return order.id
}

const list = async (tab: CallbackTab) => {
  const said = await h.listCallbacks(desk(), { query: listCallbacks.query.parse({ tab }) })
  return said.reply
}
const record = (orderId: OrderId, body: object) =>
  h.recordCallback(desk(), { params: { orderId }, body: RecordCallback.parse(body) })
const answers = { contacted: true, replyTrue: true, attitude: 5, reason: null, opinion: null }

test('who was never called is due at once; after a call that reached nobody they are due again at the time named', async () => {
  const [first, second] = [await answered(), await answered()]
  expect((await list('due')).orders.map((row) => [row.id, row.attempts])).toEqual([
    [first, 0],
    [second, 0],
  ])
  const nextAt = instantOf(Date.parse(house.now()) + 4 * 3_600_000)
  await record(first, { result: 'unreached', channel: 'phone', why: 'no-answer', nextAt })
  expect((await list('due')).orders.map((row) => row.id)).toEqual([second])
  expect((await list('later')).orders).toMatchObject([{ id: first, attempts: 1, nextCallbackAt: nextAt }])
  expect((await list('due')).tabs).toEqual({ due: 1, later: 1, mine: 0 })
  later(4)
  expect((await list('due')).orders.map((row) => row.id)).toEqual([second, first])
})

test('what one has taken up stands under one’s own; what was settled counts for today', async () => {
  const id = await answered()
  expect((await h.claimOrder(desk(), { params: { orderId: id } })).ok).toBe(true)
  expect((await list('mine')).orders).toMatchObject([{ id, claim: { name: '孟清洁', mine: true } }])
  const before = (await list('due')).done
  await record(id, {
    result: 'answered',
    channel: 'phone',
    answers: { ...answers, solved: 'no', satisfaction: 1, reason: '没修好' },
    outcome: 'rework',
  })
  const after = await list('due')
  expect(after.done).toBe(before + 1)
  expect(after.orders.map((row) => row.id)).not.toContain(id)
  expect(after.policy).toEqual({ attempts: 3, reworkLimit: 2, windowHours: 48 })
})
