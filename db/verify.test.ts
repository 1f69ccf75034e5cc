import { afterAll, describe, expect, inject, test } from 'vitest'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { acceptOne } from '#tools/test-shell.ts'
import { sealChanges } from './seals.ts'
import { Sql, sql } from './sql.ts'
import { verifyLog } from './verify.ts'

describe.each(inject('engines'))('the record on $name', (engine) => {
  const closing: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const close of closing.reverse()) await close()
  })

  async function sealedHouse(): Promise<{ house: TestHouse; ids: string[] }> {
    const base = await freshDatabase(engine)
    const house = await testHouse(base.url)
    closing.push(base.drop, house.close)
    const ids: string[] = []
    for (let n = 0; n < 3; n++) {
      ids.push((await acceptOne(house)).order.id)
      await sealChanges(house.db, house.now(), house.vault.sign)
    }
    return { house, ids: ids.toSorted() }
  }

  /** What only the database's own administrator could do: the guard is switched off, the deed done, the guard put back. */
  async function tamper(house: TestHouse, table: string, deed: Sql): Promise<void> {
    await house.db.run(new Sql([{ text: `alter table ${table} disable trigger user` }]))
    await house.db.run(deed)
    await house.db.run(new Sql([{ text: `alter table ${table} enable trigger user` }]))
  }
  const broken = async (house: TestHouse) => (await verifyLog(house.db, house.vault.verify)).broken

  test('an untouched log is whole', async () => {
    const { house } = await sealedHouse()
    expect(await verifyLog(house.db, house.vault.verify)).toMatchObject({
      orders: 3,
      events: 6,
      seals: 3,
      unsealed: 0,
      broken: null,
    })
  })

  test('a changed event is named', async () => {
    const { house, ids } = await sealedHouse()
    await tamper(
      house,
      'order_event',
      sql`update order_event set event = replace(event::text, '路灯', '路牌')::json where order_id = ${ids[1]} and seq = 1`,
    )
    expect(await broken(house)).toEqual({
      where: `order ${ids[1]}, event 1`,
      what: 'the event does not match its hash',
    })
  })

  test('an event taken out is named', async () => {
    const { house, ids } = await sealedHouse()
    await tamper(house, 'order_event', sql`delete from order_event where order_id = ${ids[2]} and seq = 1`)
    expect((await broken(house))?.where).toBe(`order ${ids[2]}, event 1`)
  })

  test('an order that vanished with all its traces still shows, by its seal', async () => {
    const { house, ids } = await sealedHouse()
    await tamper(house, 'order_event', sql`delete from order_event where order_id = ${ids[0]}`)
    await house.db.run(sql`delete from work_order where order_id = ${ids[0]}`)
    expect((await broken(house))?.what).toBe('sealed, but no longer in the log')
  })

  test('a seal that was made again by somebody else shows, by its signature', async () => {
    const { house } = await sealedHouse()
    await tamper(house, 'seal', sql`update seal set signature = '\\x00' where no = 2`)
    expect(await broken(house)).toEqual({ where: 'seal 2', what: 'its signature is not of this house’s key' })
  })
})
