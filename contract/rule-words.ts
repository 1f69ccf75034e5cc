import type { DispatchRule, LeadResolver } from '#domain/city/city.ts'
import type { RuleCondition } from '#domain/city/vocabulary.ts'
import type { RuleVerdict } from '#domain/order/event.ts'
import type { BothWords } from './facts.ts'
import { kindNames, ownershipNames, placeTypeNames, respondentTypeNames, typeNames } from './vocabulary-words.ts'

/** What a city calls things by their codes. */
export type CityNames = {
  category(code: string): string
  /** 滨江区 望江街道 */
  region(code: string): string
  unit(id: string): string
}

const same = (text: string): BothWords => ({ zh: text, en: text })

export const conditionNames: Record<RuleCondition, BothWords> = {
  category: { zh: '分类', en: 'Category' },
  region: { zh: '区域', en: 'Region' },
  requestType: { zh: '诉求类型', en: 'Request type' },
  kind: { zh: '复杂程度', en: 'Kind' },
  placeType: { zh: '地点类型', en: 'Place type' },
  ownership: { zh: '权属', en: 'Ownership' },
  respondentType: { zh: '被反映对象类型', en: 'Respondent type' },
  timeOfDay: { zh: '时段', en: 'Time of day' },
  season: { zh: '季节', en: 'Season' },
  keywords: { zh: '关键词', en: 'Keywords' },
  tags: { zh: '标签', en: 'Tags' },
}

const listed = (words: readonly string[], zhOr: string, enOr: string): BothWords => ({
  zh: words.map((word) => `“${word.replaceAll('+', '”+“')}”`).join(zhOr),
  en: words.map((word) => `“${word.replaceAll('+', '” + “')}”`).join(enOr),
})

/** 11-15 is 11月15日. */
const days = (day: string): string => {
  const [month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}

type Telling = { [C in RuleCondition]: (asked: NonNullable<DispatchRule[C]>, names: CityNames) => BothWords }

const telling: Telling = {
  category: (code, names) => same(names.category(code)),
  region: (code, names) => same(names.region(code)),
  requestType: (code) => typeNames[code],
  kind: (code) => kindNames[code],
  placeType: (code) => placeTypeNames[code],
  ownership: (code) => ownershipNames[code],
  respondentType: (code) => respondentTypeNames[code],
  timeOfDay: ({ from, to }) => same(`${from}–${to}`),
  season: ({ from, to }) => ({ zh: `${days(from)}至${days(to)}`, en: `${from} to ${to}` }),
  keywords: (words) => listed(words, '或', ' or '),
  tags: (tags) => listed(tags, '或', ' or '),
}

/** What a rule asks under one condition, for people; of one it does not ask, nothing. */
export function conditionWords<C extends RuleCondition>(rule: DispatchRule, condition: C, names: CityNames): BothWords {
  const asked = rule[condition]
  return asked === null ? same('') : telling[condition](asked, names)
}

const TERRITORIAL: Record<'district' | 'town' | 'community', BothWords> = {
  district: { zh: '属地区政府', en: 'the district of the place' },
  town: { zh: '属地街道（乡镇）', en: 'the town or street office of the place' },
  community: { zh: '属地社区', en: 'the community of the place' },
}

export function leadWords(lead: LeadResolver, names: CityNames): BothWords {
  if ('unit' in lead) return same(names.unit(lead.unit))
  if ('territorial' in lead) return TERRITORIAL[lead.territorial]
  return 'industry' in lead
    ? { zh: '行业主管部门', en: 'the department of the trade' }
    : { zh: '权属单位', en: 'whoever owns the thing' }
}

function notInForce({ active, from, to }: DispatchRule): BothWords {
  if (!active) return { zh: '规则已停用', en: 'The rule is closed' }
  const zh = [from === null ? '' : `${from} 起`, to === null ? '' : `至 ${to}`].join('')
  const en = [from === null ? '' : `from ${from}`, to === null ? '' : `until ${to}`].join(' ').trim()
  return { zh: `不在有效期内（${zh}）`, en: `Not in force then (${en})` }
}

function failedWords(failed: readonly RuleCondition[], rule: DispatchRule, names: CityNames): BothWords {
  const told = failed.map((one) => ({ name: conditionNames[one], asked: conditionWords(rule, one, names) }))
  return {
    zh: `不符合：${told.map(({ name, asked }) => `${name.zh}（${asked.zh}）`).join('、')}`,
    en: `Does not hold: ${told.map(({ name, asked }) => `${name.en.toLowerCase()} (${asked.en})`).join(', ')}`,
  }
}

const sentences: Record<Exclude<RuleVerdict['verdict'], 'not-in-force' | 'condition-failed'>, BothWords> = {
  chosen: { zh: '条件全部符合，由它决定', en: 'All its conditions hold; it decides' },
  'less-specific': {
    zh: '条件符合，但不如选中的规则具体',
    en: 'Its conditions hold, but it says less than the chosen one',
  },
  'lower-priority': { zh: '条件符合，但优先级低于选中的规则', en: 'Its conditions hold, but its priority is lower' },
  older: { zh: '同样具体，但选中的规则更新', en: 'It says as much, but the chosen one is newer' },
  'unit-excluded': {
    zh: '条件符合，但该单位退过这件工单',
    en: 'Its conditions hold, but its unit gave this order back',
  },
  'unit-missing': {
    zh: '条件符合，但当地没有这个单位，或单位已停用、权属不明',
    en: 'Its conditions hold, but there is no such unit here, it is closed, or the owner is not known',
  },
}

/** The verdict as a sentence. */
export function verdictWords(
  { verdict, failed = [] }: Pick<RuleVerdict, 'verdict' | 'failed'>,
  rule: DispatchRule,
  names: CityNames,
): BothWords {
  if (verdict === 'not-in-force') return notInForce(rule)
  return verdict === 'condition-failed' ? failedWords(failed, rule, names) : sentences[verdict]
}
