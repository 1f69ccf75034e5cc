import { z } from 'zod'
import { LeadResolver } from '#domain/city/city.ts'

/** How the cells of a table spell what is not text: all of them start as the text between two commas. */

/** An empty cell is null. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => null), schema])

/** `a;b;c`; an empty cell is the empty list. */
export const listOf = <Value>(schema: z.ZodType<Value, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(schema))

/** `1` or `0` */
export const flag = z.enum(['0', '1'], '0 or 1').transform((text) => text === '1')

/** Tables from before the column existed have no such cell: what stands in them is open. */
export const openFlag = z
  .enum(['', '0', '1'], '0 or 1')
  .transform((text) => text !== '0')
  .default(true)

export const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'a number')
  .transform(Number)

/** `22:00~06:00`: from one edge to the other; over midnight or New Year where the second comes first. */
export const spanCell = <Span extends { from: string; to: string }>(
  schema: z.ZodType<Span, { from: string; to: string }>,
  expected: string,
) =>
  z
    .string()
    .regex(/^[^~]+~[^~]+$/, expected)
    .transform((text) => {
      const [from = '', to = ''] = text.split('~').map((part) => part.trim())
      return { from, to }
    })
    .pipe(schema)

const WORDS = {
  '@district': { territorial: 'district' },
  '@town': { territorial: 'town' },
  '@community': { territorial: 'community' },
  '@industry': { industry: true },
  '@owner': { owner: true },
} as const

const byWord = z
  .enum(['@district', '@town', '@community', '@industry', '@owner'])
  .transform((text) => LeadResolver.parse(WORDS[text]))

const named = z
  .string()
  .regex(/^[^@]/, 'a unit id, or @district, @town, @community, @industry, @owner')
  .transform((unit) => LeadResolver.parse({ unit }))

/**
 * `housing` is that unit; `@town` the town or street office in whose area the place lies; `@industry` the unit that leads
 * the category; `@owner` whoever owns the thing, by the policy's owners.
 */
export const resolver: z.ZodType<LeadResolver, string> = z.union([byWord, named])
