import type { Span } from './calendar.ts'

const shape = /^([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/

/** `08:30-12:00;14:30-18:00` → minutes from midnight. Expects what `spanProblem` has passed. */
export const spansOf = (text: string): Span[] =>
  text.split(';').map((part) => ({ from: minuteOf(part.slice(0, 5)), to: minuteOf(part.slice(6)) }))

/** What is wrong with the text of a day's spans, as what was expected; null if nothing is. */
export function spanProblem(text: string): string | null {
  const odd = text.split(';').find((part) => !shape.test(part))
  if (odd !== undefined) return `spans are written "08:30-12:00;14:00-17:30", not "${odd}"`
  let closedAt = 0
  for (const span of spansOf(text)) {
    if (span.to > 1440) return `a span ends at 24:00 at the latest, in "${text}"`
    if (span.from >= span.to)
      return `a span opens before it closes (a night is "00:00-06:00;22:00-24:00"), in "${text}"`
    if (span.from < closedAt) return `spans come in order and do not overlap, in "${text}"`
    closedAt = span.to
  }
  return null
}

const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))
