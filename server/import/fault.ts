import { maskPhone } from '#language/privacy/mask.ts'
import { redact } from '#language/privacy/redact.ts'
import { type Field, labelOf, personalKind } from './fields.ts'

/** Why a row was not taken: shown, and kept in `<FILE>.errors.csv`; `found` never carries personal data in clear. */
export type Fault = { row: number; column: string; found: string; expected: string }

const SHOWN = 80

export function shown(field: Field | null, value: string): string {
  const kind = personalKind(field)
  if (kind === 'name') return value === '' ? '' : `${value.slice(0, 1)}**`
  if (kind === 'phone') return maskPhone(value.slice(0, 40))
  if (kind === 'other') return value === '' ? '' : `${value.slice(0, 2)}***`
  // Cut after masking, or half an identity number would pass at the cut.
  const masked = redact(value.slice(0, 2000)).replace(/\s+/g, ' ')
  return masked.length > SHOWN ? `${masked.slice(0, SHOWN)}… (${value.length} characters)` : masked
}

export const faultAt = (row: number, field: Field | null, value: string | undefined, expected: string): Fault => ({
  row,
  column: field === null ? '' : labelOf(field),
  found: value === undefined ? '' : shown(field, value),
  expected,
})
