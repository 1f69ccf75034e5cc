/**
 * Personal data in free text, found by its shape: what a unit, a crew or a report may read has these masked.
 * Patterns only (names and room numbers follow with the language room): mainland mobiles and landlines, 18- and
 * 15-character identity numbers, bank cards, plates, mail addresses. Digits may be spaced or dashed, full-width too.
 */
const DIGIT = '[0-9０-９]'
const GAP = '[\\s\\-－—]?'
const digits = (n: string) => `(?:${DIGIT}${GAP})${n}`

export type PersonalKind = 'identity' | 'card' | 'mobile' | 'landline' | 'plate' | 'mail'

const PATTERNS: readonly { kind: PersonalKind; pattern: RegExp; keep: (found: string) => string }[] = [
  {
    kind: 'identity',
    pattern: new RegExp(
      `(?<!${DIGIT})(?:${digits('{17}')}[0-9０-９xXｘＸ]|${digits('{14}')}${DIGIT})(?!${DIGIT})`,
      'g',
    ),
    keep: () => '〔证件号〕',
  },
  {
    kind: 'card',
    pattern: new RegExp(`(?<!${DIGIT})[3-6３-６]${GAP}${digits('{14,17}')}${DIGIT}(?!${DIGIT})`, 'g'),
    keep: () => '〔卡号〕',
  },
  {
    kind: 'mobile',
    pattern: new RegExp(
      `(?<!${DIGIT})(?:\\+?86${GAP})?[1１]${GAP}[3-9３-９]${GAP}${digits('{8}')}${DIGIT}(?!${DIGIT})`,
      'g',
    ),
    keep: maskedPhone,
  },
  { kind: 'landline', pattern: /(?<!\d)0\d{2,3}[-－\s]?[2-9]\d{6,7}(?!\d)/g, keep: () => '〔电话〕' },
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/g,
    keep: (found) => `${found.slice(0, 2)}·***`,
  },
  { kind: 'mail', pattern: /[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/g, keep: () => '〔邮箱〕' },
]

const narrow = (text: string): string => text.replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0))

function maskedPhone(found: string): string {
  const plain = narrow(found).replace(/\D/g, '').slice(-11)
  return `${plain.slice(0, 3)}****${plain.slice(-4)}`
}

/** The text with every find masked. Idempotent: masks have no shape that is found again. */
export const redact = (text: string): string =>
  PATTERNS.reduce((masked, { pattern, keep }) => masked.replace(pattern, keep), text)

/** One piece of personal data in a text; `to` is exclusive, lines count from 1. */
export type PersonalFind = { kind: PersonalKind; from: number; to: number; line: number }

/** What `redact` would mask, and where, in the order of the text. What one pattern has taken no later one sees. */
export function findPersonal(text: string): PersonalFind[] {
  const finds: PersonalFind[] = []
  let rest = text
  for (const { kind, pattern } of PATTERNS)
    rest = rest.replace(pattern, (found: string, ...context: unknown[]) => {
      const from = context.find((value): value is number => typeof value === 'number') ?? 0
      finds.push({ kind, from, to: from + found.length, line: text.slice(0, from).split('\n').length })
      return '\u0000'.repeat(found.length)
    })
  return finds.toSorted((a, b) => a.from - b.from)
}

/** A phone as shown by default: `138****1234`; short numbers keep two digits. */
export const maskPhone = (phone: string): string =>
  phone.length >= 11
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : `${'*'.repeat(Math.max(0, phone.length - 2))}${phone.slice(-2)}`

const COMPOUND = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '令狐',
  '慕容',
  '司徒',
  '夏侯',
  '端木',
  '南宫',
]

/** 张先生 for 张伟: the family name with a form of address, as units see a citizen. */
export function addressOf(name: string, gender: 'male' | 'female' | 'unknown'): string {
  const family = COMPOUND.find((compound) => name.startsWith(compound)) ?? name.slice(0, 1)
  return `${family}${gender === 'male' ? '先生' : gender === 'female' ? '女士' : '某'}`
}
