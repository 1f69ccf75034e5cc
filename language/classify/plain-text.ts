import { simplify } from '../search/traditional.ts'

/**
 * A text as the features see it: one code per character, and where in the source each stood. Break marks (0) stand for
 * white space and punctuation; no feature reaches over them.
 */
export type PlainText = { codes: Uint16Array; at: Int32Array; length: number }

const BREAK = 0
/** Halves of surrogate pairs (Cs) stay: emoji and rare characters are pairs. */
const SEPARATES = /[\p{P}\p{Z}\p{Cc}\p{Cf}\p{Cn}]/u
const ZERO = 48

let narrow: Uint16Array | null = null

/**
 * NFKC, lower case and simplified for every single UTF-16 unit, a break for what is no letter, digit or symbol: a table,
 * for speed.
 */
function narrowTable(): Uint16Array {
  if (narrow !== null) return narrow
  narrow = new Uint16Array(65_536)
  for (let unit = 0; unit < 65_536; unit++) {
    const plain = simplify(String.fromCharCode(unit).normalize('NFKC').toLowerCase())
    narrow[unit] = plain === '' || SEPARATES.test(plain.charAt(0)) ? BREAK : plain.charCodeAt(0)
  }
  return narrow
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isLatin = (code: number): boolean => code >= 97 && code <= 122
const DISTRICTS = new Set(['市', '区', '县'].map((name) => name.charCodeAt(0)))

/**
 * Reads the first `limit` units of a source. A run of digits becomes one 0: amounts and dates say what kind of thing
 * they are by the characters around them. Codes that stand for a place in anonymised texts (A3区, K8县) are left out,
 * so that a class is not learned from where its examples happened.
 */
export function plainTextOf(source: string, limit: number): PlainText {
  const table = narrowTable()
  const end = Math.min(source.length, limit)
  const codes = new Uint16Array(end)
  const at = new Int32Array(end + 1)
  const codeAt = (i: number): number => (i < end ? (table[source.charCodeAt(i)] ?? BREAK) : BREAK)
  let length = 0
  let i = 0
  while (i < end) {
    const code = codeAt(i)
    const from = i
    i += 1
    if (isLatin(code) || isDigit(code)) while (isDigit(codeAt(i))) i += 1
    if (isLatin(code) && DISTRICTS.has(codeAt(i))) continue
    if (isLatin(code)) i = from + 1
    at[length] = from
    codes[length] = isDigit(code) ? ZERO : code
    length += 1
  }
  at[length] = end
  return { codes, at, length }
}

/** The plain text as a string, breaks as spaces: what the segmenter cuts. One unit each, so places agree. */
export function stringOf({ codes, length }: PlainText): string {
  let text = ''
  for (let i = 0; i < length; i += 4096) text += String.fromCharCode(...codes.subarray(i, Math.min(i + 4096, length)))
  return text.replaceAll('\u0000', ' ')
}
