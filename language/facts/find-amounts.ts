import { apart, type Found, findAll } from './found.ts'
import { NUMERAL, numberOf } from './numbers.ts'

export type Amount = { yuan: number; upTo: number | null; about: boolean }

const ABOUT_BEFORE = '(?:大约|大概|大致|约|近|将近|差不多|超过|不到|至少|上|好)?'
const MORE = '(?:多|余|来|几)?'
const CURRENCY =
  '(?:(?:块|元|圆)(?:人民币)?(?:钱)?(?:左右|上下)?(?!旦|宵|月|素|件|器|地|砖|板|牌|石|玻|布|空|路|瓷|铁|木|广|草|区|墙|水泥)|人民币|rmb)'
const NAMED = new RegExp(
  `(${ABOUT_BEFORE})[¥￥]?(${NUMERAL})(?:(?:[-—~～至到]{1,2})(${NUMERAL}))?(${MORE})([万千百亿]?)(${MORE})${CURRENCY}`,
  'gu',
)
const SIGNED = new RegExp(`[¥￥] ?(${NUMERAL})`, 'gu')
/** Money without its unit counts behind what is paid: 欠了我一万二, 押金3000. */
const PAID = new RegExp(
  `(?<=(?:工资|薪水|押金|定金|订金|学费|罚款?|房款|货款|尾款|首付|费用?|补贴|补偿款?|赔偿?款?|价格?|租金|房租|花了|交了|付了|欠了?我?们?|骗了?我?|收了?我?们?|损失|转了|充值?了?|一共|总共|共计|合计|每人|人均)(?:共|了|是|为|每月|总共|一共|大概|大约|约|是|要|能拿){0,2})(${NUMERAL})(${MORE})([万千]?)(?![\\d%.多余来几个名位人户年月日号天岁次平度米公点时分楼栋层倍路折条项种只张])`,
  'gu',
)

/** 两三百: two digits side by side are a range. */
const RANGE = /^([一二两三四五六七八])([二三四五六七八九])([十百千万]+)$/u

function meant(low: string, high: string | undefined, unit: string, about: boolean): Amount | null {
  const factor = { 亿: 1e8, 万: 1e4, 千: 1e3, 百: 1e2 }[unit] ?? 1
  const side = RANGE.exec(low)
  if (side !== null) {
    const from = numberOf(`${side[1]}${side[3]}`)
    const to = numberOf(`${side[2]}${side[3]}`)
    return from === null || to === null ? null : { yuan: from * factor, upTo: to * factor, about: true }
  }
  const from = numberOf(low)
  const to = high === undefined ? null : numberOf(high)
  if (from === null || from <= 0) return null
  // 3-5万: the unit behind counts for both.
  const shared =
    high !== undefined && /[万千]$/u.test(high) && !/[万千]$/u.test(low) ? (numberOf(`1${high.at(-1)}`) ?? 1) : 1
  return { yuan: from * factor * shared, upTo: to === null ? null : to * factor, about }
}

/** Amounts of money in yuan: 一万二, 3.5万元, 两三百块, 15元/小时. */
export function findAmounts(plain: string): Found<Amount>[] {
  const named = findAll(plain, NAMED, ([whole, about, low = '', high, more, unit = '', later]) => {
    const amount = meant(low, high, unit, `${about}${more}${later}` !== '' || /左右|上下/u.test(whole))
    // 两块 without 钱 counts things as often as money.
    if (amount !== null && amount.yuan < 5 && /块$/u.test(whole)) return null
    return amount
  })
  const signed = findAll(plain, SIGNED, ([, low = '']) => meant(low, undefined, '', false))
  const paid = findAll(plain, PAID, ([, low = '', more, unit = '']) => {
    const amount = meant(low, undefined, unit, more !== '')
    return amount !== null && amount.yuan >= 50 && amount.yuan < 1e9 ? amount : null
  })
  return apart([...named, ...signed, ...paid])
}
