import { z } from 'zod'
import { Category, NotAcceptedReason, Region, SlaProfile, Unit } from '#domain/city/city.ts'
import { Day } from '#domain/ids.ts'
import { measures } from '#domain/measures/delta.ts'
import type { Endpoint } from './endpoint.ts'

/** `室温不达标` is also found by `swbdb`; worked out here so that no browser needs a table of pinyin. */
const Initials = { initials: z.string() }

export const getCity = {
  method: 'GET',
  path: '/city',
  zh: '城市基础数据',
  en: 'The city’s taxonomy, regions, units, limits and reasons',
  reply: z.object({
    id: z.string(),
    name: z.string(),
    taxonomyVersion: z.string(),
    ruleVersion: z.string(),
    categories: z.array(Category.extend(Initials)),
    regions: z.array(Region),
    units: z.array(Unit.extend(Initials)),
    slaProfiles: z.array(SlaProfile),
    notAcceptedReasons: z.array(NotAcceptedReason),
  }),
  refusals: [],
} as const satisfies Endpoint

export const Dimension = z.enum(['all', 'channel', 'type', 'l1', 'l2', 'l3', 'district', 'town', 'unit', 'light'])
export type Dimension = z.infer<typeof Dimension>

export const getFigures = {
  method: 'GET',
  path: '/figures',
  zh: '统计数',
  en: 'Counts of a measure by day and one dimension; rates come as two counts',
  query: z.object({
    measure: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(z.enum(measures)).min(1)),
    by: Dimension.default('all'),
    key: z.string().max(64).optional(),
    from: Day.optional(),
    to: Day.optional(),
    daily: z.enum(['yes', 'no']).default('no'),
  }),
  reply: z.object({
    cutoff: z.iso.datetime(),
    rows: z.array(
      z.object({
        measure: z.enum(measures),
        key: z.string(),
        name: z.string().nullable(),
        day: Day.nullable(),
        n: z.number().int(),
      }),
    ),
  }),
  refusals: [],
} as const satisfies Endpoint
