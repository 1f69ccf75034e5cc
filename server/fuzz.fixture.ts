import fc from 'fast-check'
import { api, type EndpointName } from '#contract/api.ts'
import { arbitraryOf, type Hints } from '#contract/arbitrary.fixture.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { type Right, rights, type TokenScope, tokenScopes } from '#contract/rights.ts'
import { Role } from '#domain/city/vocabulary.ts'
import type { OrderState } from '#domain/order/states.ts'
import { type Badge, type Door, NOBODY, PASSWORD, type Wish } from './door.fixture.ts'
import { CO, citizen, DISTRICT, LEAD, TOWN } from './orders.fixture.ts'

/** What the world knows at this moment: ids, numbers and codes that exist, so that a wild request may hit something. */
export type World = {
  orders: string[]
  /** The version each known order has now. */
  at: Record<string, number>
  inState: Partial<Record<OrderState, string[]>>
  tickets: { no: string; code: string }[]
  files: string[]
  staff: string[]
  tokens: string[]
  items: string[]
  views: string[]
  templates: string[]
  versions: string[]
}
export type Wild = { name: EndpointName; who: number; wish: Wish }

/** The state an order must be in for a call to do its work: a careful client looks before it asks. */
const FITTING: Partial<Record<EndpointName, OrderState>> = {
  dispatchOrder: 'pending-dispatch',
  dispatchToGrid: 'pending-dispatch',
  requestReturn: 'in-handling',
  decideReturn: 'in-handling',
  adjudicate: 'in-adjudication',
  reviewReply: 'pending-reply-review',
  recordCallback: 'pending-callback',
  reopenOrder: 'closed',
  unmergeOrder: 'merged',
}

const lazily = (values: () => readonly unknown[]) =>
  fc.nat(1e6).map((n) => {
    const known = values()
    return known.length === 0 ? 'none' : known[n % known.length]
  })

/** `tame`: what a careful client would send; otherwise now and then something that does not exist or cannot be. */
function hintsFor(world: World, name: EndpointName, tame: boolean): Hints {
  const some = (good: readonly unknown[], bad: readonly unknown[]) => fc.constantFrom(...good, ...(tame ? [] : bad))
  const mostly = (likely: fc.Arbitrary<unknown>, rare: readonly unknown[]) =>
    tame ? likely : fc.oneof({ weight: 8, arbitrary: likely }, { weight: 1, arbitrary: fc.constantFrom(...rare) })
  const unit = some(
    [LEAD, LEAD, LEAD, CO, 'education'],
    ['town-990101001', `district-${DISTRICT}`, 'hotline', 'nonesuch'],
  )
  const fitting = FITTING[name]
  const orderId = mostly(
    lazily(() => (tame && fitting !== undefined && world.inState[fitting]) || world.orders),
    ['01KJQ000000000000000000000', 'x', '../..', '%00', '😀'],
  )
  const file = mostly(
    lazily(() => world.files),
    ['a'.repeat(64)],
  )
  const staff = mostly(
    lazily(() => world.staff),
    ['s-none', '新人2', 'a b'],
  )
  return {
    orderId,
    master: orderId,
    otherId: orderId,
    of: orderId,
    alertId: some(['1', '2'], ['0', 'x']),
    handOverId: some(['1'], ['0', 'x']),
    viewId: mostly(
      lazily(() => world.views),
      ['x'],
    ),
    templateId: mostly(
      lazily(() => world.templates),
      ['x'],
    ),
    id: mostly(
      lazily(() => world.versions),
      ['x', '0'],
    ),
    round: some(['1', '1', '2'], ['0', 'x']),
    proposal: some(['1', '2'], ['0', 'x']),
    from: some(['2026-02-20', '2026-03-20'], ['2026-02-30', '1000-01-01']),
    to: some(['2026-04-01', '2026-04-02'], ['9999-12-31', 'x']),
    cursor: orderId,
    assignments: fc.array(
      lazily(() => world.orders.map((id) => `${id}/1`)),
      { maxLength: tame ? 0 : 2 },
    ),
    n: some(['1', '1', '1', '1', '2'], ['3', '99', '0', 'x']),
    unit,
    lead: unit,
    co: fc.uniqueArray(some([CO, 'town-990101001'], [LEAD, 'nonesuch']), { maxLength: 2 }),
    category: some(['E0201', 'E0201', 'A0101'], ['E02', 'E', null, 'Z9999']),
    region: some([TOWN, TOWN, '990102001', '990101001001'], [DISTRICT, '110105']),
    receivedAt: some([undefined, '2026-02-28T08:00:00Z', '2026-03-01T09:00:00+08:00'], ['2030-01-01T00:00:00Z']),
    evidence: some([[]], [['a'.repeat(64)]]),
    overrideReason: some(['属地管理'], [null]),
    headInvolved: some(['局长到场'], [null]),
    solvedReason: some(['条件不具备'], [null]),
    reason: some(['核实后更正', '群众要求', '已说明', 'emergency'], ['']),
    callId: some(['call-0001', 'call-0002'], ['call-0003', '%00']),
    base: some([0], [1, 'x']),
    hours: some([{ from: '08:00', to: '20:00' }, null], [{ from: '8', to: '25:00' }]),
    external: some([null], [{ system: 'upstream', no: 'UP-1' }]),
    file,
    hash: file,
    no: lazily(() => world.tickets.map((ticket) => ticket.no)),
    code: lazily(() => [...world.tickets.map((ticket) => ticket.code), ...(tame ? [] : ['123456'])]),
    phone: some([citizen.callerPhone, citizen.contactPhone], ['12345', 'x'.repeat(30)]),
    callerPhone: some([citizen.callerPhone], [null]),
    contactPhone: some([citizen.contactPhone, null], ['010-8888 6666']),
    idNumber: some([citizen.idNumber, null], ['1']),
    staffId: staff,
    login: staff,
    password: some([PASSWORD], ['wrong']),
    old: some([PASSWORD], ['wrong']),
    tokenId: mostly(
      lazily(() => world.tokens),
      ['t-none', 'x'],
    ),
    ownerUnit: unit,
    validFrom: some(['2026-01-01'], ['2026-02-30']),
    validTo: some([null, '2027-12-31'], ['2025-01-01']),
    itemId: mostly(
      lazily(() => world.items),
      ['k-none', '%00'],
    ),
    measure: some(['accepted', 'open,closed', 'closed-in-time,overdue'], ['nothing', '']),
    state: some(['in-handling', 'pending-dispatch,rework', 'closed'], ['x']),
    light: some(['red', 'green,yellow'], ['blue']),
    type: some(['help', 'help,complaint'], ['x']),
    channel: some(['phone', 'web'], ['upstream', 'phone,web', 'pigeon']),
    daily: some(['yes', 'no'], ['maybe']),
    sort: some(['newest'], ['due', 'x']),
    suggestedMaster: mostly(fc.constant(undefined), ['01KJQ000000000000000000000', 'x']),
    limit: some(['1', '50', '200', 20], ['0', '1e9', 'x']),
    before: some(['5', '9007199254740991'], ['-1', '1.5']),
    expiresAt: some(['2026-12-01T00:00:00Z'], ['2020-01-01T00:00:00Z']),
    nextAt: some([null], ['2026-03-01T00:00:00Z', '2999-12-31T00:00:00Z']),
    name: some(['a.txt', '李四'], ['照片.png', '../../x.pdf', 'a'.repeat(300)]),
  }
}

const some = (...values: unknown[]) => fc.constantFrom(...values)

/** What no form sends: wrong kinds, ends of ranges, broken text, names that mean something to a machine. */
const spoil: fc.Arbitrary<unknown> = fc.oneof(
  some(null, true, -1, 0, 1.5, 1e308, Number.MAX_SAFE_INTEGER, -0, '', ' ', '\u0000', 'a\ud800', '\udc00', '\uffff'),
  some('長'.repeat(2100), 'x'.repeat(70), '0000-00-00', '9999-12-31T23:59:59-14:00', '+275760-09-13T00:00:00Z', '1e5'),
  some([], {}, [[[[[[]]]]]], [null], { length: 1e9 }, { toString: 1 }, { $gt: '' }, ['a', 'a']),
  some(JSON.parse('{"__proto__":{"admin":true}}'), JSON.parse('{"constructor":{"prototype":{}}}')),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** A list stands in an address as `a,b`. */
const asText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(asText).join(',')
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
const texts = (values: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((values ?? {}) as object)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, asText(value)]),
  )

const ODD: Record<string, string>[] = [
  { 'if-match': '*' },
  { 'idempotency-key': 'x' },
  { 'content-type': 'text/csv' },
  { 'x-forwarded-for': 'x, y' },
  { 'x-csrf-token': 'wrong' },
  { cookie: 'jiesu_session=%00;;=' },
  { authorization: 'Bearer  ' },
]
// 0: what nobody has set yet.
const version = fc.integer({ min: 0, max: 6 }).map((n): Record<string, string> => ({ 'if-match': `"${n}"` }))
const key = fc.nat(60).map((n): Record<string, string> => ({ 'idempotency-key': `fuzz-key-${n}` }))

const headersFor = ({ version: needed }: Endpoint, tame: boolean): fc.Arbitrary<Record<string, string>> =>
  needed === 'required'
    ? version
    : fc.oneof(
        { weight: 12, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: key },
        { weight: tame ? 0 : 2, arbitrary: version },
        { weight: tame ? 0 : 2, arbitrary: fc.constantFrom(...ODD) },
      )

const upload = fc.oneof(
  fc.constant(Buffer.from('现场情况说明,电话 13800001234')),
  fc.constant(Buffer.from('%PDF-1.4 not really')),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
)

/** Slow by design (password hashes) or a stream that stays open: now and then is enough. */
export const SELDOM: readonly EndpointName[] = [
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
const OFTEN: readonly EndpointName[] = [
  'acceptOrder',
  'dispatchOrder',
  'signAssignment',
  'recordContact',
  'reportResult',
  'reviewReply',
  'recordCallback',
]
const weightOf = (name: EndpointName): number => (SELDOM.includes(name) ? 1 : OFTEN.includes(name) ? 90 : 30)

type Guest = { badge: Badge; roles: readonly Role[]; scopes: readonly TokenScope[] }

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

function wildCall(name: EndpointName, world: World, people: readonly Guest[], tame: boolean): fc.Arbitrary<Wild> {
  const endpoint: Endpoint = api[name]
  const { params, query, body, raw } = endpoint
  const hints = hintsFor(world, name, tame)
  const part = (schema: Endpoint['body']) =>
    schema === undefined ? fc.constant(undefined) : arbitraryOf(schema, hints, tame ? undefined : spoil)
  const content = raw === 'upload' ? upload : part(body)
  const headers = headersFor(endpoint, tame)
  const known = (params: unknown) => world.at[(params as { orderId?: string } | undefined)?.orderId ?? '']
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
        headers: {
          ...(raw === 'upload' ? { 'content-type': 'application/octet-stream' } : {}),
          ...wild.headers,
          // A careful client names the version it has seen; a guess would be turned away five times of six.
          ...(tame && endpoint.version === 'required' && known(wild.params) !== undefined
            ? { 'if-match': `"${known(wild.params)}"` }
            : {}),
        },
        ...(wild.content === undefined
          ? {}
          : {
              body:
                wild.extra === 0 && raw === undefined ? { ...(wild.content as object), surplus: [1] } : wild.content,
            }),
      },
    }))
}

/** The ways to call, made once: what they draw from `world` is what stands there when a call is drawn. */
export function wildCalls(world: World, people: readonly Guest[]): (count: number, seed: number) => Wild[] {
  const calls = (Object.keys(api) as EndpointName[]).flatMap((name) =>
    [true, false].map((tame) => ({
      weight: weightOf(name) * (tame ? 2 : 1),
      arbitrary: wildCall(name, world, people, tame),
    })),
  )
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
