import { digitRuns, type Group } from './digits.ts'
import { hasCheckDigit, isLuhn, looksLikeIdentity } from './identity-number.ts'
import type { Personal, PersonalKind } from './personal.ts'

/** Numbers of things, not of people: what is said just before the digits. */
const OF_THINGS =
  /(?:单号|编号|订单|合同|流水|票号|案号|文号|批号|工单|运单|快递|许可证|执照|备案|保单|户号|表号|档案|受理|信用代码|发票|产权证|不动产|证书|序列号|型号|条码|设备号?|批次|立案|凭证|单据|缴费|税号|标号|件号)(?:编号|号码|号|尾号|代码)?(?:是|为|[^0-9\u4e00-\u9fff，。；,;]){0,3}$/
const OF_IDENTITY = /(?:身份证|证件|身份号码|身份信息|公民号码|ID\s?卡?|身份)[^0-9，。；,;]{0,8}$/i
const OF_CARD =
  /(?:卡号|银行卡|账号|帐号|账户|帐户|储蓄卡|信用卡|工资卡|社保卡|医保卡|借记卡|存折|行卡|尾款打到|转到|汇到|转账|打到|打入|转入|户名|开户行?|[工农建交招邮]行卡?|支付宝|一卡通)[^0-9。；;]{0,10}$/
const OF_PHONE =
  /(?:电话|座机|固话|手机|致电|拨打|来电|号码|回电|联系方式|联系|热线|传真|tel|phone|打到|打给|拨|call)[^0-9，。；;]{0,6}$|(?:父母|我|他|她|老|娘)家里?(?:是|的)?:?$/i
const LETTERS = /[A-Za-z][A-Za-z:]*$/
const PHONE_LETTERS = /^(?:tel|phone|mobile|mob|cell|wx|vx|v|qq|t|m|no|id|card|sfz|dh|sj|call|wechat)[a-z]*:?$/i
const COUNTED = /^\s*(?:元|万|平方|平米|吨|度电|块钱|号文|股|立方|公里|千米|个字)/

const SPOKEN = /[,，、]/
const MOBILE = /^(?:0086|86|0)?(1[3-9]\d{9})$/
const AREA = /^(?:010|02\d|0[3-9]\d\d)[2-9]\d{6,7}$/
const ABROAD = /^86(?:10|2\d|[3-9]\d\d)[2-9]\d{6,7}$/
const EXTENSION = /^\s{0,2}(?:转|分机号?|-|—|ext\.?)\s{0,2}\d{1,6}(?!\d)/i

type Part = {
  digits: string
  from: number
  to: number
  groups: readonly Group[]
}

/** 138 0000 1234, and said with pauses 138，0000，1234; two shorter numbers side by side are no phone. */
function isMobile({ digits, groups }: Part): boolean {
  if (!MOBILE.test(digits)) return false
  const shape = groups.map((g) => g.digits.length).join('-')
  const inner = groups.slice(1)
  if (inner.some((g) => SPOKEN.test(g.gap)))
    return /^(?:2-)?(?:3-4-4|3-3-5|3-8|7-4|4-4-3|3-2-2-2-2|3-3-3-2)$/.test(shape)
  if (inner.some((g) => /[./]/.test(g.gap))) return /^(?:2-)?(?:3-4-4|3-8|7-4|11|1(?:-1){10})$/.test(shape)
  return true
}

const isCardShape = ({ groups, digits }: Part): boolean =>
  /^[3-69]/.test(digits) &&
  !groups.slice(1).some((g) => SPOKEN.test(g.gap)) &&
  (groups.length === 1 ||
    groups.every((g, i) => g.digits.length === 4 || i === groups.length - 1 || g.digits.length === 6)) &&
  !groups.some((g) => MOBILE.test(g.digits) && g.digits.length === 11)

const isLandlineShape = ({ groups }: Part): boolean =>
  !groups.slice(1).some((g) => SPOKEN.test(g.gap)) && groups.length <= 5

/** Fifteen digits and more: an identity number or a card, by their shape or by the word before. */
function longKind(part: Part, before: string, after: string, ofThing: boolean): PersonalKind | null {
  const { digits } = part
  const n = digits.length
  if (n >= 15 && looksLikeIdentity(digits) && (!ofThing || hasCheckDigit(digits))) return 'identity'
  if (n >= 15 && OF_IDENTITY.test(before)) return 'identity'
  if (ofThing) return null
  const isSaid = OF_CARD.test(before) || /^[^，。；]{0,6}(?:卡|账户|帐户)/.test(after)
  if (n >= 16 && isCardShape(part) && (isSaid || isLuhn(digits) || digits.startsWith('62'))) return 'card'
  return n >= 12 && OF_CARD.test(before) && !MOBILE.test(digits) && !AREA.test(digits) ? 'card' : null
}

/** What a stretch of digits is, by its shape first and by the words before it where the shape is not enough. */
function kindOf(part: Part, before: string, after: string): PersonalKind | null {
  const { digits } = part
  const letters = LETTERS.exec(before)?.[0]
  if (digits.length > 19 || (letters !== undefined && !PHONE_LETTERS.test(letters) && !hasCheckDigit(digits)))
    return null
  const ofThing = OF_THINGS.test(before) && !OF_IDENTITY.test(before) && !OF_CARD.test(before)
  const long = digits.length >= 12 ? longKind(part, before, after, ofThing) : null
  if (long !== null || ofThing || COUNTED.test(after)) return long
  if (isMobile(part)) return 'mobile'
  const isFar = AREA.test(digits) || (ABROAD.test(digits) && part.groups.length > 1)
  return (isFar && isLandlineShape(part)) || isLocal(part, before) ? 'landline' : null
}

/** Seven or eight digits are a phone only where they are said to be one; a date or a number of things is none. */
function isLocal({ digits, groups }: Part, before: string): boolean {
  if (!/^[2-8]\d{6,7}$/.test(digits) || /^20[0-3]\d[01]\d/.test(digits)) return false
  const shape = groups.map((g) => g.digits.length).join('-')
  return /^(?:[78]|[34]-4)$/.test(shape) && OF_PHONE.test(before) && !OF_THINGS.test(before)
}

/** An X that ends an identity number belongs to it. */
function withX(text: string, part: Part): Part {
  const x = part.digits.length === 17 ? /^\s?[xX×]/.exec(text.slice(part.to, part.to + 2)) : null
  return x === null ? part : { ...part, digits: `${part.digits}X`, to: part.to + x[0].length }
}

const partOf = (groups: readonly Group[]): Part => ({
  digits: groups.map((g) => g.digits).join(''),
  from: groups[0]?.from ?? 0,
  to: groups.at(-1)?.to ?? 0,
  groups,
})

/** 一 after a spoken number is mostly the next word (一直, 一下). */
function shortened({ groups }: Part): Part | null {
  const last = groups.at(-1)
  if (last === undefined || !last.han || last.digits.length < 2 || !last.digits.endsWith('1')) return null
  return partOf([...groups.slice(0, -1), { ...last, to: last.to - 1, digits: last.digits.slice(0, -1) }])
}

/** An identity or card number may be parted in six places, a phone said digit by digit in ten. */
const MOST_GROUPS = 19
const BEFORE = 24

function findAt(text: string, run: readonly Group[], i: number, k: number): Personal | null {
  const plain = partOf(run.slice(i, i + k))
  if (plain.digits.length > 20) return null
  const before = text.slice(Math.max(0, plain.from - BEFORE), plain.from)
  for (const part of [withX(text, plain), shortened(plain)]) {
    if (part === null || part.digits.length < 7) continue
    const after = text.slice(part.to, part.to + 12)
    const kind = kindOf(part, before, after)
    if (kind === null) continue
    const opens = part.groups.some((g) => g.gap.includes(')')) ? /\(?\+?\s?$/ : /\+\s?$/
    const more = kind === 'landline' ? (EXTENSION.exec(after)?.[0].length ?? 0) : 0
    return {
      kind,
      from: part.from - (opens.exec(before)?.[0].length ?? 0),
      to: part.to + more,
    }
  }
  return null
}

/** The longest number that begins at each group, from the left; its groups are then taken. */
function findIn(text: string, run: readonly Group[]): Personal[] {
  const finds: Personal[] = []
  for (let i = 0; i < run.length; i++)
    for (let k = Math.min(MOST_GROUPS, run.length - i); k >= 1; k--) {
      const find = findAt(text, run, i, k)
      if (find === null) continue
      finds.push(find)
      i += k - 1
      break
    }
  return finds
}

/** Passports and permits: a letter or two and digits, only where they are named. */
const PERMIT =
  /(?:护照|通行证|台胞证|回乡证|军官证|居留证|居住证)(?:号码?)?[^A-Za-z0-9，。；]{0,4}([A-Za-z]{1,2}\d{6,10}|\d{8,10})(?![A-Za-z0-9])/g

export function findNumbers(text: string): Personal[] {
  const finds = digitRuns(text).flatMap((run) => findIn(text, run))
  if (/护照|证/.test(text))
    for (const { 0: whole, 1: number = '', index } of text.matchAll(PERMIT))
      finds.push({
        kind: 'identity',
        from: index + whole.length - number.length,
        to: index + whole.length,
      })
  return finds
}
