import { type Found, findAll } from '../found.ts'
import { NUMERAL, numberOf } from '../numbers.ts'

export type Duration = { amount: number; unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' }

const UNITS: Record<string, Duration['unit']> = {
  分钟: 'minute',
  小时: 'hour',
  钟头: 'hour',
  天: 'day',
  日: 'day',
  晚: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  年: 'year',
}
/** A limit (三天内), an age (三年级), a date (2024年) and a count of times (一天三次) are no durations. */
const LASTED = new RegExp(
  `(?<![第\\d每隔年月前后近\\-.])(已经?|持续|长达|将近|快|近|整整|足足|都|有|停了|等了|拖了|过了|约|大概|大约|超过|至少)?(半|大半|${NUMERAL}|几|好几|十几|几十)(多|余|来|几)?(个)?(多)?(半)?(分钟|小时|钟头|天|日|晚|周|星期|礼拜|月|年)(多|半|有余)?(?!级|龄|内|之内|以内|前|以前|之前|后|之后|以后|底|初|度|份|期|[一二三四五六七八九十\\d]|租|薪|费|票|卡|检|审|上|下|次)了?`,
  'gu',
)
const VAGUE: Record<string, number> = { 半: 0.5, 大半: 0.5, 几: 3, 好几: 3, 十几: 10, 几十: 30 }

function amountOf(numeral: string): number {
  const side = /^([一二两三四五六七八])([二三四五六七八九])$/u.exec(numeral)
  return VAGUE[numeral] ?? numberOf(side?.[1] ?? numeral) ?? 0
}

/** 五月 is a month and 2024年 a year; 一日 and 3日 are dates unless something says that they passed. */
function isDate(whole: string, said: string, amount: number, counted: boolean): boolean {
  if (said === '月') return !counted
  if (said === '年') return amount >= 100
  return said === '日' && !/^(?:已|持续|长达|整整|足足)/u.test(whole)
}

/** How long something has lasted: 三个月了, 一年半, 停水两天. */
export function findDurations(plain: string): Found<Duration>[] {
  return findAll(plain, LASTED, ([whole, , numeral = '', , counter, , half, said = '', more]) => {
    const unit = UNITS[said]
    const amount = amountOf(numeral)
    if (unit === undefined || amount <= 0 || amount > 1000) return null
    if (isDate(whole, said, amount, counter !== undefined)) return null
    return { amount: amount + (half !== undefined || more === '半' ? 0.5 : 0), unit }
  })
}
