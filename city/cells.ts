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

const territory = z
  .enum(['@district', '@town', '@community'])
  .transform((text) => LeadResolver.parse({ territorial: text.slice(1) }))

const named = z
  .string()
  .regex(/^[^@]/, 'a unit id, or @district, @town, @community')
  .transform((unit) => LeadResolver.parse({ unit }))

/** `housing` is that unit; `@town` is the town or street office in whose area the place lies. */
export const resolver: z.ZodType<LeadResolver, string> = z.union([territory, named])
