import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { LightDot } from '../ui/Light.tsx'
import { momentWords } from '../words/time.ts'
import { seatWords } from './seat-words.ts'
import type { Seat } from './use-seat.ts'

/** `09:12` today, the day's name otherwise: which it is matters, not the minute. */
const shortly = (words: string): string => words.replace(/^今天 |^today /, '').replace(/(（.*|[ ,].*)$/u, '')

export function NearbyOrders({ seat: { form, similar } }: { seat: Seat }) {
  const words = useWords(seatWords)
  const [language, now] = [useLanguage(), useNow()]
  const nearby = form.place === null ? null : (similar?.nearby ?? null)
  return (
    <div className="sec">
      <header>
        <h2>{words.near}</h2>
        {nearby !== null && <span className="xs m3">{words.pieces(nearby.length)}</span>}
      </header>
      {nearby === null && <p className="s m2">{words.nearFirst}</p>}
      {nearby?.length === 0 && <p className="s m2">{words.noNear}</p>}
      <ol className="s seat-near">
        {(nearby ?? []).map((order, i) => (
          <li key={order.id} className="flex">
            <span className="tag n">{i + 1}</span>
            <a href={`/orders/${order.id}`} target="_blank" rel="noreferrer" className="cut grow" title={order.title}>
              {order.title}
            </a>
            <span className="xs m3 nw">{shortly(momentWords(order.receivedAt, now, language))}</span>
            <LightDot light={order.light} />
          </li>
        ))}
      </ol>
    </div>
  )
}
