/** Spans of the day that offices speak of; any other costs the learner more. */
export const USUAL_SPANS: readonly (readonly [from: number, to: number])[] = [
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
export const spanText = (from: number, to: number): string => `${two(from)}:00-${two(to)}:00`

export function inSpan(hour: number, span: string): boolean {
  const [from, to] = [Number(span.slice(0, 2)), Number(span.slice(6, 8))]
  return from < to ? hour >= from && hour < to : hour >= from || hour < to
}

type Spans = { usual: string | null; any: string | null }

/** The span in which the weights of the hours come to most, among the usual ones and among all of 2 to 14 hours. */
export function bestSpans(byHour: readonly number[]): Spans {
  const best = { usual: { sum: 0, span: null as string | null }, any: { sum: 0, span: null as string | null } }
  const offer = (kind: 'usual' | 'any', from: number, to: number, sum: number) => {
    if (sum > best[kind].sum) best[kind] = { sum, span: spanText(from, to) }
  }
  const sumOf = (from: number, hours: number) => {
    let sum = 0
    for (let i = 0; i < hours; i++) sum += byHour[(from + i) % 24] ?? 0
    return sum
  }
  for (const [from, to] of USUAL_SPANS) offer('usual', from, to, sumOf(from, (to - from + 24) % 24))
  for (let from = 0; from < 24; from++)
    for (let hours = 2; hours <= 14; hours++) offer('any', from, (from + hours) % 24, sumOf(from, hours))
  return { usual: best.usual.span, any: best.any.span }
}
