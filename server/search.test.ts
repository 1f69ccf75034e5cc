import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { SearchFinds } from '#contract/search.ts'
import { type Badge, type Door, openDoor } from './door.fixture.ts'
import { type Chain, chain, citizen, LEAD, SECRETS } from './orders.fixture.ts'

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

describe('the one search box', () => {
  let door: Door
  let people: Chain
  let order: { id: string; no: string }
  const find = async (q: string, badge: Badge = people.desk) =>
    (await door.ask(badge, 'search', { body: { q } })).body as unknown as SearchFinds
  const orders = (finds: SearchFinds) => finds.orders.map(({ reason, order: { id } }) => [reason, id])

  beforeAll(async () => {
    door = await openDoor(engine)
    people = await chain(door)
    order = await people.accept({ title: '枫丹花园 路灯不亮' })
    await people.accept({ title: '另一件' })
  })
  afterAll(() => door.close())

  test.each([
    ['the whole number', (): string => order.no, 'number'],
    [
      'the number as people type it',
      (): string => `${order.no.slice(0, 8).toLowerCase()} ${order.no.slice(8)}`,
      'number',
    ],
    ['its last five digits', (): string => order.no.slice(-5), 'last-digits'],
    ['words of it', (): string => '路灯不亮', 'words'],
  ] as const)('an order by %s', async (_, q, reason) => {
    expect(orders(await find(q()))).toEqual([[reason, order.id]])
  })

  test('a phone finds the orders of its owner and is logged; whoever may not look it up is told so', async () => {
    const found = await find('138-0000 1234')
    expect(found.orders.map(({ reason }) => reason)).toEqual(['phone', 'phone'])
    const supervisor = await door.staff({ roles: ['supervisor', 'administrator'] })
    const { body } = await door.ask(supervisor, 'orderViews', { params: { orderId: order.id } })
    expect(body.views).toContainEqual(expect.objectContaining({ what: 'search', fields: ['phone'] }))
    const analyst = await door.staff({ roles: ['analyst'] })
    expect(await find(citizen.callerPhone, analyst)).toMatchObject({ orders: [], withheld: ['phone'] })
    for (const secret of SECRETS) expect(JSON.stringify(found)).not.toContain(secret)
  })

  test('units, categories and places by name, part of it and initials', async () => {
    const unit = door.house.city.units.get(LEAD as never)
    expect((await find(unit?.name ?? '')).units[0]?.id).toBe(LEAD)
    expect((await find('fdhy')).places[0]).toMatchObject({ name: '枫丹花园' })
    expect((await find('e0201')).categories).toMatchObject([{ code: 'E0201', path: expect.stringContaining(' › ') }])
  })

  test('a unit finds what is its own and no more', async () => {
    expect(orders(await find(order.no, people.lead))).toEqual([])
    expect(orders(await find('路灯', people.lead))).toEqual([])
    await people.dispatch(order.id)
    expect(orders(await find('路灯', people.lead))).toEqual([['words', order.id]])
    expect(orders(await find(order.no.slice(-5), people.co))).toEqual([])
  })

  test('what is nothing finds nothing, and one character is refused', async () => {
    expect(await find('%%__')).toMatchObject({ orders: [], units: [], places: [], categories: [] })
    expect((await door.ask(people.desk, 'search', { body: { q: ' a ' } })).status).toBe(400)
  })
})
