import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { api, type EndpointName } from '#contract/api.ts'
import { oneOf } from '#contract/arbitrary.fixture.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { type Right, rights } from '#contract/rights.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { UnitId } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { type Badge, type Door, openDoor, type Wish } from './door.fixture.ts'
import { type Chain, CO, chain, DISTRICT, LEAD } from './orders.fixture.ts'
import { bindsOneOf } from './scope.ts'

const UNIT_ROLES: readonly Role[] = ['liaison', 'unit-leader', 'grid-worker', 'crew']
const onOrders = (Object.keys(api) as EndpointName[]).filter((name) => api[name].path.includes(':orderId'))
const rolesOf = (name: EndpointName): readonly Role[] => {
  const { may }: Right = rights[name]
  return typeof may === 'string' ? [] : may
}

const [engine] = inject('engines')
if (engine === undefined) throw new Error('no engine')

/** A query as it stands in an address. */
const textsOf = (query: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries((query ?? {}) as object).map(([key, value]) => [key, String(value)]))

describe('an order out of reach is not found, whatever is asked of it', () => {
  let door: Door
  let people: Chain
  let ids: { dispatched: string; withdrawn: string; open: string; handedDown: string }
  const files = new Map<string, string>()
  const stranger = (role: Role, where: { unit?: string; region?: string }) => door.staff({ roles: [role], ...where })

  beforeAll(async () => {
    door = await openDoor(engine)
    people = await chain(door)
    const { accept, dispatch, on, desk, lead } = people
    ids = {
      open: (await accept()).id,
      dispatched: (await accept()).id,
      withdrawn: (await accept()).id,
      handedDown: (await accept()).id,
    }
    await dispatch(ids.dispatched, [CO])
    await dispatch(ids.withdrawn)
    await on(desk, 'withdrawOrder', ids.withdrawn, { askedBy: 'appellant', reason: '已解决', checked: '回拨' })
    await on(desk, 'dispatchOrder', ids.handedDown, { lead: `district-${DISTRICT}`, overrideReason: '属地' })
    await on(lead, 'signAssignment', ids.dispatched, undefined, 1)
  })
  afterAll(() => door.close())

  /** A file of the caller's own, so that attaching it fails for no other reason than the order. */
  async function fileOf(badge: Badge): Promise<string> {
    const key = badge.cookie ?? badge.authorization ?? ''
    const known = files.get(key)
    if (known !== undefined) return known
    const said = await door.ask(badge, 'uploadFile', {
      query: { name: 'a.txt' },
      body: Buffer.from(`说明 ${key}`),
      headers: { 'content-type': 'application/octet-stream' },
    })
    const file = String(said.body.file ?? 'a'.repeat(64))
    files.set(key, file)
    return file
  }

  async function wishFor(badge: Badge, name: EndpointName, orderId: string): Promise<Wish> {
    const { body, query, version }: Endpoint = api[name]
    const file = fc.constant(await fileOf(badge))
    const hints = {
      unit: fc.constant('housing'),
      lead: fc.constant(LEAD),
      co: fc.constant([]),
      master: fc.constant(ids.open),
      file,
      evidence: fc.constant([]),
      name: fc.constant('a.txt'),
    }
    return {
      params: { orderId, n: 1, hash: 'a'.repeat(64), round: '1' },
      ...(query === undefined ? {} : { query: textsOf(oneOf(query, hints)) }),
      ...(body === undefined ? {} : { body: oneOf(body, hints) }),
      ...(version === 'required' ? { headers: { 'if-match': '"1"' } } : {}),
    }
  }
  const answers = async (badge: Badge, name: EndpointName, orderId: string) => {
    const said = await door.ask(badge, name, await wishFor(badge, name, orderId))
    return `${said.status} ${said.code}`
  }
  const versions = async () =>
    Promise.all(
      Object.values(ids).map(
        async (id) => (await door.ask(people.desk, 'getOrder', { params: { orderId: id } })).body.version,
      ),
    )

  test.each(onOrders)('%s', async (name) => {
    const roles = rolesOf(name)
    const unitRole = roles.find((role) => UNIT_ROLES.includes(role))
    const deskRole = roles.find((role) => !UNIT_ROLES.includes(role))
    const before = await versions()
    if (unitRole !== undefined) {
      const other = await stranger(unitRole, { unit: 'education' })
      expect(await answers(other, name, ids.dispatched), 'another unit').toBe('404 not-found')
      const formerly = await stranger(unitRole, { unit: LEAD })
      expect(await answers(formerly, name, ids.withdrawn), 'a unit whose assignment was taken back').toBe(
        '404 not-found',
      )
      const elsewhere = await stranger(unitRole, { unit: LEAD, region: '990102' })
      expect(await answers(elsewhere, name, ids.dispatched), 'a unit’s person for another district').toBe(
        '404 not-found',
      )
    }
    if (deskRole !== undefined) {
      const regional = await stranger(deskRole, { region: '990102' })
      expect(await answers(regional, name, ids.dispatched), 'a desk for another district').toBe('404 not-found')
      const near = await stranger(deskRole, { region: DISTRICT })
      expect(await answers(near, name, '01KJQ000000000000000000000'), 'an order that is not there').toBe(
        '404 not-found',
      )
    }
    const { token }: Right = rights[name]
    if (token !== undefined) {
      const machine = await door.machine({ scopes: [token, 'attach'], unit: 'education' })
      expect(await answers(machine, name, ids.dispatched), 'another unit’s machine').toBe('404 not-found')
    }
    expect(await versions()).toEqual(before)
  })

  test.each([
    ['a unit sees what is dispatched to it', { roles: ['liaison'], unit: LEAD }, ['dispatched']],
    ['a co-unit too', { roles: ['unit-leader'], unit: CO }, ['dispatched']],
    ['another unit sees nothing', { roles: ['liaison'], unit: 'education' }, []],
    ['a district sees what it leads', { roles: ['liaison'], unit: `district-${DISTRICT}` }, ['handedDown']],
    ['a town sees nothing of its district', { roles: ['liaison'], unit: 'town-990101001' }, []],
    ['the hotline sees all', { roles: ['supervisor'] }, ['open', 'dispatched', 'withdrawn', 'handedDown']],
    [
      'a desk of this district sees all of it',
      { roles: ['supervisor'], region: DISTRICT },
      ['open', 'dispatched', 'withdrawn', 'handedDown'],
    ],
    ['a desk of another district nothing', { roles: ['supervisor'], region: '990102' }, []],
  ] as const)('%s, in lists, searches and single sight alike', async (_, person, expected) => {
    const badge = await door.staff(person)
    const seen = expected.map((key) => ids[key]).sort()
    const listed = async (query: Record<string, string>) => {
      const said = await door.ask(badge, 'listOrders', { query })
      return (said.body.orders as { id: string }[]).map((order) => order.id).sort()
    }
    expect(await listed({})).toEqual(seen)
    expect(await listed({ text: '坑洼' })).toEqual(seen)
    expect(await listed({ region: DISTRICT })).toEqual(seen)
    expect(await listed({ no: 'HL26' })).toEqual(seen)
    expect(await listed({ unit: LEAD })).toEqual(seen.filter((id) => id === ids.dispatched))
    const got = await Promise.all(
      Object.values(ids).map((orderId) => door.ask(badge, 'getOrder', { params: { orderId } })),
    )
    expect(
      got
        .filter((said) => said.status === 200)
        .map((said) => said.body.id as string)
        .sort(),
    ).toEqual(seen)
  })

  test('an assignment that was given back or taken back binds its unit no more', () => {
    const order = (state: string) => ({ assignments: [{ unit: LEAD, state }] }) as unknown as Order
    const binds = (state: string) => bindsOneOf(order(state), [LEAD as UnitId])
    expect(
      ['pending-sign', 'signed', 'processing', 'reported', 'accepted', 'sent-back', 'return-requested'].every(binds),
    ).toBe(true)
    expect(['returned', 'cancelled'].some(binds)).toBe(false)
  })

  test('an order can be merged only into one that is in reach too', async () => {
    const near = await door.staff({ roles: ['dispatcher'], region: '990101001' })
    const far = (await people.accept({ region: '990102001' })).id
    const own = (await people.accept()).id
    const said = await door.ask(near, 'mergeOrder', {
      params: { orderId: own },
      body: { master: far, reason: '同一路段' },
    })
    expect(said.code).toBe('unknown-master')
  })
})
