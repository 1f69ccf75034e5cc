import type { getCity } from '#contract/city.ts'
import { groupAndKey } from '#contract/dispatch-filters.ts'
import { classedWords, groupWords, measureWords, outcomeWords } from '#contract/dispatch-measure-words.ts'
import { DispatchOutcome } from '#domain/measures/dispatch-group.ts'
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

/** `unit:housing` as `首派单位 市住房和城乡建设局`. */
function groupValue(value: string, city: City, language: Language): string {
  const asked = groupAndKey(value)
  if (asked === null) return value
  const { group, key } = asked
  const named =
    group === 'unit'
      ? city?.units.find((unit) => unit.id === key)?.name
      : group === 'district' || group === 'town'
        ? city?.regions.find((region) => region.code === key)?.name
        : group === 'classed'
          ? classedWords(key)[language]
          : key === 'straight'
            ? measureWords.straight[language]
            : city?.categories.find((category) => category.code === key)?.name
  return `${groupWords[group][language]} ${named ?? key}`
}

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
    case 'firstWas': {
      const was = DispatchOutcome.safeParse(value)
      return was.success ? outcomeWords[was.data][language] : value
    }
    case 'firstIn':
      return groupValue(value, city, language)
    default:
      return /^\d{4}-\d\d-\d\dT/.test(value) ? momentWords(value, now, language) : value
  }
}
