import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { addStaff } from '#db/staff.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { UnitId } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { shellAs } from '#tools/test-shell.ts'
import { replyTextHandlers as h } from './reply-text.ts'

let house: TestHouse
let close: () => Promise<void>

beforeAll(async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  const base = await freshDatabase(engine)
  house = await testHouse(base.url)
  const person = (id: string, name: string, unit: string, role: Role) => ({
    ...{ id, login: id, name, unit: unit as UnitId, region: null, roles: [role] },
  })
  const people = [
    person('s-liaison-housing', '赵启明', 'housing', 'liaison'),
    person('s-leader', '周局', 'housing', 'unit-leader'),
    person('s-grid', '网格员', 'housing', 'grid-worker'),
    person('s-other', '别家', 'education', 'unit-leader'),
  ]
  await addStaff(house.db, people, { hash: '', is: 'first' }, house.now())
  close = async () => {
    await house.close()
    await base.drop()
  }
})
afterAll(() => close())

const unit = (id = 'housing') => shellAs(house, 'liaison', id)

test('a unit keeps its own templates: named once, changed, deleted, and read by no other unit', async () => {
  const made = await h.createReplyTemplate(unit(), { body: { name: '供热抢修', text: '您好：已清洗入口装置。' } })
  if (!made.ok) throw new Error(made.refusal)
  expect(made.reply).toMatchObject({ name: '供热抢修', changedBy: '赵启明', changedAt: house.now() })
  const again = { body: { name: '供热抢修', text: '另一段' } }
  expect(await h.createReplyTemplate(unit(), again)).toEqual({ ok: false, refusal: 'template-name-taken' })
  const other = await h.createReplyTemplate(unit(), { body: { name: '退费', text: '您好：费用已退。' } })
  if (!other.ok) throw new Error(other.refusal)
  const params = { templateId: other.reply.id }
  expect(await h.updateReplyTemplate(unit(), { params, ...again })).toEqual({
    ok: false,
    refusal: 'template-name-taken',
  })
  const renamed = { body: { name: '退费说明', text: '您好：费用已退回。' } }
  expect(await h.updateReplyTemplate(unit(), { params, ...renamed })).toMatchObject({ ok: true, reply: renamed.body })
  expect(await h.updateReplyTemplate(unit('education'), { params, ...renamed })).toMatchObject({ refusal: 'not-found' })
  expect(await h.deleteReplyTemplate(unit('education'), { params })).toMatchObject({ refusal: 'not-found' })
  expect(await h.listReplyTemplates(unit('education'))).toEqual({ ok: true, reply: { templates: [] } })
  const left = await h.deleteReplyTemplate(unit(), { params })
  expect(left.ok && left.reply.templates.map((t) => t.name)).toEqual(['供热抢修'])
})

test('signers are the people of one’s own unit who answer for it, leaders first', async () => {
  expect(await h.listSigners(unit())).toEqual({
    ok: true,
    reply: {
      signers: [
        { name: '周局', leads: true },
        { name: '赵启明', leads: false },
      ],
    },
  })
})

test('what must not be public is found with its line, and comes back masked', async () => {
  const said = await h.checkRedaction(unit(), { body: { text: '您好：\n维修师傅 13800001234 会上门' } })
  expect(said).toEqual({
    ok: true,
    reply: {
      finds: [{ kind: 'mobile', from: 9, to: 20, line: 2 }],
      masked: '您好：\n维修师傅 138****1234 会上门',
    },
  })
})
