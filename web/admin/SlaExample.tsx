import { CLOCK_COLUMNS, type PartRow } from '#domain/city/part.ts'
import { dueAt } from '#domain/deadline/due.ts'
import { instantOf } from '#domain/ids.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { momentWords } from '../words/time.ts'
import { limitOf } from './cell-words.ts'
import { columnName } from './part-words.ts'
import { useCalendars } from './use-calendars.ts'

const wordsOf = {
  zh: { title: '例：如果现在开始算', before: (when: string) => `${when}前`, calendar: '按机关工作时间日历' },
  en: {
    title: 'Example: counted from now',
    before: (when: string) => `by ${when}`,
    calendar: 'By the office calendar',
  },
}

/** What the limits being typed would mean for somebody who calls this minute. */
export function SlaExample({ row }: { row: PartRow }) {
  const words = useWords(wordsOf)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const calendars = useCalendars()
  const calendar = calendars?.get('city') ?? [...(calendars?.values() ?? [])][0]
  if (calendar === undefined) return null
  return (
    <section className="sec" aria-live="polite">
      <header>
        <h2>{words.title}</h2>
        <span className="end xs m3">{words.calendar}</span>
      </header>
      <dl className="dl">
        {CLOCK_COLUMNS.flatMap((clock) => {
          const limit = limitOf(row[clock])
          if (limit === null || limit.amount <= 0 || (limit.unit === 'working-day' && !Number.isInteger(limit.amount)))
            return []
          const due = dueAt(calendar, limit, instantOf(now)).at
          return [
            <dt key={clock}>{say(columnName(clock))}</dt>,
            <dd key={`${clock} due`}>{words.before(momentWords(due, now, language))}</dd>,
          ]
        })}
      </dl>
    </section>
  )
}
