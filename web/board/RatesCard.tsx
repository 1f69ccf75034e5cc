import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Today } from '#contract/today.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { causeWords } from '../supervision/cause-words.ts'
import { LightDot } from '../ui/Light.tsx'
import { boardWords, earlierDay, rateNames } from './board-words.ts'
import { count, shareOf } from './change.ts'
import { OrdersLink } from './OrdersLink.tsx'
import { roughly } from './roughly.ts'
import type { BoardFilters } from './scope.ts'

type Props = { board: Today; filters: BoardFilters }
type RateRow = Today['rates'][number]

/** What is behind the rate: who was not contacted, what is solved in part, how content people are. */
function Behind({ row, board, filters }: Props & { row: RateRow }) {
  const words = useWords(boardWords)
  const name = rateNames[useLanguage()][row.rate]
  const wrong = row.of - row.right - row.partly
  const link = (told: string, rate: string): ReactNode => (
    <OrdersLink key={rate} filters={{ ...filters.closed, rate }} about={name}>
      {told}
    </OrdersLink>
  )
  if (row.of === 0) return words.noCallback
  if (row.rate === 'response')
    return wrong === 0 ? words.allContacted : link(words.notContacted(count(wrong)), 'response-wrong')
  if (row.rate === 'resolution') {
    const parts = [
      ...(row.partly === 0 ? [] : [link(words.partly(count(row.partly)), 'resolution-partly')]),
      ...(wrong === 0 ? [] : [link(words.unsolved(count(wrong)), 'resolution-wrong')]),
    ]
    return parts.length === 0 ? words.allSolved : dotted(parts)
  }
  return dotted(
    board.satisfaction.map(({ level, n }) =>
      link(`${words.marks[level as 1 | 2 | 3 | 4 | 5]} ${count(n)}`, `satisfaction-${level}`),
    ),
  )
}

const dotted = (parts: readonly ReactNode[]): ReactNode => parts.map((part, i) => (i === 0 ? part : [' · ', part]))

function Rate({ row, board, filters }: Props & { row: RateRow }) {
  const language = useLanguage()
  const name = rateNames[language][row.rate]
  const day = earlierDay(board, language)
  const rate = (side: 'right' | 'of') => `${row.rate}-${side}` as const
  return (
    <div className="rate">
      <div className="flex line">
        <span className="s m2 name">{name}</span>
        <span className="big">
          <OrdersLink filters={{ ...filters.closed, rate: rate('right') }} about={name}>
            <b>{count(row.right)}</b>
          </OrdersLink>
          <OrdersLink className="m3" filters={{ ...filters.closed, rate: rate('of') }} about={name}>
            {' '}
            / {count(row.of)}
          </OrdersLink>
        </span>
        <span className="grow" />
        <b>{shareOf(row.right, row.of) ?? ''}</b>
      </div>
      <div className="flex xs m3 ends">
        <span>
          <Behind row={row} board={board} filters={filters} />
        </span>
        <OrdersLink filters={{ ...filters.closedBeforeDay, rate: rate('of') }} about={`${day} ${name}`}>
          {day} {count(row.before.right)} / {count(row.before.of)}
        </OrdersLink>
      </div>
    </div>
  )
}

/** Three fit the card; a wide screen and a phone show what else there is. */
const SHOWN = 3

function Decisions({ board }: { board: Today }) {
  const words = useWords(boardWords)
  const language = useLanguage()
  const now = useNow()
  return (
    <>
      <header className="second">
        <h2>{words.decide}</h2>
        <span className="end xs m3">{words.decideHead}</span>
      </header>
      {board.decisions.length === 0 ? (
        <p className="s m3">{words.decideNone}</p>
      ) : (
        <ul className="s decisions">
          {board.decisions.map((order, i) => (
            <li key={order.id} className={`flex ${i < SHOWN ? '' : 'wide'}`}>
              <LightDot light="red" />
              <Link to="/orders/$orderId" params={{ orderId: order.id }} className="cut grow" title={order.title}>
                {order.title}
              </Link>
              <span className="m2 cut why">{causeWords(order.cause, language)}</span>
              <span className="xs m3 since">{roughly(now - Date.parse(order.receivedAt), language)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export function RatesCard({ board, filters }: Props) {
  const words = useWords(boardWords)
  return (
    <section className="card rates" aria-label={words.rates}>
      <header>
        <h2>{words.rates}</h2>
        <span className="end xs m3">{words.ratesBy}</span>
      </header>
      {board.rates.map((row) => (
        <Rate key={row.rate} row={row} board={board} filters={filters} />
      ))}
      <Decisions board={board} />
    </section>
  )
}
