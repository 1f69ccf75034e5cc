import { z } from 'zod'
import { SlaMatch, type SlaProfile } from '#domain/city/city.ts'
import { CLOCK_COLUMNS, type PartRow } from '#domain/city/part.ts'
import { Limit } from '#domain/deadline/limit.ts'
import { CategoryCode } from '#domain/ids.ts'
import { flag, listOf } from './cells.ts'

/** A time-limit profile as a row of a table: `sla.json` nests, a spreadsheet does not. */

/** `24 hour`, `3 working-day` */
const limitCell = (limit: Limit | undefined): string => (limit === undefined ? '' : `${limit.amount} ${limit.unit}`)

const WANTED = 'a number and minute, hour, working-hour or working-day, such as "24 hour"'

const limit = z.string().transform((text, context): Limit | undefined => {
  if (text === '') return undefined
  const [, amount, unit] = /^(\d+(?:\.\d+)?) ?([a-z-]+)$/.exec(text) ?? []
  const parsed = Limit.safeParse({ amount: Number(amount), unit })
  if (parsed.success) return parsed.data
  const message = parsed.error.issues.find((issue) => issue.code === 'custom')?.message
  context.addIssue({ code: 'custom', message: message ?? WANTED })
  return z.NEVER
})

const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform((): undefined => undefined), schema])

/** Keys without a value do not exist: a match with a key tests it. */
const given = <T extends Record<string, unknown>>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

const clocks = {
  C1: limit,
  C2: limit,
  C3: limit,
  C4: limit,
  C5: limit,
  C6: limit,
  C7: limit,
  C8: limit,
  C9: limit,
  C10: limit,
} satisfies Record<(typeof CLOCK_COLUMNS)[number], typeof limit>

export const SlaRow = z
  .object({
    code: z.string().min(1, 'a code'),
    name: z.string().min(1, 'a name'),
    kind: orNothing(SlaMatch.shape.kind.unwrap()),
    requestType: orNothing(SlaMatch.shape.requestType.unwrap()),
    hazard: orNothing(flag),
    categories: listOf(CategoryCode).transform((codes) => (codes.length === 0 ? undefined : codes)),
    tag: orNothing(z.string()),
    handling: orNothing(SlaMatch.shape.handling.unwrap()),
    ...clocks,
    extensionTimes: z.string().regex(/^\d*$/, 'how often, a whole number, or nothing'),
    extensionTotal: limit,
    basis: z.string().min(1, 'the local rule it comes from'),
  })
  .transform((row, context): SlaProfile => {
    const { code, name, kind, requestType, hazard, categories, tag, handling, basis } = row
    const { extensionTimes, extensionTotal, ...rest } = row
    if ((extensionTimes === '') !== (extensionTotal === undefined))
      context.addIssue({
        code: 'custom',
        path: ['extensionTotal'],
        message: 'how often and how long in all, both or neither',
      })
    return {
      code,
      name,
      match: SlaMatch.parse(given({ kind, requestType, hazard, categories, tag, handling })),
      limits: given(Object.fromEntries(CLOCK_COLUMNS.map((clock) => [clock, rest[clock]]))),
      extension: extensionTotal === undefined ? null : { times: Number(extensionTimes), total: extensionTotal },
      basis,
    }
  })

export const cellsOfSla = ({ code, name, match, limits, extension, basis }: SlaProfile): PartRow => ({
  code,
  name,
  kind: match.kind ?? '',
  requestType: match.requestType ?? '',
  hazard: match.hazard === undefined ? '' : match.hazard ? '1' : '0',
  categories: (match.categories ?? []).join(';'),
  tag: match.tag ?? '',
  handling: match.handling ?? '',
  ...Object.fromEntries(CLOCK_COLUMNS.map((clock) => [clock, limitCell(limits[clock])])),
  extensionTimes: extension === null ? '' : String(extension.times),
  extensionTotal: limitCell(extension?.total),
  basis,
})
