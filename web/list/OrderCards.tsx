import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import type { OrderRow } from '#contract/views.ts'
import { useSay } from '../language.ts'
import { LightDot } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { orderStateWords } from '../words/order.ts'
import { Due, Short } from './cells.tsx'
import { OrderLink } from './OrderLink.tsx'

const CARD = 59

/** On a phone the list rows of every desk: shape, title, what is left; number, place, state. */
export function OrderCards(props: { label: string; rows: readonly OrderRow[]; onEnd: () => void; foot: ReactNode }) {
  const { rows, onEnd } = props
  const say = useSay()
  const box = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => CARD,
    overscan: 10,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 20) onEnd()
  }, [last, rows.length, onEnd])
  return (
    <section className="fill tablebox" ref={box} aria-label={props.label}>
      <ul className="items" style={{ position: 'relative', height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <li key={row.id} style={{ position: 'absolute', left: 0, right: 0, top: start, height: CARD }}>
              <LightDot light={row.light} />
              <OrderLink id={row.id} title={row.title} className="ti" />
              <span className="ck">
                <Due due={row.citizenDue} ended={row.endedAt !== null} />
              </span>
              <span className="me">
                <OrderNo no={row.no} />
                <span className="cut">
                  <Short name={row.regionName} />
                </span>
                <span>{say(orderStateWords[row.state])}</span>
              </span>
            </li>
          )
        })}
      </ul>
      {props.foot}
    </section>
  )
}
