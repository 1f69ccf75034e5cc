import { createHash, timingSafeEqual } from 'node:crypto'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { api, type EndpointName, type Handlers } from '#contract/api.ts'
import type { Answer, Call, Endpoint } from '#contract/endpoint.ts'
import { neverKept } from '#contract/never-kept.ts'
import { type Right, rights } from '#contract/rights.ts'
import { keepReply, takeKey } from '#db/idempotency.ts'
import { type Instant, instantOf, msOf } from '#domain/ids.ts'
import type { Actor } from '#domain/order/actor.ts'
import { callerOf } from './caller.ts'
import { compressed } from './compressed.ts'
import { type Fault, faultsOf, problemOf, type RefusalCode, refusalOfError } from './problem.ts'
import type { Caller, House, Shell } from './shell.ts'
import { faults, requestSeconds } from './system.ts'
import { malformedAt } from './well-formed.ts'

type AnyHandler = (shell: Shell, call: Call<Endpoint>) => Promise<Answer<Endpoint>>
/** `bytes` null: written while it is sent, so its length is known only at its end. */
type Download = { stream: NodeJS.ReadableStream; mime: string; name: string; bytes: number | null }

/** A refusal on its way out of the layers below the handler. */
class Refused extends Error {
  readonly code: RefusalCode
  readonly errors: readonly Fault[] | undefined
  constructor(code: RefusalCode, errors?: readonly Fault[]) {
    super(code)
    this.code = code
    this.errors = errors
  }
}

const JSON_LIMIT = 1024 * 1024
const UNSAFE = new Set(['POST', 'PUT', 'DELETE'])

/** The role the record will name: the first of the endpoint's row that the person has. */
function actorFor(caller: Caller, right: Right): Actor {
  if (caller.kind === 'citizen') return { kind: 'citizen', id: 'citizen', role: null, unit: null }
  if (caller.kind === 'machine') return { kind: 'machine', id: caller.id, role: null, unit: caller.unit }
  const role = Array.isArray(right.may)
    ? (caller.roles.find((r) => right.may.includes(r)) ?? null)
    : (caller.roles[0] ?? null)
  return { kind: 'staff', id: caller.id, role, unit: caller.unit }
}

/** Why this caller may not call: null when they may. Nothing passes without a row that names it. */
export function refusedBy(right: Right, caller: Caller): RefusalCode | null {
  if (right.may === 'everyone') return null
  if (caller.kind === 'citizen') return 'not-logged-in'
  if (caller.kind === 'machine')
    return right.token !== undefined && caller.scopes.includes(right.token) ? null : 'not-allowed'
  if (!right.before) {
    if (caller.must.includes('second-factor')) return 'second-factor-needed'
    if (caller.must.includes('change-password')) return 'password-must-change'
    if (caller.must.includes('set-up-second-factor')) return 'second-factor-needed'
  }
  return right.may === 'staff' || caller.roles.some((role) => right.may.includes(role)) ? null : 'not-allowed'
}

function checkCsrf(request: FastifyRequest, caller: Caller): void {
  if (caller.kind !== 'staff' || !UNSAFE.has(request.method)) return
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''))
  const wanted = Buffer.from(caller.csrf)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Refused('csrf-token-wrong')
}

function read(place: Fault['in'], schema: Endpoint['body'], given: unknown): unknown {
  if (schema === undefined) return undefined
  const malformed = malformedAt(given)
  if (malformed !== null)
    throw new Refused('invalid-request', [
      { in: place, path: malformed, expected: 'well-formed text', found: 'broken text' },
    ])
  const parsed = schema.safeParse(given ?? {})
  if (!parsed.success) throw new Refused('invalid-request', faultsOf(place, parsed.error.issues, given))
  return parsed.data
}

function versionOf(request: FastifyRequest, endpoint: Endpoint): number | null {
  const given = request.headers['if-match']
  if (given === undefined) {
    if (endpoint.version === 'required') throw new Refused('version-needed')
    return null
  }
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(given)?.[1]
  if (version === undefined)
    throw new Refused('invalid-request', [
      { in: 'header', path: 'if-match', expected: 'a version number', found: 'something else' },
    ])
  return Number(version)
}

type Outcome = { status: number; body: unknown }

/** Carries the refusal out of the transaction so that everything done so far, the key too, is rolled back. */
class RolledBack extends Error {
  readonly refusal: RefusalCode
  constructor(refusal: RefusalCode) {
    super(refusal)
    this.refusal = refusal
  }
}

async function answered(shell: Shell, endpoint: Endpoint, handle: AnyHandler, call: Call<Endpoint>): Promise<Outcome> {
  const answer = await handle(shell, call)
  if (!answer.ok) throw new RolledBack(answer.refusal as RefusalCode)
  return { status: 200, body: endpoint.reply.parse(answer.reply) }
}

/**
 * Citizens have no account, so a key of theirs counts per address. From this length on it is taken for a secret of its own
 * (22 characters carry 128 bits): a phone that sends again from another network must not make a second order.
 */
const SECRET_KEY = 22

/** With an Idempotency-Key the change, the key and the reply are one transaction; a repeat gets the kept reply. */
async function once(
  shell: Shell,
  name: string,
  key: string,
  given: unknown,
  work: (shell: Shell) => Promise<Outcome>,
): Promise<Outcome> {
  if (!/^[\x21-\x7e]{8,128}$/.test(key))
    throw new Refused('invalid-request', [
      { in: 'header', path: 'idempotency-key', expected: '8 to 128 visible characters', found: 'something else' },
    ])
  const bodyHash = createHash('sha256').update(JSON.stringify(given)).digest()
  const who = `${shell.actor.kind} ${shell.actor.id}${shell.actor.kind === 'citizen' && key.length < SECRET_KEY ? ` ${shell.ip}` : ''}`
  return shell.db.tx(async (db) => {
    const kept = await takeKey(db, who, key, name, bodyHash, shell.at)
    if (kept !== null) {
      if (kept.endpoint !== name || !kept.bodyHash.equals(bodyHash)) throw new RolledBack('idempotency-key-reused')
      if (kept.status === null) throw new RolledBack('still-in-progress')
      return { status: kept.status, body: kept.reply }
    }
    const outcome = await work({ ...shell, db })
    await keepReply(db, who, key, outcome.status, outcome.body)
    return outcome
  })
}

const languageOf = (request: FastifyRequest): 'zh' | 'en' =>
  /^\s*en/i.test(String(request.headers['accept-language'] ?? '')) ? 'en' : 'zh'

function refuse(request: FastifyRequest, reply: FastifyReply, code: RefusalCode, errors?: readonly Fault[]) {
  const problem = problemOf(code, request.routeOptions.url ?? '', languageOf(request), errors)
  if (code === 'database-unavailable') void reply.header('retry-after', '5')
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

function shellFor(house: House, caller: Caller, right: Right, request: FastifyRequest, reply: FastifyReply): Shell {
  return {
    ...house,
    caller,
    actor: actorFor(caller, right),
    at: house.now(),
    ip: request.ip,
    agent: String(request.headers['user-agent'] ?? '').slice(0, 200),
    expected: null,
    outgoing: reply.raw,
    reply: { header: (name, value) => void reply.header(name, value) },
  }
}

const incoming = (request: FastifyRequest) => ({
  stream: request.raw,
  contentType: request.headers['content-type'],
  contentLength:
    request.headers['content-length'] === undefined ? undefined : Number(request.headers['content-length']),
  header: (name: string) => request.headers[name.toLowerCase()]?.toString(),
})

/** A citizen's pages know nobody: whoever is logged in in the same browser acts there as a citizen too. */
const CITIZEN: Caller = { kind: 'citizen', id: 'anonymous' }

const callerBehind = (house: House, { headers, ip }: FastifyRequest): Promise<Caller> =>
  callerOf(house, { cookie: headers.cookie, authorization: headers.authorization, ip, at: house.now() })

async function serve(
  house: House,
  name: EndpointName,
  handle: AnyHandler,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const endpoint: Endpoint = api[name]
  const right: Right = rights[name]
  const caller = endpoint.path.startsWith('/citizen/') ? CITIZEN : await callerBehind(house, request)
  request.caller = caller.kind === 'citizen' ? 'citizen' : caller.id
  const refused = refusedBy(right, caller)
  if (refused !== null) throw new Refused(refused)
  checkCsrf(request, caller)
  const shell = {
    ...shellFor(house, caller, right, request, reply),
    expected: versionOf(request, endpoint),
    incoming: incoming(request),
  }
  const call = {
    params: read('path', endpoint.params, request.params),
    query: read('query', endpoint.query, request.query),
    body: endpoint.raw === 'upload' ? undefined : read('body', endpoint.body, request.body),
  } as Call<Endpoint>
  const key = request.headers['idempotency-key']?.toString()
  const work = (inner: Shell) => answered(inner, endpoint, handle, call)
  const outcome =
    key === undefined || !UNSAFE.has(request.method) || endpoint.raw !== undefined || neverKept.has(name)
      ? await work(shell)
      : await once(shell, name, key, call, work)
  return send(endpoint, outcome, request, reply)
}

function send(endpoint: Endpoint, { status, body }: Outcome, request: FastifyRequest, reply: FastifyReply) {
  if (endpoint.raw === 'stream') return reply.hijack()
  if (endpoint.raw === 'text') return reply.type('text/plain; version=0.0.4; charset=utf-8').send(body)
  if (endpoint.raw === 'download') {
    const file = body as Download
    if (file.bytes !== null) void reply.header('content-length', file.bytes)
    return reply.type(file.mime).send(file.stream)
  }
  if (endpoint.version !== undefined && typeof body === 'object' && body !== null && 'version' in body)
    void reply.header('etag', `"${body.version}"`)
  // A map or another large thing that the browser has kept and only asks about.
  if (endpoint.method === 'GET' && request.headers['if-none-match'] === (reply.getHeader('etag') ?? ''))
    return reply.code(304).send()
  return reply.code(status).send(body)
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: string
  }
}

/** One line a request, by route and caller, never by URL, body or name. */
function logLine(house: House, request: FastifyRequest, reply: FastifyReply): void {
  const fields = {
    route: `${request.method} ${request.routeOptions.url ?? 'unknown'}`,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    caller: request.caller,
    at: instantOf(msOf(house.now())),
  }
  requestSeconds.observe({ route: fields.route, status: fields.status }, reply.elapsedTime / 1000)
  if (fields.status >= 500) faults.inc()
  house.log.info(fields, 'request')
}

/** `now`: for a server that the simulator alone asks, whose requests bring their own moment. */
type HttpOptions = { trustProxy?: number; now?: (request: FastifyRequest) => Instant }

/** The only file that knows HTTP: every endpoint of the contract becomes a route, in one loop. */
export function httpServer(house: House, handlers: Handlers<Shell>, options: HttpOptions = {}): FastifyInstance {
  const app = fastify({
    forceCloseConnections: true,
    bodyLimit: JSON_LIMIT,
    // Hop 0 is the connection itself; beyond one's own proxies the header may say anything.
    trustProxy: (_address, hop) => hop < (options.trustProxy ?? 0),
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read leads nowhere; Fastify's own answer would repeat it, with whatever stands in it.
    frameworkErrors: (_error, request, reply) => refuse(request, reply, 'not-found'),
  })
  app.removeContentTypeParser('text/plain')
  app.decorateRequest('caller', '')
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof RolledBack) return refuse(request, reply, error.refusal)
    if (error instanceof Refused) return refuse(request, reply, error.code, error.errors)
    const code = refusalOfError(error)
    if (code === 'internal-error')
      house.log.error({ route: request.routeOptions.url, error: (error as Error).stack ?? String(error) }, 'fault')
    return refuse(request, reply, code)
  })
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 'not-found'))
  app.addHook('onResponse', async (request, reply) => logLine(house, request, reply))
  app.addHook('onSend', async (request, reply, payload) => {
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
    if (reply.getHeader('cache-control') === undefined) void reply.header('cache-control', 'no-store')
    return compressed(request, reply, payload)
  })
  const { now } = options
  const houseFor = (request: FastifyRequest): House =>
    now === undefined ? house : { ...house, now: () => now(request) }
  for (const name of Object.keys(api) as EndpointName[]) addRoute(app, houseFor, name, handlers[name] as AnyHandler)
  return app
}

type HouseFor = (request: FastifyRequest) => House

function addRoute(app: FastifyInstance, houseFor: HouseFor, name: EndpointName, handle: AnyHandler): void {
  const endpoint: Endpoint = api[name]
  const handler = (request: FastifyRequest, reply: FastifyReply) =>
    serve(houseFor(request), name, handle, request, reply)
  const route = { method: endpoint.method, url: `/api${endpoint.path}`, handler }
  // Where probes and scrapers look first.
  if (name === 'health' || name === 'metrics') app.route({ ...route, url: endpoint.path })
  if (endpoint.raw !== 'upload') {
    app.route({ ...route, bodyLimit: endpoint.bodyBytes ?? JSON_LIMIT })
    return
  }
  // An upload's body stays a stream: it is counted and hashed on its way to the disk, never held in memory.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.route({ ...route, bodyLimit: Number.MAX_SAFE_INTEGER })
  })
}
