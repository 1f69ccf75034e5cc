import { createHash } from 'node:crypto'
import { text as textOf } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'
import { api, type EndpointName } from '#contract/api.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import type { TokenScope } from '#contract/rights.ts'
import { addToken } from '#db/machine-tokens.ts'
import { addSession } from '#db/sessions.ts'
import { sql } from '#db/sql.ts'
import { addStaff } from '#db/staff.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { Instant, RegionCode, StaffId, UnitId } from '#domain/ids.ts'
import { freshDatabase, type TestEngine } from '#tools/test-db.ts'
import { type TestHouse, type TestHouseOptions, testHouse } from '#tools/test-house.ts'
import { type ChangeFeed, changeFeed } from './changes.ts'
import { handlersWith } from './handlers.ts'
import { httpServer } from './http.ts'
import { hashPassword } from './passwords.ts'
import { newTotpSecret, sealTotp } from './second-factor.ts'
import { newSecret, secretHash } from './session-cookie.ts'

/** The headers by which a caller is known; none is a citizen. */
export type Badge = Readonly<Record<string, string>>
export const NOBODY: Badge = {}

type Person = { roles: readonly Role[]; unit?: string; region?: string | null }
type Machine = { scopes: readonly TokenScope[]; unit?: string | null }
export type Wish = {
  params?: Record<string, string | number>
  query?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
}
export type Said = {
  status: number
  /** the refusal's code, or null where the call went through */
  code: string | null
  body: Record<string, unknown>
  text: string
  headers: Record<string, unknown>
}

/** A house with its front door: calls as a browser, a machine or a citizen sends them, without a network between. */
export type Door = {
  url: string
  house: TestHouse
  app: FastifyInstance
  feed: ChangeFeed
  staff(person: Person): Promise<Badge>
  machine(token: Machine): Promise<Badge>
  ask(badge: Badge, name: EndpointName, wish?: Wish): Promise<Said>
  close(): Promise<void>
}

export function urlOf(name: EndpointName, { params = {}, query = {} }: Wish): string {
  const path = api[name].path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(params[key] ?? 'none').toWellFormed()),
  )
  const search = new URLSearchParams(query).toString()
  return `/api${path}${search === '' ? '' : `?${search}`}`
}

const personId = (person: Person): string =>
  `s-${createHash('sha256').update(JSON.stringify(person)).digest('hex').slice(0, 12)}`

export const PASSWORD = '云开见月-2026'
const PASSWORD_HASH = hashPassword(PASSWORD)

/** A session without its log-in: the slow password hash is tested elsewhere. */
async function sessionOf(house: TestHouse, person: Person): Promise<Badge> {
  const { unit = 'hotline', region = null, roles } = person
  const id = personId(person)
  const row = { id, login: id, name: '测试人员', unit: unit as UnitId, region: region as RegionCode | null, roles }
  const at = house.now()
  const needsTotp = roles.some((role) => house.city.policy.twoFactorRoles.includes(role))
  await addStaff(house.db, [row], { hash: await PASSWORD_HASH, is: 'first' }, at)
  await house.db.run(
    sql`update staff set password_is = 'own', active = true, roles = ${roles}, unit = ${unit}, region = ${region},
               totp = ${needsTotp ? sealTotp(house.vault, newTotpSecret(), id as StaffId) : null}
        where staff_id = ${id}`,
  )
  const [secret, csrf] = [newSecret(), newSecret()]
  const session = { tokenHash: secretHash(secret), staff: id as StaffId, csrf, second: true, ip: 'test', agent: 'test' }
  await addSession(house.db, session, at)
  return { cookie: `jiesu_session=${secret}`, 'x-csrf-token': csrf }
}

async function tokenOf(house: TestHouse, { scopes, unit = null }: Machine): Promise<Badge> {
  const secret = newSecret()
  const expiresAt = new Date(Date.parse(house.now()) + 300 * 86_400_000).toISOString() as Instant
  const token = { id: `t-${secret.slice(0, 8)}`, tokenHash: secretHash(secret), name: '测试系统', by: 'test' }
  await addToken(house.db, { ...token, unit: unit as UnitId | null, scopes, expiresAt }, house.now())
  return { authorization: `Bearer ${secret}` }
}

/** Every call from an address of its own, so that no test waits at a door that counts attempts. */
const nextAddress = (() => {
  let n = 0
  return () => {
    n += 1
    return `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
  }
})()

const jsonOf = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

export async function knock(
  app: FastifyInstance,
  method: Endpoint['method'],
  url: string,
  headers: Record<string, string>,
  payload?: string | Buffer,
): Promise<Said> {
  const response = await app.inject({
    method,
    url,
    headers,
    remoteAddress: nextAddress(),
    payloadAsStream: true,
    ...(payload === undefined ? {} : { payload }),
  })
  const streams = response.headers['content-type'] === 'text/event-stream'
  if (streams) response.stream().destroy()
  const text = streams ? '' : await textOf(response.stream())
  const body = jsonOf(text)
  const problem = String(response.headers['content-type']).startsWith('application/problem+json')
  const code = problem ? String(body.code) : null
  const status = response.statusCode
  return { status, code: code ?? (status < 400 || streams ? null : 'untyped'), body, text, headers: response.headers }
}

function ask(app: FastifyInstance, badge: Badge, name: EndpointName, wish: Wish = {}): Promise<Said> {
  const endpoint: Endpoint = api[name]
  const json = wish.body !== undefined && !Buffer.isBuffer(wish.body)
  const headers = { ...badge, ...(json ? { 'content-type': 'application/json' } : {}), ...wish.headers }
  const payload = Buffer.isBuffer(wish.body) ? wish.body : json ? JSON.stringify(wish.body) : undefined
  return knock(app, endpoint.method, urlOf(name, wish), headers, payload)
}

/** On a database that stands already; closing leaves it standing. */
export async function openDoorAt(url: string, options: TestHouseOptions = {}): Promise<Door> {
  const house = await testHouse(url, options)
  const feed = changeFeed(house)
  const app = httpServer(house, handlersWith(feed))
  return {
    url,
    house,
    app,
    feed,
    staff: (person) => sessionOf(house, person),
    machine: (token) => tokenOf(house, token),
    ask: (badge, name, wish) => ask(app, badge, name, wish),
    close: async () => {
      feed.stop()
      await app.close()
      await house.close()
    },
  }
}

export async function openDoor(engine: TestEngine, options: TestHouseOptions = {}): Promise<Door> {
  const database = await freshDatabase(engine)
  const door = await openDoorAt(database.url, options)
  return { ...door, close: () => door.close().then(database.drop) }
}
