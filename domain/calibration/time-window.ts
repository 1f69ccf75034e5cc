/** Spans of the day that offices speak of; of any other nobody would make a rule, and few that fit the cases are true. */
const USUAL_SPANS: readonly (readonly [from: number, to: number])[] = [
  [22, 6],
  [20, 6],
  [18, 8],
  [21, 7],
  [23, 6],
  [22, 7],
  [22, 8],
  [19, 7],
  [0, 6],
  [12, 14],
  [6, 22],
  [8, 18],
]

const two = (hour: number): string => String(hour).padStart(2, '0')
const spanText = (from: number, to: number): string => `${two(from)}:00-${two(to)}:00`

export function inSpan(hour: number, span: string): boolean {
  const [from, to] = [Number(span.slice(0, 2)), Number(span.slice(6, 8))]
  return from < to ? hour >= from && hour < to : hour >= from || hour < to
}

/** The span in which the weights of the hours come to most; null where none comes to more than nothing. */
export function bestSpan(byHour: readonly number[]): string | null {
  let best = { sum: 0, span: null as string | null }
  for (const [from, to] of USUAL_SPANS) {
    const hours = (to - from + 24) % 24
    const sum = Array.from({ length: hours }, (_, i) => byHour[(from + i) % 24] ?? 0).reduce((a, b) => a + b, 0)
    if (sum > best.sum) best = { sum, span: spanText(from, to) }
  }
  return best.span
}
