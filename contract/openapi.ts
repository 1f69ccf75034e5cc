import { z } from 'zod'
import { api, type EndpointName } from './api.ts'
import { commonRefusals, type Endpoint } from './endpoint.ts'
import { type Right, rights } from './rights.ts'
import { OrderView } from './views.ts'
import { refusalWords } from './wording.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  }) as Json
  return rest
}

const parameters = (schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] => {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: inner,
  }))
}

const headers = (endpoint: Endpoint): Json[] => [
  ...(endpoint.method === 'GET'
    ? []
    : [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          schema: { type: 'string', minLength: 8, maxLength: 128 },
        },
      ]),
  ...(endpoint.version === undefined || endpoint.method === 'GET'
    ? []
    : [{ name: 'If-Match', in: 'header', required: endpoint.version === 'required', schema: { type: 'string' } }]),
]

function who(right: Right): string {
  const people = Array.isArray(right.may) ? right.may.join(', ') : right.may
  return `Who: ${people}${right.token === undefined ? '' : `; machine tokens with scope \`${right.token}\``}.`
}

const mediaOf = (endpoint: Endpoint): string =>
  endpoint.raw === 'stream'
    ? 'text/event-stream'
    : endpoint.raw === 'text'
      ? 'text/plain'
      : endpoint.raw === 'download'
        ? 'application/octet-stream'
        : 'application/json'

const PROBLEM_CONTENT = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

const described = (codes: Iterable<string>): string =>
  [...codes]
    .map((code) => {
      const words = refusalWords[code as keyof typeof refusalWords]
      return `\`${code}\` (${words.status}) ${words.zh} — ${words.en}`
    })
    .join('\n\n')

/** An endpoint's own refusals, those of one status together; what any endpoint may answer is said once, as `default`. */
function problems(endpoint: Endpoint): Json {
  const byStatus = new Map<number, string[]>()
  for (const code of endpoint.refusals) {
    const { status } = refusalWords[code as keyof typeof refusalWords]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const own = [...byStatus].map(([status, codes]) => [
    status,
    { description: described(codes), content: PROBLEM_CONTENT },
  ])
  return { ...Object.fromEntries(own), default: { $ref: '#/components/responses/Common' } }
}

/** Replies that many endpoints share are written once. */
const NAMED = new Map<z.ZodType, string>([[OrderView, 'OrderView']])

const replySchema = (endpoint: Endpoint): Json => {
  if (endpoint.raw !== undefined && endpoint.raw !== 'upload') return { type: 'string' }
  const name = NAMED.get(endpoint.reply)
  return name === undefined ? schemaOf(endpoint.reply, 'output') : { $ref: `#/components/schemas/${name}` }
}

function operation(name: EndpointName): Json {
  const endpoint: Endpoint = api[name]
  const right: Right = rights[name]
  const raw =
    endpoint.raw === 'upload'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : undefined
  const body = endpoint.body === undefined ? raw : { 'application/json': { schema: schemaOf(endpoint.body, 'input') } }
  return {
    operationId: name,
    summary: `${endpoint.zh} · ${endpoint.en}`,
    description: who(right),
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query'), ...headers(endpoint)],
    ...(body === undefined ? {} : { requestBody: { required: true, content: body } }),
    responses: {
      200: {
        description: 'Done',
        content: { [mediaOf(endpoint)]: { schema: replySchema(endpoint) } },
      },
      ...problems(endpoint),
    },
    security: right.may === 'everyone' ? [] : [{ session: [] }, ...(right.token === undefined ? [] : [{ token: [] }])],
  }
}

const PROBLEM = {
  type: 'object',
  description:
    'RFC 9457. `code` names the refusal; `title` words it in the language asked for; `errors` say what, where, what was expected.',
  required: ['type', 'code', 'status', 'title'],
  properties: {
    type: { type: 'string' },
    code: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    titleEn: { type: 'string' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          in: { type: 'string' },
          path: { type: 'string' },
          expected: { type: 'string' },
          found: { type: 'string' },
        },
      },
    },
  },
}

/** The whole contract as OpenAPI 3.1, made from the list and nothing else. */
export function openapi(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const name of Object.keys(api) as EndpointName[]) {
    const path = `/api${api[name].path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [api[name].method.toLowerCase()]: operation(name) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jiesu 接诉',
      version,
      license: { name: 'Apache-2.0' },
      description:
        'Log in with POST /api/session; the cookie carries the session, and every unsafe call repeats the `csrf` of the reply in the header `x-csrf-token`. Machines send `Authorization: Bearer`.',
    },
    paths,
    components: {
      schemas: {
        Problem: PROBLEM,
        ...Object.fromEntries([...NAMED].map(([schema, name]) => [name, schemaOf(schema, 'output')])),
      },
      responses: { Common: { description: described(commonRefusals), content: PROBLEM_CONTENT } },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'jiesu_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}
