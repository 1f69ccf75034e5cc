import { z } from 'zod'
import { Ownership, PlaceType, RequestType, RespondentType, Urgency } from '#domain/city/vocabulary.ts'
import { CategoryCode, RegionCode } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'
import { BothWords, Fact, RespondentSort, WordSpan } from './facts.ts'
import { FoundPlace } from './places.ts'

/** What every proposal says of itself. */
const ground = {
  probability: z.number().min(0).max(1),
  why: BothWords,
  words: z.array(WordSpan).readonly().describe('the words that speak for it'),
}

/** `sure`: the first may be offered for adoption by one key; otherwise a person chooses. */
const proposals = <Value extends z.ZodRawShape>(value: Value) =>
  z.object({
    sure: z.boolean(),
    suggestions: z
      .array(z.object({ ...value, ...ground }))
      .max(3)
      .readonly(),
  })

/** Ready for a field of the form: cut to what the field takes. */
const Excerpt = z.object({ text: z.string(), words: z.array(WordSpan).readonly() }).nullable()

export const Understanding = z.object({
  model: z.string().describe('what proposed the category'),
  requestType: proposals({ value: RequestType }),
  category: proposals({ category: CategoryCode, name: z.string(), path: z.string() }),
  urgency: proposals({ value: Urgency }),
  place: proposals({ place: FoundPlace, address: z.string().describe('for the address field, with house number') }),
  respondent: proposals({ name: z.string(), sort: RespondentSort }),
  placeType: proposals({ value: PlaceType }),
  ownership: proposals({ value: Ownership }),
  respondentType: proposals({ value: RespondentType }),
  hazard: z.object({ value: z.literal(true), ...ground }).nullable(),
  demand: Excerpt,
  occurredAt: Excerpt,
  facts: z.array(Fact).readonly().describe('in the order of the text, the title first'),
})
export type Understanding = z.infer<typeof Understanding>

/** The text is read and forgotten: neither logged nor stored, under no Idempotency-Key either. */
export const understand = {
  method: 'POST',
  path: '/understand',
  zh: '理解诉求文本：类型、分类、紧急程度、地点、被反映对象与要素',
  en: 'Read a text: type, category, urgency, place, respondent with probabilities, and the facts it states',
  body: z.object({
    title: z.string().max(200).default(''),
    content: z.string().max(5000).default(''),
    /** where the caller is known to be, or what the seat has chosen: like names elsewhere come after */
    region: RegionCode.nullable().default(null),
  }),
  reply: Understanding,
  refusals: [],
} as const satisfies Endpoint
