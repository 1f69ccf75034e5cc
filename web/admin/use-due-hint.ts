import { dueAt } from '#domain/deadline/due.ts'
import { instantOf } from '#domain/ids.ts'
import { useLanguage } from '../language.ts'
import { useNow } from '../now.ts'
import { momentWords } from '../words/time.ts'
import { limitOf } from './cell-words.ts'
import type { Hint } from './RowField.tsx'
import { useCalendars } from './use-calendars.ts'

/** When a limit that is being typed would end if its clock began this minute, by the office's calendar. */
export function useDueHint(): Hint {
  const language = useLanguage()
  const now = useNow()
  const calendars = useCalendars()
  const calendar = calendars?.get('city') ?? [...(calendars?.values() ?? [])][0]
  return (column, value) => {
    const limit = limitOf(value)
    if (calendar === undefined || limit === null || limit.amount <= 0 || !column.startsWith('C')) return null
    if (limit.unit === 'working-day' && !Number.isInteger(limit.amount)) return null
    const due = momentWords(dueAt(calendar, limit, instantOf(now)).at, now, language)
    return language === 'zh' ? `${due}前` : `by ${due}`
  }
}
