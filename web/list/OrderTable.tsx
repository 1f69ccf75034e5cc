import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type ReactNode, useEffect, useRef } from 'react'
import type { OrderRow } from '#contract/views.ts'
import { type Language, useLanguage, useSay, useWords } from '../language.ts'
import { Cell } from './cells.tsx'
import { type Column, columnInfo } from './columns.ts'
import { listWords } from './list-words.ts'
import { OrderLink } from './OrderLink.tsx'
import type { Picked } from './use-picked.ts'

const ROW = 36
const HEAD = 33

type Props = {
  label: string
  rows: readonly OrderRow[]
  /** how many there are in all; null: nobody has counted */
  total: number | null
  columns: readonly Column[]
  picked: Picked
  at: number
  onAt: (at: number) => void
  /** more is fetched when so few rows are left below */
  ahead: number
  onEnd: () => void
  foot: ReactNode
}

const Row = memo(function Row(props: {
  row: OrderRow
  index: number
  columns: readonly Column[]
  chosen: boolean
  here: boolean
  onPick: (id: string, range: boolean) => void
  onAt: (index: number) => void
}) {
  const { row, index, columns, chosen, here } = props
  const words = useWords(listWords)
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={chosen}
      className={`${chosen ? 'on' : ''}${here ? ' here' : ''}`.trim() || undefined}
      onPointerDown={() => props.onAt(index)}
    >
      <td className="pickcell">
        <input
          type="checkbox"
          className="pick"
          aria-label={words.pick(row.title)}
          checked={chosen}
          onChange={(event) => props.onPick(row.id, (event.nativeEvent as MouseEvent).shiftKey === true)}
        />
      </td>
      {columns.map((column) =>
        column === 'title' ? (
          <th key={column} scope="row" className="cut">
            <OrderLink id={row.id} title={row.title} row={index} onFocus={() => props.onAt(index)} />
          </th>
        ) : (
          <td key={column} className={columnInfo[column].end ? 'r' : 'cut'}>
            <Cell row={row} column={column} />
          </td>
        ),
      )}
    </tr>
  )
})

/**
 * A real table of which only the rows in view exist: spacers above and below hold the height, `aria-rowcount` and
 * `aria-rowindex` tell the rest. A million orders scroll as a hundred do.
 */
export function OrderTable({ label, rows, total, columns, picked, at, onAt, ahead, onEnd, foot }: Props) {
  const words = useWords(listWords)
  const say = useSay()
  const language = useLanguage()
  const box = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: 8,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - ahead) onEnd()
  }, [last, rows.length, ahead, onEnd])
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [at, virtual])
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const shownIds = rows.slice(0, 200).map((row) => row.id)
  const allPicked = rows.length > 0 && shownIds.every((id) => picked.picked.has(id))
  const { toggle, toggleRange } = picked
  const pick = useLatest((id: string, range: boolean) => (range ? toggleRange(id) : toggle(id)))
  return (
    <section className="fill tablebox" ref={box} aria-label={label}>
      <table className="tbl orders" aria-rowcount={total ?? -1} aria-label={label}>
        <colgroup>
          <col style={{ width: 40 }} />
          {columns.map((column) => (
            <col key={column} style={{ width: widthOf(column, language) }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th className="pickcell" scope="col">
              <input
                type="checkbox"
                className="pick"
                aria-label={words.pickAll}
                checked={allPicked}
                onChange={() => (allPicked ? picked.clear() : picked.set(shownIds))}
              />
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={columnInfo[column].end ? 'r' : undefined}>
                {say(columnInfo[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Spacer height={above} span={columns.length + 1} />}
          {items.map(({ index }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <Row
                key={row.id}
                row={row}
                index={index}
                columns={columns}
                chosen={picked.picked.has(row.id)}
                here={index === at}
                onPick={pick}
                onAt={onAt}
              />
            )
          })}
          {below > 0 && <Spacer height={below} span={columns.length + 1} />}
        </tbody>
      </table>
      {foot}
    </section>
  )
}

/** The title takes what the others leave. */
function widthOf(column: Column, language: Language): number | string | undefined {
  const { width, enWidth, gives } = columnInfo[column]
  if (width === 0) return undefined
  const full = language === 'en' ? (enWidth ?? width) : width
  return gives === undefined ? full : `min(${full}px, ${full}px - (1440px - max(100vw, 1200px)) * ${gives})`
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
