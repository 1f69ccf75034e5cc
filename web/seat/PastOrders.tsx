import { useEffect, useRef } from 'react'
import type { CallerCard, CallerOrder } from '#contract/seat.ts'
import { isOpen } from '#domain/order/states.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { LightDot } from '../ui/Light.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { orderStateWords } from '../words/order.ts'
import { dateWords } from '../words/time.ts'
import { focusField } from './focus-field.ts'
import { seatWords } from './seat-words.ts'
import type { Seat } from './use-seat.ts'

const RESULT = {
  zh: ['很不满意', '不满意', '基本满意', '满意', '非常满意'],
  en: ['very dissatisfied', 'dissatisfied', 'fairly content', 'content', 'very content'],
}

function Row({ order, onActOn }: { order: CallerOrder; onActOn: (what: 'supplement' | 'urge') => void }) {
  const [say, language, now] = [useSay(), useLanguage(), useNow()]
  const words = useWords(seatWords)
  const result = order.satisfaction === null ? undefined : RESULT[language][order.satisfaction - 1]
  const ended = `${say(orderStateWords[order.state])}${result === undefined ? '' : ` · ${result}`}`
  // Merged, the matter is open at its master: what the caller says there reaches who works on it.
  const open = isOpen(order.state) || order.state === 'merged'
  return (
    <li className="past">
      <LightDot light={order.light} />
      <a
        href={`/orders/${order.id}`}
        target="_blank"
        rel="noreferrer"
        className="cut s"
        title={order.title}
        aria-keyshortcuts={open ? 'S R' : undefined}
        onKeyDown={(event) => {
          if (event.altKey || event.ctrlKey || event.metaKey) return
          const row = event.currentTarget.parentElement
          const other = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling }[event.key]
          if (other instanceof HTMLElement) {
            event.preventDefault()
            return other.querySelector('a')?.focus()
          }
          if (!open) return
          const what = { s: 'supplement', r: 'urge' }[event.key.toLowerCase()] as 'supplement' | 'urge' | undefined
          if (what === undefined) return
          event.preventDefault()
          onActOn(what)
        }}
      >
        {order.title}
      </a>
      <span />
      <span className="flex xs m3 past-state">
        <span>{dateWords(order.receivedAt, now, language)}</span>
        {open && (
          <span className="flex past-acts">
            <button type="button" className="link xs" onClick={() => onActOn('supplement')}>
              {words.supplement} <kbd aria-hidden="true">S</kbd>
            </button>
            <button type="button" className="link xs" onClick={() => onActOn('urge')}>
              {words.urge} <kbd aria-hidden="true">R</kbd>
            </button>
          </span>
        )}
        <span title={ended}>{ended}</span>
      </span>
    </li>
  )
}

type Props = { seat: Seat; onActOn: (orderId: string, what: 'supplement' | 'urge') => void }

function Known({ seat, card, onActOn }: Props & { card: CallerCard }) {
  const words = useWords(seatWords)
  const { form, city } = seat
  const { last, calls, recent } = card
  const again = recent.find(({ category }) => category === form.category)
  const name = city?.categories.find(({ code }) => code === form.category)?.name ?? ''
  return (
    <>
      <header>
        <h2>{words.past}</h2>
        <span className="m3 xs">{words.pieces(calls)}</span>
        {calls > 0 && (
          <span className="end xs m3">
            <kbd aria-hidden="true">Alt H</kbd>
          </span>
        )}
      </header>
      {last.length === 0 && <p className="s m2">{words.noPast}</p>}
      <ul className="past-list">
        {last.map((order) => (
          <Row key={order.id} order={order} onActOn={(what) => onActOn(order.id, what)} />
        ))}
      </ul>
      {form.category !== null && calls > 0 && (
        <p className={`s seat-repeat ${again === undefined ? 'm2' : 'c-amber'}`}>
          <Icon name={again === undefined ? 'check' : 'info'} />{' '}
          {again === undefined ? words.noRepeat : words.repeat(again.n, name)}
        </p>
      )}
    </>
  )
}

/**
 * What they asked before, and whether this is the second time of a kind. `Alt H` goes here, the arrows walk, `S` adds to the one
 * in focus, `R` urges it. Whoever presses it before the answer is there stands on the first as soon as it comes.
 */
export function PastOrders({ seat, onActOn }: Props) {
  const words = useWords(seatWords)
  const { card } = seat
  const part = useRef<HTMLElement>(null)
  const first = card?.data?.last[0]?.id
  useEffect(() => {
    if (first !== undefined && document.activeElement === part.current) focusField('H')
  }, [first])
  return (
    <section ref={part} className="sec" data-field="H" aria-label={words.past} tabIndex={-1}>
      {card === null && <p className="s m2">{words.nobody}</p>}
      {card !== null && card.error !== null && (
        <Failed no={card.error.no} what={words.past} again={() => void card.refetch()} />
      )}
      {card !== null && card.error === null && card.data === undefined && <Loading rows={3} />}
      {card?.data !== undefined && card.error === null && <Known seat={seat} card={card.data} onActOn={onActOn} />}
    </section>
  )
}
