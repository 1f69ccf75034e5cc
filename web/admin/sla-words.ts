import type { PartRow } from '#domain/city/part.ts'
import type { Language } from '../language.ts'
import { limitWords } from '../words/limit.ts'
import { cellWords, limitOf, type Names } from './cell-words.ts'

/** What each clock promises, said as the office says it; the limit stands where `~` is. */
const sentences: Readonly<Record<string, Record<Language, string>>> = {
  C1: { zh: '受理后 ~内派出', en: 'dispatched within ~ of acceptance' },
  C2: { zh: '收到派单后 ~内签收', en: 'signed within ~ of dispatch' },
  C3: { zh: '收到派单后 ~内联系诉求人', en: 'citizen contacted within ~' },
  C4: { zh: '收到派单后 ~内到场', en: 'on site within ~ of dispatch' },
  C5: { zh: '~内办结答复', en: 'answered within ~' },
  C6: { zh: '反馈后 ~内审核', en: 'reply reviewed within ~' },
  C7: { zh: '审核后 ~内回访', en: 'called back within ~' },
  C8: { zh: '不满意的 ~内重办', en: 'redone within ~' },
  C9: { zh: '退单 ~内审', en: 'returns judged within ~' },
  C10: { zh: '延期 ~内批', en: 'extensions judged within ~' },
}

type Sentence = { clock: string; before: string; limit: string; after: string }

/** The promise of one clock in three pieces, so that the limit can stand out; null where the profile sets none. */
export function clockSentence(clock: string, cell: string, language: Language): Sentence | null {
  const limit = limitOf(cell)
  const [before, after] = sentences[clock]?.[language].split('~') ?? []
  if (limit === null || before === undefined || after === undefined) return null
  return { clock, before, limit: limitWords(limit, language), after }
}

const MATCHED = ['kind', 'requestType', 'hazard', 'categories', 'handling', 'tag'] as const

/** Which orders a profile takes, in one phrase; the one that takes the rest says so. */
export function matchWords(row: PartRow, names: Names, language: Language): string {
  const parts = MATCHED.filter((column) => (row[column] ?? '') !== '').map((column) => {
    if (column === 'hazard')
      return {
        zh: row.hazard === '1' ? '危及安全' : '不危及安全',
        en: row.hazard === '1' ? 'dangerous' : 'not dangerous',
      }[language]
    return cellWords('sla', column, row[column] ?? '', names, language)
  })
  if (parts.length === 0) return language === 'zh' ? '其他方案都不管的' : 'whatever no other profile takes'
  return parts.join(language === 'zh' ? '、' : ', ')
}
