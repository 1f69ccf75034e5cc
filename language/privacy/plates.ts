import type { Personal } from './personal.ts'

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const C = '[A-Za-z0-9〇零一二三四五六七八九幺]'
const SPACE = '[\\s·.•-]'
/** GA 36: province, letter, five characters, six with new energy; 挂 学 警 港 澳 end some. Spaced and spoken forms too. */
const PLATE = new RegExp(
  `使[0-9]{3}${SPACE}?[0-9]{3}(?![A-Za-z0-9])|[${PROVINCES}]${SPACE}{0,2}[A-Za-z]${SPACE}{0,2}(?:${C}${SPACE}?){4}(?:${C}{1,2}[挂学警港澳领使试超]?|[挂学警港澳领使试超])(?![A-Za-z0-9])`,
  'g',
)
/** Without the province, and numbers of electric bicycles, only where a plate is named. */
const NAMED = /(?:车牌号?码?|牌照号?|号牌|牌号)(?:是|为|：|:|\s){0,3}([A-Za-z]?[\s·-]?[A-Za-z0-9]{5,8})(?![A-Za-z0-9])/g

const digitsIn = (text: string): number => text.match(/[0-9〇零一二三四五六七八九幺]/g)?.length ?? 0

/** Positions of number plates in a narrowed text. */
export function findPlates(text: string): Personal[] {
  const finds: Personal[] = []
  for (const { 0: found, index } of text.matchAll(PLATE))
    if (digitsIn(found) >= 2)
      finds.push({
        kind: 'plate',
        from: index,
        to: index + found.trimEnd().length,
      })
  if (text.includes('牌'))
    for (const { 0: whole, 1: plate = '', index } of text.matchAll(NAMED))
      if (digitsIn(plate) >= 3)
        finds.push({
          kind: 'plate',
          from: index + whole.length - plate.length,
          to: index + whole.length,
        })
  return finds
}
