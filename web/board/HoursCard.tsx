import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Today } from '#contract/today.ts'
import { SHANGHAI_OFFSET_MS } from '#domain/ids.ts'
import { Chart } from '../chart/Chart.tsx'
import { useLanguage, useWords } from '../language.ts'
import { boardWords, earlierDay } from './board-words.ts'
import { count } from './change.ts'
import { hoursDrawing } from './hours-drawing.ts'
import { OrdersLink } from './OrdersLink.tsx'
import type { BoardFilters, Filters } from './scope.ts'

const HOUR_MS = 3_600_000
const iso = (ms: number) => new Date(ms).toISOString()

/** The hour that runs now is not drawn: it would look like a fall. */
const runningHour = (cutoff: string): number => new Date(Date.parse(cutoff) + SHANGHAI_OFFSET_MS).getUTCHours()

function Rows({ board, filters, linked }: { board: Today; filters: BoardFilters; linked: boolean }) {
  const words = useWords(boardWords)
  const day = earlierDay(board, useLanguage())
  const within = (from: string, hour: number): Filters => {
    const start = Date.parse(from) + hour * HOUR_MS
    return { ...filters.place, acceptedFrom: iso(start), acceptedTo: iso(start + HOUR_MS - 1) }
  }
  const cell = (n: number, from: string, hour: number, name: string) =>
    linked ? (
      <OrdersLink filters={within(from, hour)} about={`${name} ${words.hour(hour)}`}>
        {count(n)}
      </OrdersLink>
    ) : (
      count(n)
    )
  return (
    <table className="tbl">
      <caption className="sr">{words.hours}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">{words.hours}</span>
          </th>
          <th scope="col" className="r">
            {words.todayLine}
          </th>
          <th scope="col" className="r">
            {day}
          </th>
        </tr>
      </thead>
      <tbody>
        {board.hours.map((row) => (
          <tr key={row.hour}>
            <th scope="row">{words.hour(row.hour)}</th>
            <td className="r">{cell(row.today, board.today.from, row.hour, words.todayLine)}</td>
            <td className="r">{cell(row.before, board.before.from, row.hour, day)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Each hour of today beside the whole of the earlier day; a click on an hour opens its orders, and so does its row in the table. */
export function HoursCard({ board, filters }: { board: Today; filters: BoardFilters }) {
  const words = useWords(boardWords)
  const day = earlierDay(board, useLanguage())
  const navigate = useNavigate()
  const [asTable, setAsTable] = useState(false)
  const running = runningHour(board.cutoff)
  const draw = useMemo(() => hoursDrawing(board, running, { words, day }), [board, running, words, day])
  const open = (index: number) => {
    const start = Date.parse(board.today.from) + index * HOUR_MS
    if (index < 0 || index > running) return
    const search = { ...filters.place, acceptedFrom: iso(start), acceptedTo: iso(start + HOUR_MS - 1) }
    void navigate({ to: '/orders', search })
  }
  return (
    <section className="card hours" aria-label={words.hours}>
      <header>
        <h2>{words.hours}</h2>
        <span className="end flex xs m2 keyed">
          <span className="solid">{words.todayLine}</span>
          <OrdersLink className="dashed" filters={filters.acceptedBeforeDay} about={words.accepted}>
            {words.wholeDay(day, count(board.accepted.beforeDay))}
          </OrdersLink>
          <button type="button" className="link xs" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? words.chart : words.table}
          </button>
        </span>
      </header>
      {asTable ? (
        <div className="scrolled">
          <Rows board={board} filters={filters} linked />
        </div>
      ) : (
        <Chart
          label={words.hoursLabel(day, count(board.accepted.today))}
          draw={draw}
          table={<Rows board={board} filters={filters} linked={false} />}
          onPoint={open}
        />
      )}
    </section>
  )
}
