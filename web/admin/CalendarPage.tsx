import { useMemo } from 'react'
import type { PartRow } from '#domain/city/part.ts'
import type { WorkCalendar } from '#domain/deadline/calendar.ts'
import { buildCalendars } from '#domain/deadline/calendar-file.ts'
import { type Day, dayOf, instantOf } from '#domain/ids.ts'
import { Work } from '../frame/Work.tsx'
import { useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { Segment } from '../ui/Segment.tsx'
import { Select } from '../ui/Select.tsx'
import { Loading } from '../ui/States.tsx'
import { AdminNav } from './AdminNav.tsx'
import { PartSearch } from './admin-search.ts'
import { calendarWords } from './calendar-words.ts'
import { DayPanel } from './DayPanel.tsx'
import { PartBody } from './PartBody.tsx'
import { PartPage, touchedKeys } from './PartPage.tsx'
import { PartTools, PathBar } from './PathBar.tsx'
import { PlainTable } from './PlainTable.tsx'
import { pathWords } from './path-words.ts'
import { Stale } from './Stale.tsx'
import { useRowsInForce } from './use-calendars.ts'
import { useGo } from './use-go.ts'
import { useNames } from './use-names.ts'
import { type PartState, usePart } from './use-part.ts'
import { VersionsPane } from './VersionsPane.tsx'
import { YearLegend, YearView } from './YearView.tsx'
import { yearSum } from './year.ts'
import './admin.css'

/** The draft's calendars; null while a row cannot be read, which the preview names. */
function built(calendars: readonly PartRow[] | undefined, holidays: readonly PartRow[]) {
  if (calendars === undefined) return null
  try {
    return buildCalendars(calendars, holidays)
  } catch {
    return null
  }
}

const latest = (rows: readonly PartRow[], column: string): string[] => [
  ...new Set(rows.toReversed().map((row) => row[column] ?? '')),
]

function YearHead({ calendar, year, rows }: { calendar: WorkCalendar; year: number; rows: readonly PartRow[] }) {
  const words = useWords(calendarWords)
  const say = useSay()
  const sum = yearSum(calendar, year)
  const notices = [...new Set(rows.filter((row) => row.date?.startsWith(String(year))).map((row) => row.notice ?? ''))]
  return (
    <div className="pad" style={{ paddingBottom: 0 }}>
      {!sum.known && (
        <div role="alert">
          <Note tone="a" icon="info">
            <b>{words.missing(String(year))}</b> {words.missingTold}
          </Note>
        </div>
      )}
      {calendar.ignoresHolidays === true && <Note tone="b">{words.ignores}</Note>}
      <p className="s m2">
        {words.sum(String(sum.works), String(sum.holidays), String(sum.makeUp))} · {words.source}
        {say({ zh: '：', en: ': ' })}
        {notices.length === 0 ? words.noSource : notices.join(say({ zh: '、', en: ', ' }))}
      </p>
    </div>
  )
}

function Year({
  state,
  search,
  go,
}: {
  state: PartState
  search: PartSearch
  go: (more: Partial<PartSearch>, r?: boolean) => void
}) {
  const words = useWords(calendarWords)
  const names = useNames()
  const today = dayOf(instantOf(useNow()))
  const table = useRowsInForce('calendars')
  const calendars = useMemo(() => built(table, state.rows), [table, state.rows])
  const year = search.year ?? Number(today.slice(0, 4))
  const calendar = calendars?.get(search.calendar ?? 'city') ?? [...(calendars?.values() ?? [])][0]
  const day = /^\d{4}-\d\d-\d\d$/.test(search.row ?? '') ? (search.row as Day) : undefined
  const put = (row: PartRow | null) => {
    const others = state.rows.filter((one) => one.date !== day)
    const next = row === null ? others : [...others, row].toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
    void state.save(next)
  }
  return (
    <>
      <div className="col">
        <PartTools state={state} search={search} go={go}>
          <ViewChoice view="year" go={go} />
          <Button aria-label={words.previous} onClick={() => go({ year: year - 1, row: undefined })}>
            <Icon name="left" size={16} />
          </Button>
          <b className="t3" aria-live="polite">
            {words.yearName(String(year))}
          </b>
          <Button aria-label={words.next} onClick={() => go({ year: year + 1, row: undefined })}>
            <Icon name="right" size={16} />
          </Button>
          <Select
            aria-label={words.calendar}
            value={calendar?.code ?? ''}
            choices={[...(calendars?.values() ?? [])].map((one) => ({ value: one.code, label: one.name }))}
            onChange={(code) => go({ calendar: code })}
          />
        </PartTools>
        <Stale state={state} names={names} />
        {search.view === 'versions' ? (
          <VersionsPane state={state} names={names} search={search} go={go} />
        ) : calendar === undefined ? (
          <Loading />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section className="fill" aria-label={words.yearName(String(year))} tabIndex={0}>
            <YearHead calendar={calendar} year={year} rows={state.rows} />
            <YearLegend />
            <YearView
              calendar={calendar}
              year={year}
              today={today}
              chosen={day}
              touched={new Set([...touchedKeys(state), ...state.changes.removed.map((row) => row.date ?? '')])}
              onChoose={(chosen) => go({ row: chosen })}
            />
          </section>
        )}
        <PathBar state={state} go={go} />
      </div>
      {day !== undefined && (
        <DayPanel
          key={day}
          day={day}
          row={state.rows.find((row) => row.date === day)}
          known={{ names: latest(state.rows, 'name'), notices: latest(state.rows, 'notice') }}
          onPut={put}
          onClose={() => go({ row: undefined })}
        />
      )}
    </>
  )
}

function ViewChoice({ view, go }: { view: 'year' | 'hours'; go: (more: Partial<PartSearch>) => void }) {
  const words = useWords(calendarWords)
  return (
    <Segment
      label={words.view}
      value={view}
      choices={[
        { value: 'year', label: words.year },
        { value: 'hours', label: words.hours },
      ]}
      onChange={(chosen) => go({ table: chosen === 'hours' ? 'hours' : undefined, view: undefined, row: undefined })}
    />
  )
}

function Holidays() {
  const words = useWords(calendarWords)
  const path = useWords(pathWords)
  const names = useNames()
  const [search, go] = useGo(PartSearch)
  const state = usePart('holidays')
  const panelled = search.row !== undefined && search.view !== 'preview'
  return (
    <Work layout={panelled ? 'admin daypanel' : 'admin'} label={words.year}>
      <AdminNav />
      <PartBody what={words.year} state={state} names={names} search={search} go={go} back={path.edit}>
        {(read) => <Year state={read} search={search} go={go} />}
      </PartBody>
    </Work>
  )
}

/** The holidays as a year, the hours as a table: two tables of the city on one page. */
export function CalendarPage() {
  const [search, go] = useGo(PartSearch)
  if (search.table !== 'hours') return <Holidays />
  return <PartPage part="calendars" table={PlainTable} head={<ViewChoice view="hours" go={go} />} />
}
