import type { Span } from '../text/span.ts'
import type { CutWords } from './cut-words.ts'
import { apart, type Found } from './found.ts'
import { type CutText, isNamed, nameStart, type PlaceBefore, withPlaces } from './respondent-name.ts'
import { ENDINGS, type RespondentSort } from './respondent-words.ts'

export type Respondent = { sort: RespondentSort; likelihood: number }

/** 物业费, 快递员, 银行卡 */
const ANOTHER_WORD = /^(?:费|柜|卡|单|法|证|款|税|员(?!工)|局(?!长))/u
/** Where something is, and where one goes for help, is not whom the matter is about. */
const LOCATES_AFTER =
  /^(?:怎么|招不招|有没有|在哪|什么时候|几点|开不开|今年招|的停车场|旁|门口|门前|附近|对面|后面|前面|周边|周围|边上|路段|路口|斜对面|东|西|南|北|公交站|地铁站|站台|打针|看病|治疗|抢救|就医|住院)/u
const GOES_BEFORE = /(?:去|到|往|送到?|送往|前往|在)$/u

type Ending = { ending: string; sort: RespondentSort }
const endings: readonly Ending[] = Object.entries(ENDINGS)
  .flatMap(([sort, of]) => of.map((ending) => ({ ending, sort: sort as RespondentSort })))
  .toSorted((a, b) => b.ending.length - a.ending.length)
const sortOf = new Map(endings.map(({ ending, sort }) => [ending, sort]))
const ENDING = new RegExp(endings.map(({ ending }) => ending).join('|'), 'gu')

/** Some are so plain that they name a respondent only behind a name that is one. */
const PLAIN =
  /^(?:店|厂|公司|项目|教育|装修|装饰|物流|快递|口腔|地产|房产|学校|政府|集团|银行|烧烤|火锅|停车场|办事处)$/u
const ACCUSED_BEFORE =
  /(?:投诉|举报|反映|控告|起诉|被|名叫|名为|叫做?|店名[是为]?|名称[是为:：]?|商家[是为:：]?|表扬|感谢)(?:位于|在|了)?.{0,14}$/u
const ACTS_AFTER =
  /^.{0,6}(?:拖欠|不退|退费|收费|收取|态度|扰民|噪音|油烟|违规|违法|违章|施工|拒绝|关门|跑路|倒闭|不给|不予|不管|不作为|乱|私自|擅自|强制|欺骗|骗|虚假|排放|偷排|占用|占道|克扣|辞退|克扣|推诿|卖|销售|停|漏|服务|老板|员工|负责人|经理|老师|教练|食堂|没有|一直|每天|每晚|存在|未|将|把|承诺|让|要求)/u
const QUOTED =
  /(?:名叫|名为|叫做?|店名[是为]?|名称[是为]?|招牌[是为]?|商家|店铺|网店|公司|餐厅|门店)[:：]?[“"「『‘]([^”"」』’，。,\s]{2,20})[”"」』’]/gu

/** `known`: a place of the gazetteer, of which most texts say only that something is there. */
function likelihoodOf(plain: string, { from, to }: Span, { ending, sort }: Ending, known: boolean): number {
  const base = known ? 0.42 : sort === 'office' ? 0.55 : /有限/u.test(ending) ? 0.9 : PLAIN.test(ending) ? 0.65 : 0.75
  const accused = ACCUSED_BEFORE.test(plain.slice(Math.max(0, from - 20), from))
  const acts = ACTS_AFTER.test(plain.slice(to, to + 12))
  const located = LOCATES_AFTER.test(plain.slice(to, to + 4))
  const visited = sort === 'hospital' && GOES_BEFORE.test(plain.slice(Math.max(0, from - 2), from))
  return Math.min(0.97, base + (accused ? 0.15 : 0) + (acts ? 0.1 : 0)) * (located || visited ? 0.55 : 1)
}

/** 安泰来房地产 and 房地产开发有限公司 are one name with two endings. */
function joined(found: readonly Found<Respondent>[]): Found<Respondent>[] {
  const names: Found<Respondent>[] = []
  for (const one of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = names.at(-1)
    if (last === undefined || one.from >= last.to) names.push(one)
    else if (one.to > last.to) names[names.length - 1] = { ...one, from: last.from }
  }
  return names
}

/** Where the name with this ending begins; null: the ending names nobody here. */
function beginOf(text: CutText, index: number, ending: string, sort: RespondentSort): number | null {
  const to = index + ending.length
  // 晴川幼儿园 is a place of the gazetteer and somebody to complain of; 轴承厂社区 is no factory.
  const [known, region] = [text.placeAt.get(index), text.regionAt.get(index)]
  if (known !== undefined && known.from < index && known.to >= to) return known.to === to ? known.from : null
  if (region !== undefined && region.to > to) return null
  const from = nameStart(text, index)
  const home = text.placeAt.get(index - 1)
  // 枫丹花园物业, 建设路支行: the place is what these are called by.
  if (from === index && home?.to === index && !(PLAIN.test(ending) && sort !== 'project')) return home.from
  return isNamed(text, { from, to: index }) ? from : null
}

function named(plain: string, text: CutText): Found<Respondent>[] {
  return [...plain.matchAll(ENDING)].flatMap(({ 0: ending, index }) => {
    if (ANOTHER_WORD.test(plain.slice(index + ending.length, index + ending.length + 2))) return []
    const sort = sortOf.get(ending)
    const from = sort === undefined ? null : beginOf(text, index, ending, sort)
    if (sort === undefined || from === null) return []
    const span = { from, to: index + ending.length }
    const known = text.placeAt.get(index)
    const isKnown = known !== undefined && known.from === from && known.to === span.to
    return [{ ...span, value: { sort, likelihood: likelihoodOf(plain, span, { ending, sort }, isKnown) } }]
  })
}

/**
 * Names of companies, shops, projects, schools, offices in a text: from what they end in to the left as far as the words
 * may belong to a name. `places`: what the gazetteer found, so that a shop's name does not begin with its estate. Plain
 * words (物业, 装修公司) name nobody.
 */
export function findRespondents(plain: string, words: CutWords, places: readonly PlaceBefore[]): Found<Respondent>[] {
  const quoted = [...plain.matchAll(QUOTED)].flatMap((match) => {
    const name = match[1] ?? ''
    const from = match.index + match[0].length - 1 - name.length
    return [{ from, to: from + name.length, value: { sort: 'shop' as const, likelihood: 0.85 } }]
  })
  const buses = [...plain.matchAll(/(?:公交)?\d{1,4}路(?:公交车?|车|巴士)|公交\d{1,4}路/gu)].map(
    ({ 0: said, index }) => ({
      from: index,
      to: index + said.length,
      value: { sort: 'vehicle' as const, likelihood: 0.8 },
    }),
  )
  return apart([...quoted, ...buses, ...joined(named(plain, withPlaces(words, places)))])
}
