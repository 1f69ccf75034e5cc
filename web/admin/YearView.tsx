import type { WorkCalendar } from '#domain/deadline/calendar.ts'
import { dayNumberOf, dayTextOf } from '#domain/deadline/civil-time.ts'
import type { Day } from '#domain/ids.ts'
import { useWords } from '../language.ts'
import { calendarWords } from './calendar-words.ts'
import { type Month, type YearDay, yearOf } from './year.ts'

type Props = {
  calendar: WorkCalendar
  year: number
  today: Day
  chosen: string | undefined
  touched: ReadonlySet<string>
  onChoose: (day: Day) => void
}

const STEP: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

function useDayWords() {
  const words = useWords(calendarWords)
  const look = { work: words.work, rest: words.rest, holiday: words.holiday, 'make-up': words.makeUp }
  const mark = { work: null, rest: null, holiday: words.holidayMark, 'make-up': words.makeUpMark }
  return { words, look, mark }
}

function DayButton({ day, props, weekday }: { day: YearDay; props: Props; weekday: string }) {
  const { words, look, mark } = useDayWords()
  const state = [look[day.look], day.name, props.touched.has(day.day) ? words.touched : null].filter(
    (one) => one !== null,
  )
  const first = props.chosen ?? (props.today.startsWith(String(props.year)) ? props.today : `${props.year}-01-01`)
  return (
    <button
      type="button"
      data-day={day.day}
      className={`admin-day ${day.look}${day.day === props.today ? ' today' : ''}${props.touched.has(day.day) ? ' touched' : ''}`}
      aria-pressed={day.day === props.chosen}
      title={`${day.day} ${state.join(' ')}`}
      // One stop for Tab in 365 days; the arrows do the rest.
      tabIndex={day.day === first ? 0 : -1}
      onClick={() => props.onChoose(day.day)}
    >
      {day.n}
      {mark[day.look] !== null && <i aria-hidden="true">{mark[day.look]}</i>}
      <span className="sr">{` ${day.day} ${weekday} ${state.join(' ')}`}</span>
    </button>
  )
}

function MonthView({ month, props }: { month: Month; props: Props }) {
  const { words } = useDayWords()
  const name = words.months[month.month - 1] ?? ''
  return (
    <section className="admin-month" aria-label={`${props.year} ${name}`}>
      <h3>{name}</h3>
      <table>
        <thead>
          <tr>
            {words.week.map((day, i) => (
              <th key={words.weekLong[i]} scope="col" abbr={words.weekLong[i]}>
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week, w) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month never move
            <tr key={w}>
              {week.map((day, i) => (
                <td key={words.weekLong[i]}>
                  {day !== null && <DayButton day={day} props={props} weekday={words.weekLong[i] ?? ''} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Twelve months at once: what works and what rests told by shape, word and colour; every day a button. */
export function YearView(props: Props) {
  const move = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const by = STEP[event.key]
    const from = (event.target as HTMLElement).dataset.day
    if (by === undefined || from === undefined) return
    event.preventDefault()
    const to = dayTextOf(dayNumberOf(from as Day) + by)
    event.currentTarget.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus()
  }
  return (
    <div className="admin-year" onKeyDown={move}>
      {yearOf(props.calendar, props.year).map((month) => (
        <MonthView key={month.month} month={month} props={props} />
      ))}
    </div>
  )
}

/** The four kinds of days as they are drawn. */
export function YearLegend() {
  const { words, look, mark } = useDayWords()
  return (
    <ul className="admin-legend" aria-label={words.legend}>
      {(['work', 'rest', 'holiday', 'make-up'] as const).map((kind) => (
        <li key={kind}>
          <span className={`admin-day ${kind}`} aria-hidden="true">
            8{mark[kind] !== null && <i>{mark[kind]}</i>}
          </span>
          {look[kind]}
        </li>
      ))}
      <li className="m3">{words.keys}</li>
    </ul>
  )
}
