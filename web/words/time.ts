import { SHANGHAI_OFFSET_MS } from '#domain/shanghai.ts'
import type { Language } from '../language.ts'

/** Moments as people say them, in Shanghai's time whatever the computer's clock is set to; `now` is the server's. */
const DAY_MS = 86_400_000
const WEEK_ZH = ['日', '一', '二', '三', '四', '五', '六']
const WEEK_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTH_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const civil = (ms: number): Date => new Date(ms + SHANGHAI_OFFSET_MS)
const dayNumber = (ms: number): number => Math.floor((ms + SHANGHAI_OFFSET_MS) / DAY_MS)
const two = (n: number): string => String(n).padStart(2, '0')

/** `10:42`; the last moment of a day is 24:00 of that day, as deadlines are written. */
function clockOf(ms: number): { time: string; dayMs: number } {
  const at = civil(ms)
  const isEnd = at.getUTCHours() === 0 && at.getUTCMinutes() === 0
  return { time: isEnd ? '24:00' : `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`, dayMs: isEnd ? ms - 1 : ms }
}

/** `11月25日（周三）`, `Wed 25 Nov`; the year only where it is another one. */
export function dayWords(ms: number, now: number, language: Language): string {
  const at = civil(ms)
  const other = at.getUTCFullYear() !== civil(now).getUTCFullYear()
  const [year, month, day, week] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), at.getUTCDay()]
  if (language === 'zh') return `${other ? `${year}年` : ''}${two(month + 1)}月${two(day)}日（周${WEEK_ZH[week]}）`
  return `${WEEK_EN[week]} ${day} ${MONTH_EN[month]}${other ? ` ${year}` : ''}`
}

/** A moment in the past or ahead: `今天 16:20`, `昨天 09:35`, `11月25日（周三）24:00`. */
export function momentWords(at: string | number, now: number, language: Language): string {
  const ms = typeof at === 'number' ? at : Date.parse(at)
  const { time, dayMs } = clockOf(ms)
  const apart = dayNumber(dayMs) - dayNumber(now)
  const near: Record<Language, Record<number, string>> = {
    zh: { [-1]: '昨天', 0: '今天', 1: '明天' },
    en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
  }
  const day = near[language][apart]
  if (day !== undefined) return `${day} ${time}`
  return language === 'zh' ? `${dayWords(dayMs, now, language)}${time}` : `${dayWords(dayMs, now, language)}, ${time}`
}

/** A stretch of time: `2 天 13 小时`, `5 小时 38 分`, `12 分`; at most two units, rounded down to the minute. */
export function spanWords(ms: number, language: Language): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  const units: Record<Language, [string, string, string]> = { zh: ['天', '小时', '分'], en: ['d', 'h', 'min'] }
  const [d, h, m] = units[language]
  if (days > 0) return hours === 0 ? `${days} ${d}` : `${days} ${d} ${hours} ${h}`
  if (hours > 0) return rest === 0 ? `${hours} ${h}` : `${hours} ${h} ${rest} ${m}`
  return `${rest} ${m}`
}

/** What is left or over, the way a list says it: `还剩 5 小时 38 分`, `超 3 小时 20 分`. */
export function leftWords(due: string, now: number, language: Language): string {
  const left = Date.parse(due) - now
  // "0 minutes over" would be neither in time nor late.
  if (Math.abs(left) < 60_000) {
    if (language === 'zh') return left < 0 ? '刚超时' : '不到 1 分'
    return left < 0 ? 'just over' : 'under 1 min'
  }
  if (language === 'zh') return left < 0 ? `超 ${spanWords(left, 'zh')}` : `还剩 ${spanWords(left, 'zh')}`
  return left < 0 ? `${spanWords(left, 'en')} over` : `${spanWords(left, 'en')} left`
}
