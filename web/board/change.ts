/** Below this many cases a percentage says more than is known (look.md §6). */
export const FEW = 10

type Change = { words: string; strong: boolean }

const signed = (n: number, digits: number): string =>
  `${n > 0 ? '+' : n < 0 ? '−' : ''}${Math.abs(n).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`

/** Against the earlier day: a signed percentage, or with few cases the difference itself; half and more stands out. */
export function changeOf(today: number, before: number): Change {
  if (before < FEW) return { words: signed(today - before, 0), strong: false }
  const percent = ((today - before) / before) * 100
  return { words: `${signed(percent, 1)} %`, strong: Math.abs(percent) >= 50 }
}

/** A share in percent with one decimal; of few cases none. */
export const shareOf = (part: number, of: number): string | null =>
  of < FEW ? null : `${((part / of) * 100).toFixed(1)} %`

export const count = (n: number): string => n.toLocaleString('en')

/** Fixed steps of colour by the size of the city's day, so that two days can be compared by eye. */
export function breaksFor(most: number): readonly [number, number, number, number] {
  if (most < 8) return [2, 3, 4, 6]
  if (most < 24) return [3, 6, 10, 16]
  if (most < 160) return [10, 20, 35, 60]
  return [40, 80, 140, 240]
}
