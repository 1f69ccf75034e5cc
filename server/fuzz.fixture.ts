import fc from 'fast-check'
import { api, type EndpointName } from '#contract/api.ts'
import { arbitraryOf, type Hints } from '#contract/arbitrary.fixture.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { type Right, rights, type TokenScope, tokenScopes } from '#contract/rights.ts'
import { Role } from '#domain/city/vocabulary.ts'
import { type Badge, type Door, NOBODY, PASSWORD, type Wish } from './door.fixture.ts'
import { CO, citizen, DISTRICT, LEAD, TOWN } from './orders.fixture.ts'

/** What the world knows at this moment: ids, numbers and codes that exist, so that a wild request may hit something. */
export type World = { orders: string[]; tickets: { no: string; code: string }[]; files: string[]; staff: string[] }
export type Wild = { name: EndpointName; who: number; wish: Wish }

const lazily = (values: () => readonly unknown[]) =>
  fc.nat(1e6).map((n) => {
    const known = values()
    return known.length === 0 ? 'none' : known[n % known.length]
  })
const mostly = (likely: fc.Arbitrary<unknown>, ...rare: unknown[]) =>
  fc.oneof({ weight: 12, arbitrary: likely }, { weight: 1, arbitrary: fc.constantFrom(...rare) })
const some = (...values: unknown[]) => fc.constantFrom(...values)

function hintsFor(world: World): Hints {
  const unit = some(LEAD, LEAD, CO, 'education', 'town-990101001', `district-${DISTRICT}`, 'hotline', 'nonesuch')
  const orderId = mostly(
    lazily(() => world.orders),
    '01KJQ000000000000000000000',
    'x',
    '../..',
    '%00',
    '😀',
  )
  const evidence = mostly(fc.constant([]), ['a'.repeat(64)])
  const file = mostly(
    lazily(() => world.files),
    'a'.repeat(64),
  )
  return {
    orderId,
    master: orderId,
    cursor: orderId,
    assignments: fc.array(
      lazily(() => world.orders.map((id) => `${id}/1`)),
      { maxLength: 2 },
    ),
    n: some('1', '1', '1', '2', '3', '99', '0', 'x'),
    unit,
    lead: unit,
    co: fc.array(some(CO, 'education', 'town-990101001'), { maxLength: 2 }),
    category: some('E0201', 'E0201', 'E02', 'E', 'A0101', null, 'Z9999'),
    region: some(TOWN, TOWN, '990102001', DISTRICT, '990101001001', '110105'),
    receivedAt: some(undefined, undefined, '2026-02-28T08:00:00Z', '2026-03-01T09:00:00+08:00', '2030-01-01T00:00:00Z'),
    evidence,
    file,
    hash: file,
    no: lazily(() => world.tickets.slice(0, 3).map((ticket) => ticket.no)),
    code: lazily(() => [...world.tickets.slice(0, 3).map((ticket) => ticket.code), '123456']),
    phone: some(citizen.callerPhone, citizen.contactPhone, '12345', 'x'.repeat(30)),
    callerPhone: some(citizen.callerPhone, null),
    contactPhone: some(citizen.contactPhone, null, '010-8888 6666'),
    idNumber: some(citizen.idNumber, null),
    staffId: mostly(
      lazily(() => world.staff),
      's-none',
    ),
    login: some('newcomer', '新人2', 'a b', 'x'),
    password: some(PASSWORD, 'wrong'),
    old: some(PASSWORD, 'wrong'),
    tokenId: some('t-none', 'x'),
    measure: some('accepted', 'open,closed', 'closed-in-time,overdue', 'nothing', ''),
    state: some('in-handling', 'pending-dispatch,rework', 'closed', 'x'),
    light: some('red', 'green,yellow', 'blue'),
    type: some('help', 'help,complaint', 'x'),
    channel: some('phone', 'web', 'upstream', 'phone,web', 'pigeon'),
    daily: some('yes', 'no', 'maybe'),
    limit: some('1', '50', '200', '0', '1e9', 'x', 20),
    before: some('5', '9007199254740991', '-1', '1.5'),
    name: some('a.txt', '照片.png', '李四', '../../x.pdf', 'a'.repeat(300)),
  }
}

/** What no form sends: wrong kinds, ends of ranges, broken text, names that mean something to a machine. */
const spoil: fc.Arbitrary<unknown> = fc.oneof(
  some(null, true, -1, 0, 1.5, 1e308, Number.MAX_SAFE_INTEGER, -0, '', ' ', '\u0000', 'a\ud800', '\udc00', '\uffff'),
  some('長'.repeat(2100), 'x'.repeat(70), '0000-00-00', '9999-12-31T23:59:59-14:00', '+275760-09-13T00:00:00Z', '1e5'),
  some([], {}, [[[[[[]]]]]], [null], { length: 1e9 }, { toString: 1 }, { $gt: '' }, ['a', 'a']),
  some(JSON.parse('{"__proto__":{"admin":true}}'), JSON.parse('{"constructor":{"prototype":{}}}')),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
const texts = (values: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((values ?? {}) as object)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, asText(value)]),
  )

const headers = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.nat(40).map((n) => ({ 'idempotency-key': `fuzz-key-${n}` })) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 9 }).map((n) => ({ 'if-match': `"${n}"` })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { 'accept-language': 'en' },
      { 'if-match': '*' },
      { 'idempotency-key': 'x' },
      { 'content-type': 'text/csv' },
      { 'x-forwarded-for': 'x, y' },
      { 'x-csrf-token': 'wrong' },
      { cookie: 'jiesu_session=%00;;=' },
      { authorization: 'Bearer  ' },
    ),
  },
)

const upload = fc.oneof(
  fc.constant(Buffer.from('现场情况说明,电话 13800001234')),
  fc.constant(Buffer.from('%PDF-1.4 not really')),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
)

/** Slow by design (password hashes) or a stream that stays open: now and then is enough. */
const SELDOM = [
  'logIn',
  'logOut',
  'endSessions',
  'changePassword',
  'startTotp',
  'removeTotp',
  'createStaff',
  'resetPassword',
  'getCity',
  'changes',
  'metrics',
]
const OFTEN = [
  'acceptOrder',
  'dispatchOrder',
  'signAssignment',
  'recordContact',
  'reportResult',
  'reviewReply',
  'recordCallback',
]
const weightOf = (name: EndpointName): number => (SELDOM.includes(name) ? 1 : OFTEN.includes(name) ? 90 : 30)

export type Guest = { badge: Badge; roles: readonly Role[]; scopes: readonly TokenScope[] }

function mayCall({ roles, scopes }: Guest, name: EndpointName): boolean {
  const { may, token }: Right = rights[name]
  if (may === 'everyone') return true
  if (token !== undefined && scopes.includes(token)) return true
  return roles.length > 0 && (may === 'staff' || roles.some((role) => may.includes(role)))
}

/** Mostly somebody who may, so that the request gets in; else anybody. */
function guestFor(name: EndpointName, people: readonly Guest[]): fc.Arbitrary<number> {
  const those = people.flatMap((guest, i) => (mayCall(guest, name) ? [i] : []))
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...those) },
    { weight: 1, arbitrary: fc.nat(people.length - 1) },
  )
}

function wildCall(name: EndpointName, world: World, people: readonly Guest[]): fc.Arbitrary<Wild> {
  const { params, query, body, raw }: Endpoint = api[name]
  const hints = hintsFor(world)
  const part = (schema: Endpoint['body']) =>
    schema === undefined ? fc.constant(undefined) : arbitraryOf(schema, hints, spoil)
  const content = raw === 'upload' ? upload : part(body)
  return fc
    .record({
      who: guestFor(name, people),
      params: part(params),
      query: part(query),
      content,
      headers,
      extra: fc.nat(19),
    })
    .map((wild) => ({
      name,
      who: wild.who,
      wish: {
        params: texts(wild.params),
        query: texts(wild.query),
        headers: raw === 'upload' ? { 'content-type': 'application/octet-stream', ...wild.headers } : wild.headers,
        ...(wild.content === undefined
          ? {}
          : { body: wild.extra === 0 ? { ...(wild.content as object), surplus: [1] } : wild.content }),
      },
    }))
}

/** The ways to call, made once: what they draw from `world` is what stands there when a call is drawn. */
export function wildCalls(world: World, people: readonly Guest[]): (count: number, seed: number) => Wild[] {
  const calls = (Object.keys(api) as EndpointName[]).map((name) => ({
    weight: weightOf(name),
    arbitrary: wildCall(name, world, people),
  }))
  const anyCall = fc.oneof(...calls)
  return (count, seed) => fc.sample(anyCall, { numRuns: count, seed })
}

/** Whoever comes to the door: each role, people of several, machines, citizens, forgers; desks and units most often. */
export async function everybody(door: Door): Promise<Guest[]> {
  const staff = async (roles: Role[], unit = 'hotline', region: string | null = null): Promise<Guest> => ({
    badge: await door.staff({ roles, unit, region }),
    roles,
    scopes: [],
  })
  const machine = async (scopes: TokenScope[], unit: string | null = null): Promise<Guest> => ({
    badge: await door.machine({ scopes, unit }),
    roles: [],
    scopes,
  })
  const stranger = (badge: Badge): Guest => ({ badge, roles: [], scopes: [] })
  const desk = await staff(['agent', 'reviewer', 'dispatcher', 'callback-agent', 'shift-lead'])
  const lead = await staff(['liaison', 'unit-leader'], LEAD)
  const co = await staff(['liaison'], CO)
  return [
    ...Array.from({ length: 14 }, () => desk),
    ...Array.from({ length: 14 }, () => lead),
    ...Array.from({ length: 4 }, () => co),
    ...(await Promise.all(Role.options.map((role) => staff([role])))),
    ...(await Promise.all(tokenScopes.map((scope) => machine([scope])))),
    await staff(['grid-worker'], LEAD),
    await staff(['dispatcher', 'agent'], 'hotline', '990102'),
    await machine(['handle', 'read', 'attach'], LEAD),
    await staff(['administrator', 'leader']),
    ...Array.from({ length: 12 }, () => stranger(NOBODY)),
    stranger({ cookie: `jiesu_session=${'A'.repeat(43)}`, 'x-csrf-token': 'x' }),
    stranger({ authorization: 'Bearer jiesu_forged' }),
  ]
}
