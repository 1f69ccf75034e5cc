/** Mainland mobiles and landlines as people write them, alone or inside a text; our own numbers begin with letters. */
const MOBILE = /(?<![\dA-Za-z])(?:\+?86)?1[3-9]\d{9}(?!\d)/
const LANDLINE = /(?<![\dA-Za-z])(?:0\d{9,11}|[2-8]\d{6,7})(?!\d)/

/** A day has eight digits too. */
const DAY = /(?<!\d)20\d\d[-/.]\d\d?[-/.]\d\d?(?!\d)/g

/** A phone number may stand in no address and in nothing this browser keeps. */
export function hasPhone(text: string): boolean {
  const plain = text.replace(DAY, ' ').replace(/(?<=\d)[\s-]+(?=\d)/g, '')
  return MOBILE.test(plain) || LANDLINE.test(plain)
}
