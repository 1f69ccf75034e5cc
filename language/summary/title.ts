import { summarise } from './summarise.ts'

const OPENING =
  /^(?:尊敬的[^，,：:！!]{0,12}[，,：:！!]|[您你]好[，,：:！!]?|我(?:想|要)?(?:反映|投诉|举报|咨询|问)(?:一下)?[，,：:]?|(?:来电人|市民)(?:反映|称|来电)[，,：:]?|就是|请问)+/u

/**
 * A title out of the text's own words: its weightiest sentence without its opening, cut at a comma where it is long.
 * Empty when the text says nothing.
 */
export function titleFrom(text: string, maxChars = 30): string {
  const [best] = summarise(text, 60)
  if (best === undefined) return ''
  const plain = best.text.replace(OPENING, '').replace(/[。！？!?；;…，,、：:\s]+$/u, '')
  if (plain.length <= maxChars) return plain
  const short = plain.slice(0, maxChars)
  const comma = Math.max(short.lastIndexOf('，'), short.lastIndexOf(','), short.lastIndexOf('、'))
  const cut = comma >= 8 ? short.slice(0, comma) : short
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}
