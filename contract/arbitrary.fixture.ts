import fc from 'fast-check'
import { z } from 'zod'

/**
 * Values by the name of the property they stand in: what a schema calls a string is often a code that must exist. An
 * enumeration needs no hint: it names its values itself.
 */
export type Hints = Readonly<Record<string, fc.Arbitrary<unknown>>>

type Schema = {
  $ref?: string
  $defs?: Record<string, Schema>
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  items?: Schema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
}

const SAID = [
  '路灯不亮,晚上很危险',
  '小区门口窨井盖缺失 13800001234',
  "'); drop table work_order; --",
  '<script>alert(1)</script>',
  '𠮷野家门口😀👨‍👩‍👧‍👦',
  'ＡＢＣ１２３',
  '\u202eright to left\u202c',
  '%_\\',
  '{{7*7}} %s %n',
  'null',
]

function text({ minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  const fit = (found: string) => found.slice(0, maxLength).padEnd(minLength, '字')
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...SAID).map(fit) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: Math.min(40, maxLength) }).map(fit) },
    { weight: 1, arbitrary: fc.constant('长'.repeat(maxLength)) },
  )
}

const moment = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())

function matching(schema: Schema): fc.Arbitrary<unknown> {
  switch (schema.format) {
    case 'date-time':
      return moment
    case 'date':
      return moment.map((at) => at.slice(0, 10))
    case 'email':
      return fc.constantFrom('a@mail.example', 'wang.xm+1@mail.example')
  }
  try {
    return fc.stringMatching(new RegExp(schema.pattern ?? '', 'u'))
  } catch {
    return text(schema)
  }
}

const number = ({ type, minimum = -1e6, maximum = 1e6 }: Schema): fc.Arbitrary<unknown> =>
  type === 'integer'
    ? fc.integer({ min: Math.max(minimum, -1e6), max: Math.min(maximum, 1e6) })
    : fc.double({ min: Math.max(minimum, -1e6), max: Math.min(maximum, 1e6), noNaN: true })

/** A free text's own pattern only keeps control characters out; every other pattern shapes the whole string. */
const isShaped = ({ pattern, format }: Schema) =>
  format !== undefined || (pattern !== undefined && !pattern.includes('u0000'))

/**
 * Walks a schema, as zod tells it to OpenAPI, to values that fit it. `spoil`, if given, stands now and then in the place of
 * any part, so that a value is almost right: the kind of wrong that gets far.
 */
function walk(schema: Schema, root: Schema, name: string, hints: Hints, spoil?: fc.Arbitrary<unknown>) {
  const hint = hints[name]
  const own = hint === undefined || schema.enum !== undefined ? fitting(schema, root, name, hints, spoil) : hint
  return spoil === undefined
    ? own
    : fc.oneof({ weight: 30, arbitrary: own }, { weight: 1, arbitrary: spoil }, { weight: 1, arbitrary: own })
}

function fitting(
  schema: Schema,
  root: Schema,
  name: string,
  hints: Hints,
  spoil?: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const inner = (part: Schema, key = name) => walk(part, root, key, hints, spoil)
  if (schema.$ref !== undefined) return inner(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? root)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => inner(choice)))
  const { type } = schema
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => inner({ ...schema, type: one })))
  switch (type) {
    case 'object':
      return record(schema, inner)
    case 'array':
      return list(schema, inner)
    case 'string':
      return isShaped(schema) ? matching(schema) : text(schema)
    case 'number':
    case 'integer':
      return number(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.constantFrom<unknown>('x', 1, null)
  }
}

function record(
  { properties = {}, required = [] }: Schema,
  inner: (part: Schema, key: string) => fc.Arbitrary<unknown>,
) {
  const parts = Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, inner(part, key)]))
  const optional = Object.keys(parts).filter((key) => !required.includes(key))
  return fc.record(parts, { requiredKeys: Object.keys(parts).filter((key) => !optional.includes(key)) })
}

function list({ items = {}, minItems = 0, maxItems = 3 }: Schema, inner: (part: Schema) => fc.Arbitrary<unknown>) {
  return fc.array(inner(items), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 3)) })
}

export function arbitraryOf(
  schema: z.ZodType,
  hints: Hints = {},
  spoil?: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  return walk(root, root, '', hints, spoil)
}

/** One value that the schema itself takes, the same at every run. */
export function oneOf(schema: z.ZodType, hints: Hints = {}): unknown {
  const found = fc.sample(arbitraryOf(schema, hints), { numRuns: 60, seed: 12345 })
  const good = found.find((value) => schema.safeParse(value).success)
  if (good === undefined) throw new Error(`no fitting value was found, only ${JSON.stringify(found[0])}`)
  return good
}
