import { z } from 'zod'
import {
  AppellantType,
  Confidential,
  Kind,
  Ownership,
  PlaceType,
  RequestType,
  RespondentType,
  Urgency,
} from '../city/vocabulary.ts'
import { CategoryCode, RegionCode } from '../ids.ts'

/** Free text as people paste it: no control characters except line breaks and tabs, trimmed, bounded. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, 'no control characters')

/** Bodies and files carry text under these bounds; domain.md §3.3 gives the lengths. */
export const shortText = (max: number) => text(max).min(1)
export const optionalText = (max: number) => text(max).nullable().default(null)

/** A number another system gave the same request, e.g. the city's upstream 12345; unique per system. */
export const ExternalNo = z.object({ system: shortText(40), no: shortText(80) })
export type ExternalNo = z.infer<typeof ExternalNo>

/** What is asked, without who asks: this part travels with the order; the identity stays in the vault. */
export const PublicRequest = z.object({
  requestType: RequestType,
  title: shortText(50),
  content: shortText(2000),
  demand: optionalText(300),
  /** null until somebody, or the classifier, knows */
  category: CategoryCode.nullable().default(null),
  kind: Kind,
  urgency: Urgency.default('normal'),
  hazard: z.boolean().default(false),
  tags: z.array(shortText(40)).max(20).default([]),
  respondentName: optionalText(100),
  /** null: nobody said; a rule that asks for it does not speak then */
  respondentType: RespondentType.nullable().default(null),
  placeType: PlaceType.nullable().default(null),
  ownership: Ownership.nullable().default(null),
  occurredAt: optionalText(100),
  address: optionalText(200),
  region: RegionCode,
  lng: z.number().min(-180).max(180).nullable().default(null),
  lat: z.number().min(-90).max(90).nullable().default(null),
  appellantType: AppellantType.default('person'),
  appellantTags: z.array(shortText(20)).max(10).default([]),
  confidential: Confidential,
  anonymous: z.boolean().default(false),
  replyWanted: z.boolean().default(true),
  contactWindow: optionalText(100),
  external: ExternalNo.nullable().default(null),
})
export type PublicRequest = z.infer<typeof PublicRequest>

/**
 * A request as an older log has it, from before these were asked; logs are not parsed again when they are read. Every
 * reading of an order begins with one, so what is whole is not copied.
 */
export const asKept = (request: PublicRequest): PublicRequest =>
  'placeType' in request && 'ownership' in request && 'respondentType' in request
    ? request
    : { ...{ placeType: null, ownership: null, respondentType: null }, ...(request as PublicRequest) }

/** Mainland mobile or landline with area code, digits only after normalisation; other numbers pass as 5–20 digits. */
export const Phone = z
  .string()
  .transform((raw) => raw.replace(/[\s\-()（）]/g, '').replace(/^\+?86(?=1\d{10}$)/, ''))
  .pipe(z.string().regex(/^\+?\d{5,20}$/, 'a phone number of 5 to 20 digits'))

/** Who asks. Encrypted as one record; never part of an event, a log line, a URL or a list. */
export const Appellant = z.object({
  name: optionalText(50),
  gender: z.enum(['male', 'female', 'unknown']).default('unknown'),
  callerPhone: Phone.nullable().default(null),
  contactPhone: Phone.nullable().default(null),
  email: z.email().max(120).nullable().default(null),
  idNumber: z
    .string()
    .regex(/^\d{17}[\dXx]$/, 'an 18-character identity number')
    .nullable()
    .default(null),
  enterpriseName: optionalText(100),
  creditCode: optionalText(18),
})
export type Appellant = z.infer<typeof Appellant>
