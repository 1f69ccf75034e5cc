import { groupWords } from '#contract/dispatch-measure-words.ts'
import type { DispatchMeasures, DispatchRow } from '#contract/dispatch-measures.ts'
import { count, FEW } from '../board/change.ts'
import { OrdersLink } from '../board/OrdersLink.tsx'
import { useLanguage, useWords } from '../language.ts'
import type { ListSearch } from '../list/list-search.ts'
import { Icon } from '../ui/Icon.tsx'
import { groupName } from './group-name.ts'
import { accuracyOf, percent, weightOf } from './measure-shares.ts'
import { MeasureColumn } from './measures-search.ts'
import { measuresWords } from './measures-words.ts'

type By = keyof typeof groupWords
type Props = {
  measures: DispatchMeasures
  by: By
  sort: MeasureColumn
  filters: ListSearch
  onSort: (sort: MeasureColumn) => void
  onOnly: (key: string) => void
}

/** Numbers of a row that open orders: the column, and what became of them. */
const COUNTS = [
  ['wrong', 'wrong', 'wrong'],
  ['returns', 'returned', 'returned'],
  ['unclear', 'unclear', 'unclear'],
  ['moved', 'moved', 'moved'],
] as const
const LATER = [
  ['hanging', 'hanging', 'hanging'],
  ['straight', 'straight', 'straight'],
  ['overridden', 'overridden', 'overridden'],
] as const

function Accuracy({ row, target }: { row: DispatchRow; target: number }) {
  const words = useWords(measuresWords)
  const accuracy = accuracyOf(row)
  if (accuracy === null || row.dispatched < FEW) return <span className="m3">–</span>
  const before = row.before === null ? null : percent(accuracyOf(row.before), row.before.dispatched)
  return (
    <span className="sharecell" title={before === null ? undefined : words.before(before)}>
      <span className="track" aria-hidden="true">
        <i className={accuracy < target ? 'short' : undefined} style={{ width: `${accuracy * 100}%` }} />
      </span>
      <b className={accuracy < target ? 'c-amber' : undefined}>{percent(accuracy, row.dispatched)}</b>
    </span>
  )
}

function Row({
  row,
  by,
  target,
  filters,
  onOnly,
}: Pick<Props, 'by' | 'filters' | 'onOnly'> & { row: DispatchRow; target: number }) {
  const words = useWords(measuresWords)
  const language = useLanguage()
  const name = groupName(by, row.key, row.name, language)
  const own = { ...filters, firstIn: `${by}:${row.key}` }
  const cell = (key: string, n: number, was: string, head: string) => (
    <td key={key} className="r">
      {n === 0 ? (
        <span className="m3">0</span>
      ) : (
        <OrdersLink filters={{ ...own, firstWas: was }} about={`${name} ${head}`}>
          {count(n)}
        </OrdersLink>
      )}
    </td>
  )
  return (
    <tr>
      <th scope="row" className="groupname">
        <button type="button" className="link cut" title={words.narrow(name)} onClick={() => onOnly(row.key)}>
          {name}
        </button>
        {by === 'rule' && row.key !== '' && <span className="xs m3 code">{row.key}</span>}
      </th>
      <td className="r">
        <OrdersLink filters={own} about={`${name} ${words.head.dispatched}`}>
          {count(row.dispatched)}
        </OrdersLink>
      </td>
      <td>
        <Accuracy row={row} target={target} />
      </td>
      {COUNTS.map(([key, of, was]) => cell(key, row[of], was, words.head[key]))}
      <td className="r">{row.median === null ? '–' : words.minutes(row.median.toFixed(row.median < 10 ? 1 : 0))}</td>
      {LATER.map(([key, of, was]) => cell(key, row[of], was, words.head[key]))}
    </tr>
  )
}

/** Who, which rule, which kind: the same measures row by row; a head orders by its column, the worst first. */
export function GroupsCard({ measures, by, sort, filters, onSort, onOnly }: Props) {
  const words = useWords(measuresWords)
  const language = useLanguage()
  const rows = measures.rows.toSorted((a, b) => weightOf[sort](b) - weightOf[sort](a) || b.dispatched - a.dispatched)
  const title = words.rows(groupWords[by][language])
  return (
    <section className="card groupscard" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="end xs m3">{words.few}</span>
      </header>
      <div className="scrolled">
        <table className="tbl">
          <caption className="sr">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{groupWords[by][language]}</th>
              {MeasureColumn.options.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={column === 'accuracy' ? undefined : 'r'}
                  aria-sort={column === sort ? 'descending' : 'none'}
                >
                  <button type="button" className="link xs" onClick={() => onSort(column)}>
                    {words.head[column]}
                    {column === sort && <Icon name="down" size={12} />}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} by={by} target={measures.target} filters={filters} onOnly={onOnly} />
            ))}
          </tbody>
        </table>
      </div>
      {measures.groups > measures.rows.length && (
        <p className="xs m3">{words.more(count(measures.rows.length), count(measures.groups))}</p>
      )}
    </section>
  )
}
