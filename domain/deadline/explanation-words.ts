import { type Day, type Instant, msOf } from '../ids.ts'
import { dayNumberAt, dayNumberOf, dayTextOf, minuteOfDay, timeTextOf, weekdayOf } from './civil-time.ts'
import type { Explanation } from './explain.ts'
import { explanationEn } from './explanation-en.ts'
import type { Phrases } from './explanation-phrases.ts'
import { type Run, runsOf } from './explanation-runs.ts'
import { explanationZh } from './explanation-zh.ts'

const languages: Record<'zh' | 'en', Phrases> = { zh: explanationZh, en: explanationEn }

/** The arithmetic in one or two plain sentences, in Shanghai time; seconds are left out. */
export function words(explanation: Explanation, language: 'zh' | 'en'): string {
  const phrases = languages[language]
  const { limit, from, computed, due, unknownYears } = explanation
  const year = dayTextOf(dayNumberAt(msOf(from))).slice(0, 4)
  const start = momentText(from, '')
  const isNatural = limit.unit === 'minute' || limit.unit === 'hour'
  const sentence = isNatural
    ? phrases.natural(start, limit, momentText(computed, year))
    : phrases.opening(start, limit) +
      phrases.clauses(
        runsOf(explanation.steps).map((run) => clauseOf(run, phrases, year)),
        limit.unit === 'working-day' ? endText(computed).time : endMomentText(computed, year),
      )
  const otherwise =
    due === computed ? '' : phrases.setOtherwise(isNatural ? momentText(due, year) : endMomentText(due, year))
  return sentence + otherwise + (unknownYears.length === 0 ? '' : phrases.provisional(unknownYears))
}

function clauseOf(run: Run, phrases: Phrases, year: string): string {
  const { step } = run
  const first = dayText(run.first, year)
  const days = run.days === 1 ? first : phrases.range(first, dayText(run.last, year))
  switch (step.reason.kind) {
    case 'start-day':
      return phrases.startDay
    case 'weekend':
      return phrases.weekend(days, run.weekend ? 'saturday-sunday' : 'other')
    case 'holiday':
      return phrases.holiday(days, run.names)
    case 'working-day':
      return workClause(run, phrases, run.skipsWeekends ? phrases.exceptWeekends(days) : days)
    case 'make-up-day':
      return workClause(run, phrases, phrases.makeUp(first, weekdayOf(dayNumberOf(run.first)), step.reason))
  }
}

function workClause(run: Run, phrases: Phrases, days: string): string {
  const { stretches, counts } = run.step
  if (!counts) return phrases.afterHours(days)
  if (stretches.length === 0) return phrases.counted(days, run.number, run.number + run.days - 1)
  const minutes = stretches.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0)
  const times = stretches.map((stretch) => `${timeTextOf(stretch.from)}–${timeTextOf(stretch.to)}`)
  return phrases.worked(days, times, Math.round(minutes))
}

const dayText = (day: Day, year: string): string => (day.startsWith(year) && year !== '' ? day.slice(5) : day)

function momentText(at: Instant, year: string): string {
  const ms = msOf(at)
  return `${dayText(dayTextOf(dayNumberAt(ms)), year)} ${timeTextOf(minuteOfDay(ms))}`
}

/** A limit by the calendar that ends at midnight ends at 24:00 of the day before, as the office says it. */
function endText(at: Instant): { day: Day; time: string } {
  const ms = msOf(at)
  const isMidnight = minuteOfDay(ms) === 0
  const day = dayTextOf(dayNumberAt(ms) - (isMidnight ? 1 : 0))
  return { day, time: isMidnight ? '24:00' : timeTextOf(minuteOfDay(ms)) }
}

function endMomentText(at: Instant, year: string): string {
  const end = endText(at)
  return `${dayText(end.day, year)} ${end.time}`
}
