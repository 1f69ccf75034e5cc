import type { DispatchRule } from '../city/city.ts'

/** `22:30` is 1350. */
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
/** `11-15` is 1115. */
const monthDayOf = (day: string): number => Number(day.slice(0, 2)) * 100 + Number(day.slice(3, 5))

/** Inclusive edges; `to` before `from` means over the turn of the day or the year. */
type Span = { from: number; to: number }

export const within = ({ from, to }: Span, at: number): boolean =>
  from <= to ? at >= from && at <= to : at >= from || at <= to

/** The minutes of a day that a rule speaks in; the end named by people is the first minute after. */
export function minutesOf({ from, to }: NonNullable<DispatchRule['timeOfDay']>): Span {
  const [first, end] = [minuteOf(from) % 1440, minuteOf(to)]
  return { from: first, to: (end + 1439) % 1440 }
}

export const daysOf = ({ from, to }: NonNullable<DispatchRule['season']>): Span => ({
  from: monthDayOf(from),
  to: monthDayOf(to),
})

/** A moment of both spans, or null: two arcs of a circle meet if and only if one begins inside the other. */
export function meeting(one: Span | null, other: Span | null): number | null {
  if (one === null || other === null) return (one ?? other)?.from ?? 0
  if (within(other, one.from)) return one.from
  return within(one, other.from) ? other.from : null
}

/** Whether every moment of `inner` is one of `outer`. */
export const covers = (outer: Span | null, inner: Span | null, last: number): boolean => {
  if (outer === null) return true
  const [from, to] = inner === null ? [0, last] : [inner.from, inner.to]
  if (!within(outer, from) || !within(outer, to)) return false
  const length = (span: Span) => (span.to - span.from + last + 1) % (last + 1)
  return length({ from, to }) <= length(outer)
}
