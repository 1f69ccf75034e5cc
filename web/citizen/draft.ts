import type { RequestType } from '#domain/city/vocabulary.ts'
import type { Body } from './ask.ts'

/**
 * Where it is, once it is known down to a town. Understood from the words of the address it goes when those change; put by
 * hand (map, own position, list of towns) it stays.
 */
export type Spot = { by: 'words' | 'hand'; region: string; path: string; lng: number | null; lat: number | null }
export type Photo = { id: string; name: string }

export type Draft = {
  /** Idempotency-Key: made with the draft and kept with it, so that however often it is sent it is one order */
  key: string
  text: string
  type: RequestType
  address: string
  spot: Spot | null
  phone: string
  name: string
  hidePhone: boolean
  anonymous: boolean
  photos: readonly Photo[]
}

export const TEXT_MAX = 2000
export const PHOTOS_MAX = 9

/** 128 bits; `crypto.randomUUID` is missing where a city serves these pages without TLS inside its own network. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const newDraft = (): Draft => ({
  key: newKey(),
  text: '',
  type: 'help',
  address: '',
  spot: null,
  phone: '',
  name: '',
  hidePhone: true,
  anonymous: false,
  photos: [],
})

export const isBlank = ({ text, address, phone, name, photos }: Draft): boolean =>
  `${text}${address}${phone}${name}`.trim() === '' && photos.length === 0

export type Lack = 'text' | 'text-long' | 'place' | 'phone' | 'phone-wrong'

/** 5 to 20 digits, as the contract takes them; spaces and dashes are how people write. */
const isPhone = (typed: string): boolean => /^\+?\d{5,20}$/.test(typed.replace(/[\s\-()（）]/g, ''))

/** What is still missing, in the order of the page. */
export function lacksOf(draft: Draft): Lack[] {
  const lacks: Lack[] = []
  if (draft.text.trim() === '') lacks.push('text')
  if (draft.text.trim().length > TEXT_MAX) lacks.push('text-long')
  if (draft.spot === null) lacks.push('place')
  if (!draft.anonymous && draft.phone.trim() === '') lacks.push('phone')
  if (!draft.anonymous && draft.phone.trim() !== '' && !isPhone(draft.phone)) lacks.push('phone-wrong')
  return lacks
}

/** What no keyboard types but a paste may bring, and what the server refuses: control characters, halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is left out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g
export const cleanText = (text: string): string => text.replace(CONTROL, '').toWellFormed().trim()
const orNull = (text: string): string | null => (cleanText(text) === '' ? null : cleanText(text))

/** As the contract takes it. Always made from the draft alone: a repeated sending has to be the same to the letter. */
export function bodyOf(draft: Draft): Body<'citizenSubmit'> {
  const { spot, anonymous } = draft
  return {
    request: {
      requestType: draft.type,
      content: cleanText(draft.text),
      region: spot?.region ?? '',
      address: orNull(draft.address.slice(0, 200)),
      lng: spot?.lng ?? null,
      lat: spot?.lat ?? null,
      confidential: anonymous ? 'all' : draft.hidePhone ? 'contact' : 'none',
      anonymous,
    },
    appellant: anonymous ? {} : { contactPhone: draft.phone, name: orNull(draft.name.slice(0, 50)) },
  }
}
