import * as civil from '#domain/deadline/time-words.ts'
import type { Instant } from '#domain/ids.ts'
import { instantOf } from '#domain/shanghai.ts'
import type { Language } from '../language.ts'

/**
 * Moments and spans as pages say them, in Shanghai's time whatever the computer's clock is set to. The sentences are the
 * domain's, the same as on the timeline and on paper; here a moment may also be milliseconds, and `now` is the server's.
 */
const instant = (at: string | number): Instant => (typeof at === 'number' ? instantOf(at) : (at as Instant))

/** `今天 16:20`, `昨天 09:35`, `周六 10:15`, further off the date. A moment ahead that ends a day is its 24:00. */
export const momentWords = (at: string | number, now: number, language: Language): string =>
  civil.momentWords(instant(at), instantOf(now), language, Date.parse(instant(at)) > now)

/** `11月2日` */
export const dateWords = (at: string | number, now: number, language: Language): string =>
  civil.dateWords(instant(at), instantOf(now), language)

/** `2 天 13 小时`, `5 小时 38 分`, `12 分钟`: the two greatest units, a begun minute left out. */
export const spanWords = (ms: number, language: Language): string => civil.spanWords(ms, language)

const BRIEF: Record<string, string> = { day: 'd', hour: 'h', minute: 'min' }

/** The same span where a row has little room: Chinese is short already, English says `3 h 20 min`. */
export const briefSpanWords = (ms: number, language: Language): string =>
  language === 'zh'
    ? spanWords(ms, language)
    : spanWords(ms, language).replace(/ (day|hour|minute)s?/g, (_, unit: string) => ` ${BRIEF[unit] ?? unit}`)

const MINUTE = 60_000

/** What is left or over, the way a list says it: `还剩 5 小时 38 分`, `超 3 小时 20 分`; `3 h 20 min over`. */
export function leftWords(due: string, now: number, language: Language): string {
  const left = Date.parse(due) - now
  if (Math.abs(left) < MINUTE) {
    if (language === 'zh') return left < 0 ? '刚到期' : '还剩不到 1 分钟'
    return left < 0 ? 'just due' : 'under 1 min left'
  }
  const span = briefSpanWords(left, language)
  if (language === 'zh') return left < 0 ? `超 ${span}` : `还剩 ${span}`
  return left < 0 ? `${span} over` : `${span} left`
}
