/** First two digits of identity numbers: GB/T 2260 provinces, and 8x for residents from Hong Kong, Macao, Taiwan. */
const PROVINCE = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function isDay(yyyymmdd: string): boolean {
  const [y, m, d] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6, 8)].map(Number)
  return (
    y !== undefined &&
    m !== undefined &&
    d !== undefined &&
    y >= 1900 &&
    y < 2100 &&
    m >= 1 &&
    m <= 12 &&
    d >= 1 &&
    d <= 31
  )
}

/** GB 11643: a province (or a right check digit) and a birthday; 15 characters have a year of two digits. */
export const looksLikeIdentity = (n: string): boolean =>
  n.length === 18
    ? isDay(n.slice(6, 14)) && (PROVINCE.test(n) || hasCheckDigit(n))
    : n.length === 15 && PROVINCE.test(n) && isDay(`19${n.slice(6, 12)}`)

/** GB 11643-1999: the last of 18 characters by ISO 7064 mod 11-2. */
export function hasCheckDigit(n: string): boolean {
  if (n.length !== 18) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(n[i]), 0)
  return '10X98765432'[sum % 11] === n[17]
}

/** ISO/IEC 7812: the check digit of a bank card. */
export function isLuhn(n: string): boolean {
  let sum = 0
  for (let i = 0; i < n.length; i++) {
    const digit = Number(n[n.length - 1 - i]) * (i % 2 === 0 ? 1 : 2)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}
