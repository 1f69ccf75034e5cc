const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }

/** As a part of a pattern: 3, 3.5万, 1,200, 一万二, 二十, 两百三; bounded, so that no text makes it slow. */
export const NUMERAL =
  '(?:\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?[十百千万亿]{0,2}\\d{0,4}|[零〇一二两俩三四五六七八九十百千万亿]{1,16})'

/** 二〇二六 read digit by digit. */
const spelled = (text: string): number | null =>
  /^[零〇一二三四五六七八九]{2,}$/.test(text) ? Number([...text].map((digit) => DIGITS[digit]).join('')) : null

/** 一万二 is 12,000 and 三百五 350: a last bare digit counts in the tenth of the unit before. */
function counted(text: string): number | null {
  for (const [unit, value] of Object.entries(UNITS).toReversed()) {
    const at = text.lastIndexOf(unit)
    if (at < 0) continue
    const head = at === 0 ? 1 : counted(text.slice(0, at))
    const rest = text.slice(at + 1)
    const tail = rest === '' ? 0 : counted(rest)
    if (head === null || tail === null) return null
    return head * value + (rest.length === 1 && value > 10 ? (tail * value) / 10 : tail)
  }
  return DIGITS[text.replace(/^[零〇]+(?=.)/u, '')] ?? null
}

/** 3.5万, 3万5, 1,200 */
function mixed(text: string): number | null {
  const found = /^([\d.,]+)([十百千万亿]*)(\d*)$/.exec(text)
  if (found === null) return null
  const [, head = '', units = '', rest = ''] = found
  const factor = [...units].reduce((product, unit) => product * (UNITS[unit] ?? 1), 1)
  const tail = rest === '' ? 0 : rest.length === 1 ? (Number(rest) * factor) / 10 : Number(rest)
  const value = Number(head.replaceAll(',', '')) * factor + tail
  return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null
}

/** The number a numeral means, in figures or in characters; null: it is none. */
export const numberOf = (text: string): number | null =>
  mixed(text) ?? spelled(text) ?? (text === '' ? null : counted(text))
