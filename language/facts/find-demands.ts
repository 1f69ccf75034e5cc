import { sentencesOf } from '../text/sentences.ts'
import type { Found } from './found.ts'

export type Demand = { form: 'request' | 'question'; strength: number }

/** How a demand begins, the plainest word for it first. */
const CUES: readonly (readonly [strength: number, words: string])[] = [
  [5, '(?:我的|本人|市民|来电人|主要)?(?:诉求|要求)(?:是|为)?[:：]'],
  [
    4,
    '(?:我们?|本人|市民|业主们?|来电人|居民们?|村民们?|家长们?|现)?(?:强烈|现|特此|特)?(?:恳请|请求|要求(?!过)|恳求|跪求|希望(?!小学|工程)|盼望|敬请|烦请|祈求|望(?=(?:有关|相关|政府|领导|尽快|尽早|贵|给予|予以|能够?|相关)))',
  ],
  [
    3,
    '(?:赶紧|赶快|快点?)(?=派|叫|来人|救|处理|安排)|请(?=(?:快|赶|维修|检测|更换|清理|疏通|务必|一定|有关|相关|政府|领导|尽快|尽早|贵|给予|予以|相关|各级|市|区|县|帮|核实|查处|处理|派|安排|转达|解决|协调|督促|责令|立即|马上|城管|公安|物业|交警|环保|住建|教育|市场|你们|您|问能否|部门|职能|执法|工作人员|把|将|对|给|落实|彻查|调查|依法|代为|规范|及时|修|恢复))|(?<=^|[,，。;；!！ ])请(?!问|假|客|教|勿|人|看|了|来|过)|麻烦(?:你们|您|相关|帮|派|尽快)|呼吁',
  ],
  [3, '(?:我们?|本人|市民|来电人)?(?:建议|提议)'],
  [2, '(?:是否|是不是)?(?:能不能|能否|可不可以|可否|是否(?:可以|能够?)|会不会安排)'],
]
const patterns = CUES.map(([strength, words]) => ({ strength, pattern: new RegExp(words, 'u') }))
/** What somebody else demanded, or was demanded before, is not what the caller demands. */
const OTHERS =
  /(?:物业|公司|老板|对方|他们|单位|学校|商家|房东|中介|店家|开发商|社区|村里|教练)(?:却|还|又|一直|就|反而|现在|强行|突然|说)?$/u
const ASKS = /(?:想问|问一?下|咨询|了解|请问|打听).*(?:什么|哪些|哪个|哪里|哪儿|多少|怎么|如何|几|要不要|是否|能不能)/u
const QUESTION =
  /[?？]$|(?:吗|呢|怎么办|招不招|能不能|怎么(?:办理|申请|处理|收费|算)|什么(?:时候|材料|条件|手续|政策|标准)|多少|哪里|哪个部门|几点|是否)/u
const POLITE = /(?:[,，。!！]?(?:谢谢|感谢|多谢|万分感谢|辛苦了?)(?:您|你们?|了|各位)?)[。!！~～]*$/u

const trimmed = (text: string): string => text.replace(POLITE, '').replace(/[\s。!！;；,，]+$/u, '')

function requestIn(text: string): { at: number; strength: number } | null {
  for (const { strength, pattern } of patterns) {
    const found = pattern.exec(text)
    if (found === null || OTHERS.test(text.slice(Math.max(0, found.index - 6), found.index))) continue
    return { at: found.index, strength }
  }
  return null
}

/**
 * What the caller wants: from the word of wishing (希望, 要求, 请…, 能不能) to the end of the sentence, without thanks; and
 * questions. In the order of the text; the strongest is what a form should propose, of equals the last.
 */
export function findDemands(plain: string): Found<Demand>[] {
  return sentencesOf(plain).flatMap(({ text, from }) => {
    const request = requestIn(text)
    const start = request?.at ?? 0
    if (request === null && !QUESTION.test(text) && !ASKS.test(text)) return []
    const said = trimmed(text.slice(start))
    if (said.length < 3) return []
    const value: Demand =
      request === null ? { form: 'question', strength: 1 } : { form: 'request', strength: request.strength }
    return [{ from: from + start, to: from + start + said.length, value }]
  })
}
