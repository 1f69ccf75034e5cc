import type { ReactNode } from 'react'
import type { ClockView } from '#contract/views.ts'
import { dueWords } from '#domain/deadline/time-words.ts'
import { instantOf } from '#domain/ids.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { limitWords } from '../words/limit.ts'
import { ClockMeter } from './ClockMeter.tsx'
import { standingOf } from './clock-standing.ts'
import { clockWordsOf } from './clock-words.ts'
import { DayCells } from './DayCells.tsx'
import './order.css'

/** How a due moment was reckoned: day cells, the limit with its profile, the calendar, and the whole sentence. */
export function ClockReckoning({ clock, open = false }: { clock: ClockView; open?: boolean }) {
  const words = useWords(clockWordsOf)
  const language = useLanguage()
  return (
    <details className="reckoning" open={open}>
      <summary>{words.how}</summary>
      <DayCells clock={clock} />
      <p className="xs m3">{clock.words[language]}</p>
      <p className="xs m3" title={clock.basis}>
        {words.rule(clock.profileName, limitWords(clock.limit, language))}
        {clock.days.length === 0 && `（${words.natural}）`} ·{' '}
        {words.calendar(clock.calendarName, clock.calendarVersion)}
      </p>
      {clock.provisional && <p className="xs c-amber">{words.provisional}</p>}
    </details>
  )
}

/** One clock in words, its meter and how it was reckoned. `children` stand between meter and reckoning. */
export function ClockCard({ clock, open, children }: { clock: ClockView; open?: boolean; children?: ReactNode }) {
  const words = useWords(clockWordsOf)
  const language = useLanguage()
  const now = useNow()
  const standing = standingOf(clock, now, language)
  const due = dueWords(clock.due, instantOf(now), language)
  const past = Date.parse(clock.due) < now
  return (
    <div className="clock">
      <div className="flex wrap clockline">
        <span className={`big ${standing.tone === 'c-green' ? '' : standing.tone}`.trim()}>{standing.words}</span>
        <span className="s m2">
          {past || standing.done ? words.wasDue(due) : clock.code === 'C5' ? words.answerBy(due) : words.by(due)}
        </span>
      </div>
      <ClockMeter clock={clock} />
      {children}
      <ClockReckoning clock={clock} {...(open === undefined ? {} : { open })} />
    </div>
  )
}
