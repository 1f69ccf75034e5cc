import { Day } from '../ids.ts'

const DAY_MS = 86_400_000
/** A leap year. */
const MOST_DAYS = 366

type Period = { from: Day; to: Day }
export type PeriodRefusal = 'period-reversed' | 'period-too-long'

const plus = (day: Day, days: number): Day =>
  Day.parse(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10))

export const daysOf = ({ from, to }: Period): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1

/** Why these two days are no period to count; null: they are. */
export function periodRefused(period: Period): PeriodRefusal | null {
  const days = daysOf(period)
  return days < 1 ? 'period-reversed' : days > MOST_DAYS ? 'period-too-long' : null
}

/** As many days, ending the day before: what a figure is set against. */
export function periodBefore({ from, to }: Period): Period {
  const days = daysOf({ from, to })
  return { from: plus(from, -days), to: plus(from, -1) }
}

/** The last so many days up to one of them. */
export const lastDays = (to: Day, days: number): Period => ({ from: plus(to, 1 - days), to })
