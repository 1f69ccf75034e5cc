import type { ClockDay, ClockView } from '#contract/views.ts'
import { dayOf, type Instant, instantOf, msOf } from '#domain/ids.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { spanWords } from '../words/time.ts'
import { clockWordsOf, dayName } from './clock-words.ts'

/** Four weeks fit; of a longer walk the first and the last two weeks are drawn, the words tell the rest. */
const MOST = 28
const HALF = 14

const timeOf = (due: Instant): string => {
  const text = new Date(msOf(due) + 8 * 3_600_000).toISOString().slice(11, 16)
  return text === '00:00' ? '24:00' : text
}

function useLines(clock: ClockView, today: string) {
  const words = useWords(clockWordsOf)
  const language = useLanguage()
  const counted = (day: ClockDay): string => {
    if (!day.counts) return words.notCounted
    return day.minutes === null ? words.day(String(day.number)) : spanWords(day.minutes * 60_000, language)
  }
  const because = (day: ClockDay): string => {
    if (day.last) return timeOf(clock.due)
    if (day.why === 'start-day') return words.start
    if (day.why === 'holiday') return day.name ?? words.rest
    if (day.why === 'make-up-day') return words.makeUp(day.name ?? '')
    if (day.day === today) return words.today
    return day.why === 'weekend' ? words.rest : ''
  }
  return { counted, because }
}

/** The days of a limit one by one: which count, as which, and why the others do not. */
export function DayCells({ clock }: { clock: ClockView }) {
  const words = useWords(clockWordsOf)
  const language = useLanguage()
  const today = dayOf(instantOf(useNow()))
  const { counted, because } = useLines(clock, today)
  const { days } = clock
  if (days.length === 0) return null
  const skipped = days.length > MOST ? days.length - 2 * HALF : 0
  const shown = skipped === 0 ? days : [...days.slice(0, HALF), ...days.slice(-HALF)]
  const columns = Math.min(7, shown.length)
  return (
    <>
      <ol className="daycells" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {shown.map((day, i) => (
          <li key={day.day} className={day.counts ? 'on' : undefined} data-last={day.last || undefined}>
            <span>{dayName(day.day, day.weekday, i === 0 && day.day.slice(0, 7) !== today.slice(0, 7), language)}</span>
            <span>{counted(day)}</span>
            <span>{because(day)}</span>
          </li>
        ))}
      </ol>
      {skipped > 0 && <p className="xs m3">{words.more(String(skipped))}</p>}
    </>
  )
}
