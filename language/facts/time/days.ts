import { NUMERAL, numberOf } from '../numbers.ts'
import { type DayNumber, dayNumberOf, lastOfMonth, partsOf } from './civil.ts'

/** First and last day meant. */
export type Days = { from: DayNumber; to: DayNumber }
type Reading = { pattern: string; read: (said: readonly (string | undefined)[], today: DayNumber) => Days | null }

const one = (day: DayNumber): Days => ({ from: day, to: day })
const month = (year: number, of: number): Days => ({ from: dayNumberOf(year, of, 1), to: lastOfMonth(year, of) })
const number = (said: string | undefined): number => numberOf(said ?? '') ?? Number.NaN

const yearOf = (said: string | undefined): number => {
  const year = number(said)
  return year < 100 ? year + 2000 : year
}

function date(year: number, of: number, day: number): Days | null {
  if (!(year >= 1949 && year < 2100 && of >= 1 && of <= 12 && day >= 1 && day <= 31)) return null
  return one(dayNumberOf(year, of, day))
}

/** A month or day without its year is the last one that has begun. */
function lastYearOf(of: number, day: number, today: DayNumber): number {
  const { year } = partsOf(today)
  return dayNumberOf(year, of, day) > today + 31 ? year - 1 : year
}

const YEARS: Record<string, number> = { 今: 0, 本: 0, 去: -1, 前: -2, 明: 1 }
const MONTHS: Record<string, number> = { 这: 0, 本: 0, 上: -1, 上上: -2, 下: 1 }
const WEEKS: Record<string, number> = { 这: 0, 本: 0, 上: -1, 上上: -2, 下: 1 }
const DAYS: Record<string, number> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 当: 0, 明: 1, 后: 2 }
const WEEKDAYS = '一二三四五六'

function monthFrom(today: DayNumber, shift: number): { year: number; of: number } {
  const { year, month: of } = partsOf(today)
  const count = year * 12 + of - 1 + shift
  return { year: Math.floor(count / 12), of: (count % 12) + 1 }
}

const Y = '(20\\d\\d|\\d\\d|二[〇零][〇零一二三][〇零一二三四五六七八九])'
const M = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])'
const D = '(3[01]|[12]\\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])'

/** Ways to name a day or several, the fullest first. */
export const READINGS: readonly Reading[] = [
  {
    pattern: `${Y}年的?${M}月${D}[日号]`,
    read: ([y, m, d]) => date(yearOf(y), number(m), number(d)),
  },
  {
    pattern: '(20\\d\\d)[-./](1[0-2]|0?[1-9])[-./](3[01]|[12]\\d|0?[1-9])',
    read: ([y, m, d]) => date(yearOf(y), number(m), number(d)),
  },
  {
    pattern: `([今本去前明])年的?${M}月${D}[日号]`,
    read: ([y, m, d], today) => date(partsOf(today).year + (YEARS[y ?? ''] ?? 0), number(m), number(d)),
  },
  {
    pattern: `([今本去前明])年的?${M}月(?:份|初|中旬?|底|末)?`,
    read: ([y, m], today) => month(partsOf(today).year + (YEARS[y ?? ''] ?? 0), number(m)),
  },
  { pattern: `${Y}年的?${M}月(?:份|初|中旬?|底|末)?`, read: ([y, m]) => month(yearOf(y), number(m)) },
  {
    pattern: `(上上|[这本上下])个?月的?${D}[日号]`,
    read: ([w, d], today) => {
      const { year, of } = monthFrom(today, MONTHS[w ?? ''] ?? 0)
      return date(year, of, number(d))
    },
  },
  {
    pattern: `${M}月${D}[日号]?(?!个|份)`,
    read: ([m, d], today) => date(lastYearOf(number(m), number(d), today), number(m), number(d)),
  },
  {
    pattern: `(上上|[这本上下])个?(?:周|星期|礼拜)([一二三四五六日天末])`,
    read: ([w, d = ''], today) => {
      const monday = today - partsOf(today).weekday + 1 + 7 * (WEEKS[w ?? ''] ?? 0)
      if (d === '末') return { from: monday + 5, to: monday + 6 }
      return one(monday + (WEEKDAYS.includes(d) ? WEEKDAYS.indexOf(d) : 6))
    },
  },
  {
    pattern: '(上上|[这本上下])个?(?:周|星期|礼拜)(?!边|围|期)',
    read: ([w], today) => {
      const monday = today - partsOf(today).weekday + 1 + 7 * (WEEKS[w ?? ''] ?? 0)
      return { from: monday, to: monday + 6 }
    },
  },
  {
    pattern: '(?<!每个?|每到|逢|[到至])(?:周|星期|礼拜)([一二三四五六日天])(?![到至]|个|次)',
    read: ([d = ''], today) => {
      const monday = today - partsOf(today).weekday + 1
      const day = monday + (WEEKDAYS.includes(d) ? WEEKDAYS.indexOf(d) : 6)
      return one(day > today ? day - 7 : day)
    },
  },
  {
    pattern: '(上上|[这本上下])个?月(?!亮|球|租|薪|饼|子|卡|票|供)',
    read: ([w], today) => {
      const { year, of } = monthFrom(today, MONTHS[w ?? ''] ?? 0)
      return month(year, of)
    },
  },
  {
    pattern: `(?<![\\d每个几])${M}月(?:份|初|中旬|底|末)`,
    read: ([m], today) => month(lastYearOf(number(m), 1, today), number(m)),
  },
  {
    pattern: `([今本去前明])年(?!都?已?经?[\\d一二三四五六七八九十]+岁)(?:上半年|下半年|年?初|年?底|春天|夏天|秋天|冬天|以来)?`,
    read: ([y], today) => {
      const year = partsOf(today).year + (YEARS[y ?? ''] ?? 0)
      return { from: dayNumberOf(year, 1, 1), to: dayNumberOf(year, 12, 31) }
    },
  },
  {
    pattern: '(20[012]\\d)年(?!级|度|龄|代)(?:初|底)?',
    read: ([y]) => ({ from: dayNumberOf(yearOf(y), 1, 1), to: dayNumberOf(yearOf(y), 12, 31) }),
  },
  {
    pattern: '(大前|[前昨今明后])(?:天|日)(?!气|然|桥|台|线|窗|井)',
    read: ([d], today) => one(today + (DAYS[d ?? ''] ?? 0)),
  },
  { pattern: '([昨今前明])(?=[晚早夜])[晚早夜](?:上)?', read: ([d], today) => one(today + (DAYS[d ?? ''] ?? 0)) },
  {
    pattern: '(?<![今去前本明\\d]年?)年(底|初)',
    read: ([end], today) => {
      const { year } = partsOf(today)
      return end === '底' ? { from: dayNumberOf(year, 11, 1), to: dayNumberOf(year, 12, 31) } : month(year, 1)
    },
  },
  {
    pattern: `(?<![\\d每个几])${M}月(?=了|就|才|开始|到|至|的|还|已)`,
    read: ([m], today) => month(lastYearOf(number(m), 1, today), number(m)),
  },
  {
    pattern: '(元旦|五一|劳动节|国庆)(?:节|假期|期间|当天|长假|前后){0,2}(?!路|街|桥|广场|小区|村|社区)',
    read: ([feast = ''], today) => {
      const { year } = partsOf(today)
      const [of, last] = feast === '元旦' ? [1, 1] : feast === '国庆' ? [10, 7] : [5, 5]
      const days = { from: dayNumberOf(year, of, 1), to: dayNumberOf(year, of, last) }
      return days.from > today + 31 ? { from: dayNumberOf(year - 1, of, 1), to: dayNumberOf(year - 1, of, last) } : days
    },
  },
  { pattern: '刚才|刚刚|方才', read: (_, today) => one(today) },
  {
    pattern: `(${NUMERAL}|几|好几)多?(?:(天|日|周|星期|礼拜)|个(月|星期|礼拜))(?:之|以)?前(?!台|面|后)`,
    read: ([n, short, long], today) => {
      const amount = n === '几' || n === '好几' ? 3 : number(n)
      const unit = short ?? long ?? ''
      const days = unit === '月' ? 30 : unit === '天' || unit === '日' ? 1 : 7
      return amount > 0 && amount < 1000 ? one(today - Math.round(amount * days)) : null
    },
  },
  {
    pattern: `(?<![\\d.第月-])(3[01]|[12]\\d|[1-9])号(?=上午|下午|晚上|早上|中午|凌晨|晚|开始|那天|就|到)`,
    read: ([d], today) => {
      const { year, month: of, day } = partsOf(today)
      if (number(d) <= day) return date(year, of, number(d))
      const last = monthFrom(today, -1)
      return date(last.year, last.of, number(d))
    },
  },
]
