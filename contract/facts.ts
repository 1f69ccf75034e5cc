import { z } from 'zod'
import { RegionCode } from '#domain/ids.ts'

/** A stretch of the text the caller sent, in UTF-16 units as `slice` takes it; `to` is exclusive. */
const span = { field: z.enum(['title', 'content']), from: z.number().int().min(0), to: z.number().int().min(0) }

/** Words of the text that speak for something, and where they stand. */
export const WordSpan = z.object({ text: z.string(), ...span })
export type WordSpan = z.infer<typeof WordSpan>

/** A sentence for people, in both languages. */
export const BothWords = z.object({ zh: z.string(), en: z.string() })
export type BothWords = z.infer<typeof BothWords>

/** What a name means that is no place of the gazetteer. */
export const RespondentSort = z.enum([
  'company',
  'shop',
  'project',
  'school',
  'property',
  'hospital',
  'office',
  'vehicle',
])
export type RespondentSort = z.infer<typeof RespondentSort>

/** What endangers people or order, as words say it. */
export const SafetyClass = z.enum([
  'gas-leak',
  'fire',
  'explosion',
  'electric-leak',
  'collapse',
  'falling',
  'flood',
  'trapped',
  'injury',
  'poisoning',
  'self-harm',
  'violence',
  'group',
])
export type SafetyClass = z.infer<typeof SafetyClass>

export const Mood = z.enum(['angry', 'anxious', 'desperate', 'thankful'])
export type Mood = z.infer<typeof Mood>

export const PersonalKind = z.enum(['phone', 'identity', 'card', 'plate', 'mail'])
export type PersonalKind = z.infer<typeof PersonalKind>

/** Days as 2026-03-02, moments as 2026-03-02T22:00, 22:00 where no day is said; Asia/Shanghai, `to` is the last day meant. */
const TimeValue = z.object({ from: z.string().nullable(), to: z.string().nullable() })

/** How often, and between which times of the day; 24:00 and later hours of the next day come after `from`. */
const RecurrenceValue = z.object({
  every: z.enum(['hour', 'day', 'night', 'workday', 'weekend', 'week', 'month', 'year', 'often']),
  from: z.string().nullable().describe('22:00; null where no time of the day is said'),
  to: z.string().nullable(),
})

const DurationValue = z.object({
  amount: z.number(),
  unit: z.enum(['minute', 'hour', 'day', 'week', 'month', 'year']),
})

const PlaceValue = z.object({
  name: z.string().describe('as the gazetteer has it'),
  kind: z.string(),
  region: RegionCode,
  path: z.string().describe('district › town › community'),
  house: z.string().nullable().describe('house, building and room as said after the name; null: none'),
  typed: z.enum(['exact', 'alias', 'misspelled']),
})

const fact = <const Kind extends string, Value extends z.ZodType>(kind: Kind, value: Value) =>
  z.object({
    kind: z.literal(kind),
    text: z.string().describe('as said; of personal numbers only the mask'),
    ...span,
    value,
    words: BothWords.describe('the value for people'),
  })

/** What a text says of the matter, one piece each, with its place in the text and its value in one form for all wordings. */
export const Fact = z.discriminatedUnion('kind', [
  fact('place', PlaceValue),
  fact('respondent', z.object({ name: z.string(), sort: RespondentSort })),
  fact('time', TimeValue),
  fact('recurrence', RecurrenceValue),
  fact('duration', DurationValue),
  fact('amount', z.object({ yuan: z.number(), upTo: z.number().nullable(), about: z.boolean() })),
  fact('headcount', z.object({ count: z.number(), unit: z.enum(['person', 'household']), about: z.boolean() })),
  fact('personal', z.object({ kind: PersonalKind, masked: z.string() })),
  fact(
    'safety',
    z.object({
      class: SafetyClass,
      feared: z.boolean().describe('feared, asked about or guarded against: not said to be so'),
    }),
  ),
  fact('emotion', z.object({ mood: Mood, level: z.number().int().min(1).max(3) })),
  fact('demand', z.object({ form: z.enum(['request', 'question']) })),
])
export type Fact = z.infer<typeof Fact>
export type FactKind = Fact['kind']
