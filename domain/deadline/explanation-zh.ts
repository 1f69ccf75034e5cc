import type { Phrases } from './explanation-phrases.ts'
import type { Limit } from './limit.ts'

const units: Record<Limit['unit'], string> = {
  minute: ' 分钟（自然时）',
  hour: ' 小时（自然时）',
  'working-hour': ' 个工作小时',
  'working-day': ' 个工作日',
}

const weekdays = '一二三四五六日'

const opening = (from: string, limit: Limit): string => `自 ${from} 起 ${limit.amount}${units[limit.unit]}`

function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${hours} 小时` : '', rest > 0 ? `${rest} 分` : ''].filter((part) => part !== '').join(' ')
}

export const explanationZh: Phrases = {
  opening: (from, limit) => `${opening(from, limit)}：`,
  natural: (from, limit, at) => `${opening(from, limit)}，至 ${at} 止。`,
  range: (first, last) => `${first} 至 ${last}`,
  startDay: '起始日不计',
  weekend: (days, kind) => `${days} ${kind === 'saturday-sunday' ? '周末' : '休息日'}不计`,
  holiday: (days, names) => `${days} ${names.join('、')}放假不计`,
  exceptWeekends: (days) => `${days}（周末除外）`,
  counted: (days, first, last) => {
    const ordinal = first === last ? `第 ${first} 日` : `第 ${first} 至 ${last} 日`
    return days.endsWith('）') ? `${days}为${ordinal}` : `${days} ${ordinal}`
  },
  afterHours: (day) => `${day} 已过工作时间`,
  worked: (day, stretches, minutes) =>
    `${day}${day.endsWith('）') ? '' : ' '}${stretches.join('、')} 计 ${duration(minutes)}`,
  makeUp: (day, weekday, reason) => `${day}（周${weekdays[weekday - 1]}，${reason.name}调休上班）`,
  clauses: (clauses, end) => `${clauses.join('；')}，至 ${end} 止。`,
  setOtherwise: (at) => `期限另定至 ${at}。`,
  provisional: (years) => `本日历尚无 ${years.join('、')} 年放假安排，暂按平日推算。`,
}
