import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import type { Db } from '#db/sql.ts'
import { sql } from '#db/sql.ts'
import type { OrderId } from '#domain/ids.ts'
import { matterOf } from '#language/same/likeness.ts'
import { matterTextOf } from '#language/same/matter-text.ts'
import { type Door, openDoor } from '../door.fixture.ts'
import { type Chain, chain } from '../orders.fixture.ts'
import { knownLeads } from './known-leads.ts'
import { knownMatters } from './known-matters.ts'
import { newSameState } from './same-state.ts'
import { sweepSignatures } from './write-signatures.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')
let door: Door
let people: Chain
beforeAll(async () => {
  door = await openDoor(engine)
  people = await chain(door)
})
afterAll(() => door.close())

/** The door's own database, and how often it was asked for rows. */
function counted(): { db: Db; asked: () => number } {
  const { db } = door.house
  let asked = 0
  const rows: Db['rows'] = (query, row) => {
    asked += 1
    return db.rows(query, row)
  }
  return { db: { ...db, rows }, asked: () => asked }
}

const Key = z.object({ order_id: z.string(), version: z.number(), terms: z.instanceof(Buffer).nullable() })
const keysOf = (ids: readonly string[]) =>
  door.house.db.rows(
    sql`
    select order_id, w.version, s.terms from work_order w left join order_signature s using (order_id)
    where order_id = any(${ids})`,
    Key,
  )
const amended = async (id: string, content: string) => {
  const [key] = await keysOf([id])
  const { request } = (await door.ask(people.desk, 'getOrder', { params: { orderId: id } })).body
  const body = { request: { ...(request as object), content }, reason: '来电补充' }
  const wish = { params: { orderId: id }, body, headers: { 'if-match': `"${key?.version}"` } }
  expect((await door.ask(people.desk, 'amendOrder', wish)).status).toBe(200)
}

test('while somebody types a text is read once, and again when it has changed', async () => {
  const lamp = await people.accept({ title: '路灯不亮', content: '文昌西路的路灯整段不亮', address: null })
  const lift = await people.accept({ title: '电梯困人', content: '翠竹苑小区三栋的电梯困人', address: null })
  await sweepSignatures(door.house)
  const state = newSameState()
  const { db, asked } = counted()
  const ids = [lamp.id, lift.id]
  const first = await knownMatters(db, state, await keysOf(ids))
  expect([...first.keys()].sort()).toEqual(ids.toSorted())
  expect(first.get(lamp.id)?.body).toContain('文昌西路的路灯整段不亮')
  expect(asked()).toBe(1)
  expect(await knownMatters(db, state, await keysOf(ids))).toEqual(first)
  expect(asked()).toBe(1)
  await amended(lamp.id, '滨河公园的路灯整段不亮')
  const again = await knownMatters(db, state, await keysOf(ids))
  expect(asked()).toBe(2)
  expect(again.get(lamp.id)?.body).toContain('滨河公园')
  expect(again.get(lift.id)).toBe(first.get(lift.id))
})

test('of a text that changed between two statements the old signature is not kept', async () => {
  const { id } = await people.accept({ title: '油烟扰民', content: '望江花苑楼下烧烤店油烟直排', address: null })
  await sweepSignatures(door.house)
  const before = await keysOf([id])
  await amended(id, '桃源里门口的垃圾三天没有清运')
  const state = newSameState()
  const known = (await knownMatters(door.house.db, state, before)).get(id)
  expect(known?.matter).toEqual(matterOf(matterTextOf(known?.body ?? ''), state.words.table))
  expect(known?.body).toContain('桃源里')
})

test('an order’s events are read once a version, and say what its lead does', async () => {
  const { id } = await people.accept()
  const { db, asked } = counted()
  const kept = new Map()
  const facts = async () => (await knownLeads(db, kept, await keysOf([id]))).get(id as OrderId)
  expect(await facts()).toEqual({ leadState: null, leadSince: null, merged: 0, confidential: false })
  expect([await facts(), asked()]).toEqual([await facts(), 1])
  await people.dispatch(id)
  expect(await facts()).toMatchObject({ leadState: 'pending-sign', leadSince: door.house.now() })
  await people.on(people.lead, 'signAssignment', id, undefined, 1)
  expect(await facts()).toMatchObject({ leadState: 'signed' })
  expect(asked()).toBe(3)
})

test('whether it is confidential is remembered with it', async () => {
  const { id } = await people.accept({ requestType: 'report', confidential: 'all' })
  const kept = new Map()
  for (const _ of [1, 2])
    expect((await knownLeads(door.house.db, kept, await keysOf([id]))).get(id as OrderId)?.confidential).toBe(true)
})
