import type { Instant } from '../ids.ts'
import { msOf } from '../shanghai.ts'
import { dayNumberAt, dayTextOf, MINUTE_MS, minuteOfDay, timeTextOf, weekdayOf } from './civil-time.ts'

export type Language = 'zh' | 'en'

const WEEKDAY_ZH = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const WEEKDAY_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTH_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

type Unit = { zh: string; zhAlone: string; en: readonly [one: string, many: string] }
const UNITS: Record<'day' | 'hour' | 'minute', Unit> = {
  day: { zh: '天', zhAlone: '天', en: ['day', 'days'] },
  hour: { zh: '小时', zhAlone: '小时', en: ['hour', 'hours'] },
  minute: { zh: '分', zhAlone: '分钟', en: ['minute', 'minutes'] },
}
const counted = (n: number, unit: Unit, language: Language, alone: boolean): string =>
  language === 'zh' ? `${n} ${alone ? unit.zhAlone : unit.zh}` : `${n} ${unit.en[n === 1 ? 0 : 1]}`

/** The two greatest units that say something: 2 天 13 小时, 3 小时 20 分, 12 分钟. A begun minute is left out. */
export function spanWords(ms: number, language: Language): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE_MS)
  if (minutes === 0) return language === 'zh' ? '不到 1 分钟' : 'less than a minute'
  const [great, small, ratio] = minutes >= 1440 ? (['day', 'hour', 1440] as const) : (['hour', 'minute', 60] as const)
  const more = Math.floor(minutes / ratio)
  const less = great === 'day' ? Math.floor((minutes % 1440) / 60) : minutes % 60
  if (more === 0) return counted(less, UNITS[small], language, true)
  if (less === 0) return counted(more, UNITS[great], language, true)
  return `${counted(more, UNITS[great], language, false)} ${counted(less, UNITS[small], language, false)}`
}

const weekdayWords = (dayNumber: number, language: Language): string =>
  (language === 'zh' ? WEEKDAY_ZH : WEEKDAY_EN)[weekdayOf(dayNumber) - 1] ?? ''

/** A due moment at midnight is 24:00 of the day before, as the office says it. */
function civil(at: Instant, isDue: boolean) {
  const ms = msOf(at)
  const ends = isDue && minuteOfDay(ms) === 0
  return { day: dayNumberAt(ms) - (ends ? 1 : 0), time: ends ? '24:00' : timeTextOf(minuteOfDay(ms)) }
}

const CLOSE: Record<Language, Record<number, string>> = {
  zh: { [-1]: '昨天', 0: '今天', 1: '明天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
}

function dateOf(day: number, today: number, language: Language): string {
  const [year, month, date] = dayTextOf(day).split('-').map(Number)
  const otherYear = dayTextOf(today).slice(0, 4) !== String(year)
  return language === 'zh'
    ? `${otherYear ? `${year}年` : ''}${month}月${date}日`
    : `${date} ${MONTH_EN[(month ?? 1) - 1]}${otherYear ? ` ${year}` : ''}`
}

/**
 * When something happened or is due, as people of the same week say it: 今天 09:26, 周六 10:15; further off the date.
 * Days of the coming week are named by their weekday only where `isDue` makes clear that they lie ahead.
 */
export function momentWords(at: Instant, now: Instant, language: Language, isDue = false): string {
  const { day, time } = civil(at, isDue)
  const today = dayNumberAt(msOf(now))
  const apart = day - today
  const close = CLOSE[language][apart]
  const inWeek = isDue ? apart > 0 && apart < 7 : apart < 0 && apart > -7
  const name = close ?? (inWeek ? weekdayWords(day, language) : dateOf(day, today, language))
  return `${name} ${time}`
}

/** A due moment in full: 11月25日（周三）24:00. */
export function dueWords(at: Instant, now: Instant, language: Language): string {
  const { day, time } = civil(at, true)
  const date = dateOf(day, dayNumberAt(msOf(now)), language)
  const weekday = weekdayWords(day, language)
  return language === 'zh' ? `${date}（${weekday}）${time}` : `${weekday} ${date}, ${time}`
}

/** A day: 11月2日, with the year where it is another one. */
export const dateWords = (at: Instant, now: Instant, language: Language): string =>
  dateOf(dayNumberAt(msOf(at)), dayNumberAt(msOf(now)), language)
