import type { getCity } from '#contract/city.ts'
import type { Language } from '../language.ts'
import type { ReplyOf } from '../send.ts'
import { momentWords } from '../words/time.ts'
import { choiceWords } from './choice-words.ts'
import { FLAGS, isChoice } from './filter-words.ts'
import type { FilterKey } from './list-search.ts'

const SIDES: Record<string, { zh: string; en: string }> = {
  of: { zh: '参评', en: 'counted' },
  right: { zh: '达标', en: 'kept' },
  partly: { zh: '部分达标', en: 'partly' },
  wrong: { zh: '未达标', en: 'missed' },
  '5': { zh: '非常满意', en: 'very satisfied' },
  '4': { zh: '满意', en: 'satisfied' },
  '3': { zh: '基本满意', en: 'fairly satisfied' },
  '2': { zh: '不满意', en: 'dissatisfied' },
  '1': { zh: '非常不满意', en: 'very dissatisfied' },
}

/** 三率 and how an order counts in them (domain/measures/rates.ts). */
const RATES: Record<string, { zh: string; en: string }> = {
  response: { zh: '响应率', en: 'response rate' },
  resolution: { zh: '解决率', en: 'resolution rate' },
  satisfaction: { zh: '满意率', en: 'satisfaction rate' },
}

type City = ReplyOf<typeof getCity> | undefined

/** A value as its chip says it; a code whose name is not known stands as it is. */
export function valueWords(key: FilterKey, value: string, city: City, now: number, language: Language): string | null {
  if (FLAGS.includes(key) || key === 'ownLead') return null
  if (isChoice(key))
    return value
      .split(',')
      .map((one) => choiceWords[key][one]?.[language] ?? one)
      .join(language === 'zh' ? '、' : ', ')
  switch (key) {
    case 'unit':
    case 'lead':
      return city?.units.find((unit) => unit.id === value)?.name ?? value
    case 'category':
      return city?.categories.find((category) => category.code === value)?.name ?? value
    case 'region':
      return city?.regions.find((region) => region.code === value)?.name ?? value
    case 'rate': {
      const [rate = '', side = ''] = value.split(/-(?=[^-]*$)/)
      return `${RATES[rate]?.[language] ?? rate} ${SIDES[side]?.[language] ?? side}`
    }
    default:
      return /^\d{4}-\d\d-\d\dT/.test(value) ? momentWords(value, now, language) : value
  }
}
