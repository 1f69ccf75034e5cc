import type { Span } from '../text/span.ts'

/** What is personal in a text. `room`: the house or room part of a home address; `identity`: also passports. */
export const PERSONAL_KINDS = ['mobile', 'landline', 'identity', 'card', 'plate', 'mail', 'name', 'room'] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** One piece of personal data in a text, in UTF-16 units; `to` is exclusive. */
export type Personal = Span & { kind: PersonalKind }

/** Full-width forms narrowed one for one, so that positions stay those of the text. Longer texts than one field: fine. */
export const narrowed = (text: string): string =>
  /[\uff01-\uff5e\u3000]/.test(text)
    ? text.replace(/[\uff01-\uff5e\u3000]/g, (c) =>
        c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
      )
    : text
