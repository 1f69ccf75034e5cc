import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { DispatchMeasures } from '#contract/dispatch-measures.ts'
import { count } from '../board/change.ts'
import { OrdersLink } from '../board/OrdersLink.tsx'
import { Chart } from '../chart/Chart.tsx'
import { useWords } from '../language.ts'
import type { ListSearch } from '../list/list-search.ts'
import { daysDrawing } from './days-drawing.ts'
import { accuracyOf, percent } from './measure-shares.ts'
import { measuresWords } from './measures-words.ts'

type Props = { measures: DispatchMeasures; filters: ListSearch }

function Rows({ measures, filters, linked }: Props & { linked: boolean }) {
  const words = useWords(measuresWords)
  return (
    <table className="tbl">
      <caption className="sr">{words.days}</caption>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col" className="r">
            {words.head.dispatched}
          </th>
          <th scope="col" className="r">
            {words.head.wrong}
          </th>
          <th scope="col" className="r">
            {words.head.accuracy}
          </th>
        </tr>
      </thead>
      <tbody>
        {measures.days.map((day) => (
          <tr key={day.key}>
            <th scope="row">{day.key}</th>
            <td className="r">{count(day.dispatched)}</td>
            <td className="r">
              {linked ? (
                <OrdersLink
                  filters={{ ...filters, firstFrom: day.key, firstTo: day.key, firstWas: 'wrong' }}
                  about={`${day.key} ${words.head.wrong}`}
                >
                  {count(day.wrong)}
                </OrdersLink>
              ) : (
                count(day.wrong)
              )}
            </td>
            <td className="r">{percent(accuracyOf(day), day.dispatched)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Accuracy over the days; a click on one opens what was first sent wrong on it. */
export function DaysCard({ measures, filters }: Props) {
  const words = useWords(measuresWords)
  const navigate = useNavigate()
  const [asTable, setAsTable] = useState(false)
  const { days, target } = measures
  const draw = useMemo(() => daysDrawing({ days, target }, words), [days, target, words])
  const open = (index: number) => {
    const day = days[index]?.key
    if (day === undefined) return
    void navigate({ to: '/orders', search: { ...filters, firstFrom: day, firstTo: day, firstWas: 'wrong' } })
  }
  return (
    <section className="card dayscard" aria-label={words.days}>
      <header>
        <h2>{words.days}</h2>
        <span className="end xs m2">
          <button type="button" className="link xs" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? words.chart : words.table}
          </button>
        </span>
      </header>
      {asTable ? (
        <div className="scrolled">
          <Rows measures={measures} filters={filters} linked />
        </div>
      ) : (
        <Chart
          label={words.daysLabel(percent(accuracyOf(measures.whole), measures.whole.dispatched))}
          draw={draw}
          table={<Rows measures={measures} filters={filters} linked={false} />}
          onPoint={open}
        />
      )}
    </section>
  )
}
