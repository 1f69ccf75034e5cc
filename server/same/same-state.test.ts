import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#db/sql.ts'
import { signatureOf } from '#language/same/signature.ts'
import { EMPTY_TABLE } from '#language/same/word-table.ts'
import { type Door, openDoor, openDoorAt } from '../door.fixture.ts'
import { chain, hoursLater } from '../orders.fixture.ts'
import { sweepSameIndex } from './follow-signatures.ts'
import { sweepWords } from './learn-words.ts'
import { isReady } from './same-state.ts'
import { signBatch, sweepSignatures } from './write-signatures.ts'
import { writersGone } from './writers-gone.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')
let door: Door
beforeAll(async () => {
  door = await openDoor(engine)
})
afterAll(() => door.close())

const text = { title: '电梯困人', content: '翠竹苑小区三栋的电梯昨晚把老人困了半小时' }
const found = (at: Door, content: string) =>
  at.house.same.index
    .query(signatureOf({ title: '', content }, at.house.same.words.table), { limit: 5, endedSince: 20_000 })
    .map(({ key }) => key)
const catchUp = async (at: Door) => {
  await sweepSignatures(at.house)
  await writersGone(at.house.db)
  await sweepSameIndex(at.house, at.house.now())
}

test('what one process accepts every process finds, as soon as its signature is written', async () => {
  const second = await openDoorAt(door.url, { now: door.house.now() })
  const people = await chain(door)
  await catchUp(door)
  await catchUp(second)
  expect([isReady(door.house.same), isReady(second.house.same)]).toEqual([true, true])
  const { id } = await people.accept(text)
  expect(found(second, text.content)).toEqual([])
  await sweepSignatures(door.house)
  await writersGone(second.house.db)
  await sweepSameIndex(second.house, second.house.now())
  expect(found(second, '翠竹苑小区的电梯困人')).toEqual([id])
  await second.close()
})

test('another text replaces the first, an end that leaves nothing to join takes it away', async () => {
  const people = await chain(door)
  const { id } = await people.accept({ title: '路灯不亮', content: '文昌西路的路灯整段不亮' })
  await catchUp(door)
  expect(found(door, '文昌西路路灯')).toContain(id)
  const { on, desk } = people
  await on(desk, 'withdrawOrder', id, { askedBy: 'appellant', reason: '问题已自行解决', checked: '回拨核实' })
  await catchUp(door)
  expect(found(door, '文昌西路路灯')).not.toContain(id)
})

test('an older version never overwrites a newer one, however late it comes', async () => {
  const people = await chain(door)
  const { id } = await people.accept({ title: '井盖缺失', content: '长安街人行道井盖不见了' })
  const both = Promise.all([signBatch(door.house), signBatch(door.house)])
  await both
  await door.house.db.run(sql`update order_signature set version = 99 where order_id = ${id}`)
  await door.house.db.run(sql`insert into signature_due (order_id) values (${id})`)
  await sweepSignatures(door.house)
  const [row] = await door.house.db.rows(
    sql`select version from order_signature where order_id = ${id}`,
    z.object({ version: z.number() }),
  )
  expect(row?.version).toBe(99)
  await door.house.db.run(sql`update order_signature set version = 1 where order_id = ${id}`)
})

test('words are learned once there is enough, and every signature is weighed anew', async () => {
  expect(await sweepWords(door.house, door.house.now())).toBe(0)
  await door.house.db.run(sql`
    insert into order_text (order_id, body, pairs, joints)
    select '00' || lpad(n::text, 24, '0'), '路灯不亮' || chr(10) || '第' || n || '根路灯不亮', '{}', '{}'
    from   generate_series(1, 250) n`)
  expect(await sweepWords(door.house, door.house.now())).toBeGreaterThan(200)
  expect(await sweepWords(door.house, door.house.now())).toBe(0)
  await catchUp(door)
  const { words } = door.house.same
  expect([words.no, words.table === EMPTY_TABLE]).toEqual([1, false])
  await sweepSignatures(door.house)
  const rows = await door.house.db.rows(
    sql`select distinct words from order_signature`,
    z.object({ words: z.number() }),
  )
  expect(rows).toEqual([{ words: 1 }])
})

test('a city that looks back further has the index read anew, with what ended longer ago', async () => {
  await door.house.db.run(sql`
    insert into order_signature (order_id, version, words, ended, terms)
    select '01K' || repeat('0', 23), 1, 1, (extract(epoch from ${door.house.now()}::timestamptz) / 86400)::int - 50, terms
    from   order_signature limit 1`)
  const old = `01K${'0'.repeat(23)}`
  const { city } = door.house
  const before = door.house.same.index
  door.house.city = { ...city, policy: { ...city.policy, sameMatter: { recentDays: 60, windowDays: 3660 } } }
  await sweepSameIndex(door.house, door.house.now())
  door.house.city = city
  const { index } = door.house.same
  const everything = '长安街人行道井盖不见了，文昌西路的路灯整段不亮，翠竹苑小区三栋的电梯'
  const asked = signatureOf({ title: '', content: everything }, EMPTY_TABLE)
  expect(index).not.toBe(before)
  expect(index.query(asked, { limit: 500, endedSince: null }).map(({ key }) => key)).toContain(old)
})

test('what left the window is no longer in the index', async () => {
  hoursLater(door, 24 * 400)
  await sweepSameIndex(door.house, door.house.now())
  expect(door.house.same.index.size()).toBe(0)
})
