import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Role } from '#domain/city/vocabulary.ts'
import { api, type EndpointName } from './api.ts'
import { commonRefusals, type Endpoint } from './endpoint.ts'
import { openapi } from './openapi.ts'
import { type Right, rights, tokenScopes } from './rights.ts'
import { refusalWords } from './wording.ts'

type Json = Record<string, unknown>
const names = Object.keys(api) as EndpointName[]
const endpoints: [EndpointName, Endpoint][] = names.map((name) => [name, api[name]])
const saved = join(import.meta.dirname, '../docs/openapi.json')
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  version: string
}

describe('the list of endpoints', () => {
  test('every endpoint has its own method and path', () => {
    const doors = endpoints.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`)
    expect(doors.filter((door, i) => doors.indexOf(door) !== i)).toEqual([])
  })

  test('a path declares exactly the parameters it holds', () => {
    for (const [name, { path, params }] of endpoints) {
      const held = [...path.matchAll(/:(\w+)/g)].map((found) => found[1])
      expect(Object.keys(params?.shape ?? {}).sort(), name).toEqual(held.sort())
    }
  })

  test('a GET carries no body, and what is raw is not JSON', () => {
    expect(endpoints.filter(([, e]) => e.method === 'GET' && e.body !== undefined).map(([name]) => name)).toEqual([])
    expect(endpoints.filter(([, e]) => e.raw === 'upload' && e.body !== undefined).map(([name]) => name)).toEqual([])
  })

  test('every endpoint says in Chinese and English what it does', () => {
    expect(endpoints.filter(([, e]) => !/\p{Script=Han}/u.test(e.zh)).map(([name]) => name)).toEqual([])
    expect(endpoints.filter(([, e]) => !/^[A-Z]/.test(e.en)).map(([name]) => name)).toEqual([])
  })

  test('personal data stands in no path and in no query', () => {
    const personal = /phone|idNumber|email|code$|password|secret/i
    const keys = endpoints.flatMap(([name, e]) =>
      [...Object.keys(e.params?.shape ?? {}), ...Object.keys(e.query?.shape ?? {})].map((key) => [name, key] as const),
    )
    expect(keys.filter(([, key]) => personal.test(key))).toEqual([])
  })

  test('a row of rights names known roles and scopes, each role once', () => {
    for (const name of names) {
      const { may, token }: Right = rights[name]
      const roles = typeof may === 'string' ? [] : may
      expect(new Set(roles).size, name).toBe(roles.length)
      expect(roles.every((role) => Role.options.includes(role))).toBe(true)
      expect(token === undefined || tokenScopes.includes(token)).toBe(true)
    }
  })

  test('every scope of a machine’s token opens something', () => {
    const used = names.map((name) => (rights[name] as Right).token)
    expect(tokenScopes.filter((scope) => !used.includes(scope))).toEqual([])
  })
})

describe('what is refused', () => {
  const listed = endpoints.flatMap(([name, { refusals }]) => refusals.map((code) => [name, code] as const))

  test('every refusal is worded, and every wording is some endpoint’s or common to all', () => {
    const known = new Set<string>([...commonRefusals, ...listed.map(([, code]) => code)])
    expect([...known].filter((code) => !(code in refusalWords))).toEqual([])
    expect(Object.keys(refusalWords).filter((code) => !known.has(code))).toEqual([])
  })

  test('an endpoint lists no refusal twice and none that is common to all', () => {
    const common: readonly string[] = commonRefusals
    expect(listed.filter(([, code]) => common.includes(code) && code !== 'too-large')).toEqual([])
    const keys = listed.map(([name, code]) => `${name} ${code}`)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  test('a refusal is an error to HTTP and one short sentence in each language', () => {
    for (const [code, { status, zh, en }] of Object.entries(refusalWords)) {
      expect(status, code).toBeGreaterThanOrEqual(400)
      expect(zh, code).toMatch(/\p{Script=Han}/u)
      expect(en, code).toMatch(/^[A-Z][^\p{Script=Han}]+[^.]$/u)
    }
  })
})

describe('docs/openapi.json', () => {
  const document = JSON.parse(JSON.stringify(openapi(version))) as Json
  const paths = document.paths as Record<string, Record<string, Json>>
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

  /** Every object of the document, with its place. */
  function walk(value: unknown, place = '#'): [string, Json][] {
    if (Array.isArray(value)) return value.flatMap((inner, i) => walk(inner, `${place}/${i}`))
    if (typeof value !== 'object' || value === null) return []
    return [
      [place, value as Json],
      ...Object.entries(value).flatMap(([key, inner]) =>
        walk(inner, `${place}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
      ),
    ]
  }
  const resolve = (ref: string): unknown =>
    ref
      .slice(2)
      .split('/')
      .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((inner, key) => (inner as Json | undefined)?.[key], document)

  test.runIf(existsSync(saved))('is the contract as it stands: run npm run openapi after changing it', () => {
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toEqual(document)
  })

  test('has every endpoint once, by its name', () => {
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual([...names].sort())
    expect(document.openapi).toMatch(/^3\.1\.\d$/)
    expect(document.info).toMatchObject({ title: expect.any(String), version })
  })

  test('every reference leads somewhere', () => {
    const refs = walk(document).flatMap(([place, object]) =>
      typeof object.$ref === 'string' ? [[place, object.$ref] as const] : [],
    )
    expect(refs.length).toBeGreaterThan(0)
    const lost = refs.filter(([, ref]) => !ref.startsWith('#/') || resolve(ref) === undefined)
    expect(lost).toEqual([])
  })

  test('every parameter of a path is declared, required, and nothing else is called a path parameter', () => {
    for (const { path, method, operation } of operations) {
      const declared = (operation.parameters as Json[]).filter((p) => p.in === 'path')
      const held = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1])
      expect(declared.map((p) => p.name).sort(), `${method} ${path}`).toEqual(held.sort())
      expect(declared.every((p) => p.required === true)).toBe(true)
      const keys = (operation.parameters as Json[]).map((p) => `${p.in} ${p.name}`)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('every response says what it is and has a known form', () => {
    for (const { operation } of operations) {
      const responses = operation.responses as Record<string, Json>
      for (const [status, response] of Object.entries(responses)) {
        if (status === 'default') {
          expect(response).toEqual({ $ref: '#/components/responses/Common' })
          continue
        }
        expect(status).toMatch(/^[2345]\d\d$/)
        expect(response.description).toEqual(expect.any(String))
        expect(Object.keys(response.content as Json).every((media) => /^[\w.+-]+\/[\w.+-]+$/.test(media))).toBe(true)
      }
    }
  })

  test('every schema is of a JSON kind, and what it requires it describes', () => {
    const kinds = ['string', 'number', 'integer', 'boolean', 'null', 'array', 'object']
    for (const [place, { type, required, properties }] of walk(document)) {
      if (!/\/schema(\/|$)/.test(place) || /\/(properties|default|const|enum|required)$/.test(place)) continue
      if (typeof type === 'string') expect(kinds, place).toContain(type)
      if (Array.isArray(required) && properties !== undefined)
        expect(
          required.filter((key) => !(String(key) in (properties as Json))),
          place,
        ).toEqual([])
    }
  })

  test('every kind of log-in that is asked for is described', () => {
    const known = Object.keys((document.components as { securitySchemes: Json }).securitySchemes)
    const asked = operations.flatMap(({ operation }) => (operation.security as Json[]).flatMap(Object.keys))
    expect(asked.filter((scheme) => !known.includes(scheme))).toEqual([])
  })
})
