import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef } from 'react'
import { useSay, useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { CatalogueSearch, Go, SortKey } from './catalogue-search.ts'
import { sortNames, standingWords } from './column-words.ts'
import { RuleConditions, useConditionText } from './RuleConditions.tsx'
import type { SayCell } from './rule-filter.ts'
import type { RuleLine } from './rule-line.ts'
import { tableWords } from './table-words.ts'
import type { PickedRules } from './use-picked-rules.ts'

const ROW = 32
const HEAD = 33

type Column = { key: SortKey; width: number | undefined; end?: true }
const COLUMNS: readonly Column[] = [
  { key: 'category', width: 216 },
  { key: 'conditions', width: undefined },
  { key: 'lead', width: 248 },
  { key: 'handling', width: 76 },
  { key: 'priority', width: 68, end: true },
  { key: 'basis', width: 156 },
  { key: 'owner', width: 112 },
  { key: 'from', width: 104 },
]
/** Beside the open row there is room for what tells rules apart. */
const SHORT: readonly SortKey[] = ['category', 'conditions', 'lead', 'priority']

type Props = {
  lines: readonly RuleLine[]
  sayCell: SayCell
  search: CatalogueSearch
  go: Go
  /** null: nothing may be changed, so nothing is picked */
  picked: PickedRules | null
  at: number
  onAt: (at: number) => void
}

type RowProps = {
  line: RuleLine
  index: number
  columns: readonly Column[]
  sayCell: SayCell
  open: boolean
  here: boolean
  chosen: boolean
  onOpen: (line: RuleLine, index: number) => void
  onPick: ((key: string, range: boolean) => void) | null
}

function CategoryCell({ line, index, sayCell, onOpen }: Pick<RowProps, 'line' | 'index' | 'sayCell' | 'onOpen'>) {
  const words = useWords(tableWords)
  const { row, key } = line
  const name = sayCell(row, 'category') || words.everyCategory
  return (
    <th scope="row" className="cut">
      {line.faults > 0 && (
        <span className="c-red" title={words.faults(String(line.faults))}>
          <Icon name="info" size={14} />
          <span className="sr">{words.faults(String(line.faults))}</span>
        </span>
      )}{' '}
      <button
        type="button"
        className="link row-link"
        data-row={index}
        title={`${name} ${key}`}
        onClick={() => onOpen(line, index)}
      >
        {name} <span className="code">{key}</span>
      </button>{' '}
      {line.touch !== null && <Tag tone="b">{words[line.touch]}</Tag>}
    </th>
  )
}

function Validity({ line, sayCell }: Pick<RowProps, 'line' | 'sayCell'>) {
  const say = useSay()
  const words = useWords(tableWords)
  const { row, standing } = line
  if (standing === 'closed') return <Tag>{say(standingWords.closed)}</Tag>
  if (standing === 'expired') return <Tag tone="a">{words.until(sayCell(row, 'to'))}</Tag>
  if (standing === 'future') return <Tag tone="a">{words.since(sayCell(row, 'from'))}</Tag>
  return (row.to ?? '') === '' ? (
    <span className="m3">{words.openEnd}</span>
  ) : (
    <span>{words.until(sayCell(row, 'to'))}</span>
  )
}

const Row = memo(function Row(props: RowProps) {
  const { line, index, columns, sayCell, open, here, chosen, onOpen, onPick } = props
  const words = useWords(tableWords)
  const text = useConditionText()
  const { row, key, conditions } = line
  const name = sayCell(row, 'category') || words.everyCategory
  const cell = (column: SortKey) => {
    if (column === 'category') return <CategoryCell key={column} {...{ line, index, sayCell, onOpen }} />
    if (column === 'conditions')
      return (
        <td key={column} className="cut conds" title={text({ row, conditions, sayCell })}>
          {conditions.length === 0 ? (
            <span className="m3">{words.noConditions}</span>
          ) : (
            <RuleConditions row={row} conditions={conditions} sayCell={sayCell} />
          )}
        </td>
      )
    if (column === 'lead') {
      const co = sayCell(row, 'co')
      return (
        <td key={column} className="cut" title={co === '' ? sayCell(row, 'lead') : `${sayCell(row, 'lead')} + ${co}`}>
          {sayCell(row, 'lead')} {co !== '' && <span className="m3">+ {co}</span>}
        </td>
      )
    }
    if (column === 'from')
      return (
        <td key={column}>
          <Validity line={line} sayCell={sayCell} />
        </td>
      )
    return (
      <td key={column} className={column === 'priority' ? 'r' : 'cut m2'} title={sayCell(row, column)}>
        {sayCell(row, column)}
      </td>
    )
  }
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={chosen}
      className={`${open || chosen ? 'on' : ''}${here ? ' here' : ''}${line.standing === 'in-force' ? '' : ' resting'}`.trim()}
    >
      {onPick !== null && (
        <td className="pickcell">
          <input
            type="checkbox"
            className="pick"
            aria-label={words.pick(`${name} ${key}`)}
            checked={chosen}
            onChange={(event) => onPick(key, (event.nativeEvent as MouseEvent).shiftKey === true)}
          />
        </td>
      )}
      {columns.map((column) => cell(column.key))}
    </tr>
  )
})

function Head({ column, search, go }: { column: Column; search: CatalogueSearch; go: Go }) {
  const say = useSay()
  const words = useWords(tableWords)
  const on = search.sort === column.key
  const desc = search.desc === 'yes'
  // Up, down, and back to the catalogue's own order.
  const next = !on
    ? { sort: column.key, desc: undefined }
    : desc
      ? { sort: undefined, desc: undefined }
      : { desc: 'yes' as const }
  return (
    <th
      scope="col"
      className={column.end ? 'r' : undefined}
      aria-sort={on ? (desc ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className="sorter" title={words.sort} onClick={() => go(next, true)}>
        {say(sortNames[column.key])} {on && <Icon name={desc ? 'down' : 'up'} size={12} />}
      </button>
    </th>
  )
}

/** Thousands of rules: only the rows in view exist, as in the list of orders. Every head sorts. */
export function RuleTable({ lines, sayCell, search, go, picked, at, onAt }: Props) {
  const words = useWords(tableWords)
  const box = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: 8,
  })
  const items = virtual.getVirtualItems()
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [at, virtual])
  const columns = search.row === undefined ? COLUMNS : COLUMNS.filter(({ key }) => SHORT.includes(key))
  const onOpen = useLatest((line: RuleLine, index: number) => {
    onAt(index)
    go({ row: line.key })
  })
  const onPick = useLatest((key: string, range: boolean) => (range ? picked?.toggleRange(key) : picked?.toggle(key)))
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const span = columns.length + (picked === null ? 0 : 1)
  const all = lines.length > 0 && lines.every(({ key }) => picked?.picked.has(key))
  return (
    <section className="fill tablebox" ref={box} aria-label={words.rules}>
      <table className="tbl orders rules" aria-rowcount={lines.length + 1} aria-label={words.rules}>
        <colgroup>
          {picked !== null && <col style={{ width: 40 }} />}
          {columns.map(({ key, width }) => (
            <col key={key} style={width === undefined ? {} : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {picked !== null && (
              <th className="pickcell" scope="col">
                <input
                  type="checkbox"
                  className="pick"
                  aria-label={words.pickAll(String(lines.length))}
                  checked={all}
                  onChange={() => (all ? picked.clear() : picked.set(lines.map(({ key }) => key)))}
                />
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.key} column={column} search={search} go={go} />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Spacer height={above} span={span} />}
          {items.map(({ index }) => {
            const line = lines[index]
            if (line === undefined) return null
            return (
              <Row
                key={line.key}
                line={line}
                index={index}
                columns={columns}
                sayCell={sayCell}
                open={search.row === line.key}
                here={index === at}
                chosen={picked?.picked.has(line.key) ?? false}
                onOpen={onOpen}
                onPick={picked === null ? null : onPick}
              />
            )
          })}
          {below > 0 && <Spacer height={below} span={span} />}
        </tbody>
      </table>
    </section>
  )
}

const Spacer = ({ height, span }: { height: number; span: number }) => (
  <tr aria-hidden="true" className="spacer">
    <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
  </tr>
)

/** One function for the life of the table, so that rows that did not change are not drawn anew. */
function useLatest<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const latest = useRef(act)
  latest.current = act
  return useRef((...args: A) => latest.current(...args)).current
}
