import { z } from 'zod'
import type { acceptOrder } from '#contract/accept.ts'
import type { FoundPlace, PlaceAt } from '#contract/places.ts'
import { Phone } from '#domain/accept/request.ts'
import { TOWN_DIGITS } from '#domain/accept/submit-order.ts'
import {
  AppellantType,
  Confidential,
  Ownership,
  PlaceType,
  RequestType,
  RespondentType,
  Urgency,
} from '#domain/city/vocabulary.ts'
import type { Sendable } from '../send.ts'

const Step = z.object({ code: z.string(), name: z.string() })

/** Where it is, once it is known: by choosing a name or a point on the map. */
const FormPlace = z.object({
  name: z.string(),
  region: z.string(),
  path: z.array(Step),
  grid: Step.nullable(),
  lng: z.number(),
  lat: z.number(),
})
type FormPlace = z.infer<typeof FormPlace>

/** What the seat has written, as the draft keeps it. Texts are as typed; bounds and trims are the contract's. */
export const SeatForm = z.object({
  callId: z.string().nullable(),
  callerPhone: z.string(),
  type: RequestType.nullable(),
  name: z.string(),
  gender: z.enum(['male', 'female', 'unknown']),
  appellantType: AppellantType,
  contactPhone: z.string(),
  contactWindow: z.string(),
  address: z.string(),
  place: FormPlace.nullable(),
  /** what decides whose duty it is; a draft from before has none of the three */
  placeType: PlaceType.nullable().default(null),
  ownership: Ownership.nullable().default(null),
  respondentType: RespondentType.nullable().default(null),
  title: z.string(),
  content: z.string(),
  demand: z.string(),
  category: z.string().nullable(),
  urgency: Urgency,
  /** a draft from before this field was there has none */
  hazard: z.boolean().default(false),
  replyWanted: z.boolean(),
  anonymous: z.boolean(),
  confidential: Confidential.nullable(),
  care: z.boolean(),
  respondent: z.string(),
  occurredAt: z.string(),
  merge: z.string().nullable(),
  notSame: z.array(z.string()),
  /** Idempotency-Key of this matter: a second Ctrl+Enter and a second try after a lost reply are the same order */
  sendKey: z.string(),
})
export type SeatForm = z.infer<typeof SeatForm>

export const EMPTY: SeatForm = {
  callId: null,
  callerPhone: '',
  type: null,
  name: '',
  gender: 'unknown',
  appellantType: 'person',
  contactPhone: '',
  contactWindow: '',
  address: '',
  place: null,
  placeType: null,
  ownership: null,
  respondentType: null,
  title: '',
  content: '',
  demand: '',
  category: null,
  urgency: 'normal',
  hazard: false,
  replyWanted: true,
  anonymous: false,
  confidential: null,
  care: false,
  respondent: '',
  occurredAt: '',
  merge: null,
  notSame: [],
  sendKey: '',
}

/** Lengths of domain/accept/request.ts, by field. */
export const MAX = { title: 50, content: 2000, demand: 300, address: 200, name: 50, window: 100, respondent: 100 }

/** Cut at the bound, and never through the middle of a character. */
export function cut(text: string, max: number): string {
  const short = text.slice(0, max)
  return short.isWellFormed() ? short : short.slice(0, -1)
}

/** 张先生 says what 性别 would ask. */
export function genderOf(name: string): SeatForm['gender'] | null {
  if (/(女士|小姐|阿姨|大妈|奶奶|太太)$/.test(name.trim())) return 'female'
  return /(先生|大爷|师傅|叔叔|爷爷)$/.test(name.trim()) ? 'male' : null
}

export const placeFound = ({ name, region, path, grid, lng, lat }: FoundPlace): FormPlace => ({
  name,
  region,
  path: path.map(({ code, name: step }) => ({ code, name: step })),
  grid: grid === null ? null : { code: grid.code, name: grid.name },
  lng,
  lat,
})

/** A point outside the city is no place of ours. */
export function placePointed({ lng, lat, region, path, grid, nearest }: PlaceAt): FormPlace | null {
  if (region === null) return null
  const steps = path.map(({ code, name }) => ({ code, name }))
  const name = nearest !== null && nearest.metres <= 150 ? nearest.name : (steps.at(-1)?.name ?? '')
  return { name, region, path: steps, grid: grid === null ? null : { code: grid.code, name: grid.name }, lng, lat }
}

export type Outcome = 'submit' | 'review' | 'answer' | 'decline' | 'transfer'
export type Lack = 'type' | 'contact' | 'phone' | 'place' | 'content' | 'category'

const isPhone = (text: string): boolean => Phone.safeParse(text).success

/** What is still needed for this outcome, in the order of the form: the same conditions as the server's decisions ask. */
export function lacking(form: SeatForm, outcome: Outcome): readonly Lack[] {
  const lacks: Lack[] = []
  const handled = outcome === 'submit' || outcome === 'review'
  if (form.type === null) lacks.push('type')
  const phones = [form.callerPhone, form.contactPhone].filter((phone) => phone.trim() !== '')
  if (phones.some((phone) => !isPhone(phone))) lacks.push('phone')
  else if (handled && phones.length === 0 && !form.anonymous) lacks.push('contact')
  if (handled && (form.place === null || form.place.region.length < TOWN_DIGITS)) lacks.push('place')
  if (form.content.trim() === '' && outcome !== 'transfer') lacks.push('content')
  if (outcome === 'submit' && form.category === null) lacks.push('category')
  return lacks
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

type Body = Sendable<typeof acceptOrder>['body']

/** The form as the contract takes it. `fallback` is the city itself, for a matter that is settled at the desk without a place. */
export function bodyOf(form: SeatForm, outcome: NonNullable<Body['outcome']>, fallback: string, words: string): Body {
  const { place } = form
  return {
    channel: 'phone',
    request: {
      requestType: form.type ?? 'other',
      ...(form.title.trim() === '' ? {} : { title: form.title.trim() }),
      content: orNull(form.content) ?? words,
      demand: orNull(form.demand),
      category: form.category,
      urgency: form.urgency,
      ...(form.hazard ? { hazard: true } : {}),
      respondentName: orNull(form.respondent),
      respondentType: form.respondentType,
      placeType: form.placeType,
      ownership: form.ownership,
      occurredAt: orNull(form.occurredAt),
      address: orNull(form.address),
      region: place?.region ?? fallback,
      lng: place?.lng ?? null,
      lat: place?.lat ?? null,
      appellantType: form.appellantType,
      appellantTags: form.care ? ['老幼病残孕'] : [],
      ...(form.confidential === null ? {} : { confidential: form.confidential }),
      anonymous: form.anonymous,
      replyWanted: form.replyWanted,
      contactWindow: orNull(form.contactWindow),
    },
    appellant: {
      name: form.anonymous ? null : orNull(form.name),
      gender: form.gender,
      callerPhone: orNull(form.callerPhone),
      contactPhone: orNull(form.contactPhone),
    },
    outcome,
  }
}

/** Nothing of a matter has been written yet, so a new call may begin here; a name alone came with the caller. */
export const isBlank = (form: SeatForm): boolean =>
  [form.address, form.title, form.content, form.demand, form.respondent].every((text) => text === '') &&
  form.type === null &&
  form.category === null

const TITLE_CHARS = 40
/** The title that the server gives where none is written. */
export const titleOf = (form: SeatForm): string =>
  orNull(form.title) ?? cut(form.content.trim().replace(/\s+/g, ' '), TITLE_CHARS)
