import type { FieldSpan } from '#language/text/span.ts'

/** One of the two texts of a request, with what was found in it. */
export type Field<Found> = { field: FieldSpan['field']; text: string; found: Found }

export const spanOf = (
  { field, text }: Pick<Field<unknown>, 'field' | 'text'>,
  { from, to }: { from: number; to: number },
) => ({
  text: text.slice(from, to),
  field,
  from,
  to,
})
