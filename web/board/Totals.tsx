import type { ReactNode } from 'react'
import type { Today } from '#contract/today.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { LightDot } from '../ui/Light.tsx'
import { boardWords, earlierDay } from './board-words.ts'
import { count, FEW, shareOf } from './change.ts'
import { OrdersLink } from './OrdersLink.tsx'
import { roughly } from './roughly.ts'
import type { BoardFilters, Filters } from './scope.ts'

type Props = { board: Today; filters: BoardFilters }

function Tile(props: { name: ReactNode; what: string; n: number; filters: Filters; children: ReactNode }) {
  const words = useWords(boardWords)
  return (
    <div className="kpi">
      <div className="s m2 flex">{props.name}</div>
      <OrdersLink filters={props.filters} about={props.what} className="v">
        {count(props.n)} <small>{words.cases}</small>
      </OrdersLink>
      <div className="xs m3">{props.children}</div>
    </div>
  )
}

/** `上周三 49 · 多 44.9 %`: the earlier number opens its orders too. */
function Against({
  today,
  before,
  day,
  filters,
  what,
}: {
  today: number
  before: number
  day: string
  filters: Filters
  what: string
}) {
  const words = useWords(boardWords)
  const apart = Math.abs(today - before)
  const size = before < FEW ? count(apart) : `${((apart / before) * 100).toFixed(1)} %`
  return (
    <>
      <OrdersLink filters={filters} about={`${day} ${what}`}>
        {words.before(day, count(before))}
      </OrdersLink>
      {' · '}
      {today === before ? words.same : today > before ? words.more(size) : words.less(size)}
    </>
  )
}

function Answered({ board, filters, day }: Props & { day: string }) {
  const words = useWords(boardWords)
  const { answered, accepted } = board
  const [share, before] = [shareOf(answered.today, accepted.today), shareOf(answered.before, accepted.before)]
  return (
    <Tile
      name={words.answered}
      what={words.answered}
      n={answered.today}
      filters={{ ...filters.accepted, state: 'answered' }}
    >
      {share !== null && `${words.share(share)} · `}
      <OrdersLink filters={{ ...filters.acceptedBefore, state: 'answered' }} about={`${day} ${words.answered}`}>
        {words.before(day, before ?? count(answered.before))}
      </OrdersLink>
    </Tile>
  )
}

function Dispatched({ board, filters, day }: Props & { day: string }) {
  const words = useWords(boardWords)
  const language = useLanguage()
  const now = useNow()
  const { dispatched } = board
  const since = dispatched.pendingSince
  return (
    <Tile name={words.dispatched} what={words.dispatched} n={dispatched.today} filters={filters.dispatched}>
      <OrdersLink filters={filters.dispatchedBefore} about={`${day} ${words.dispatched}`}>
        {words.before(day, count(dispatched.before))}
      </OrdersLink>
      {' · '}
      {dispatched.pending === 0 ? (
        words.nonePending
      ) : (
        <OrdersLink filters={{ ...filters.place, state: 'pending-dispatch' }} about={words.dispatched}>
          {words.pending(count(dispatched.pending))}
        </OrdersLink>
      )}
      {since !== null && ` · ${words.longest(roughly(now - Date.parse(since), language))}`}
    </Tile>
  )
}

function Lights({ board, filters }: Props) {
  const words = useWords(boardWords)
  const { red, amber, today } = board
  return (
    <>
      <Tile
        name={
          <>
            <LightDot light="red" /> {words.red}
          </>
        }
        what={words.red}
        n={red.open}
        filters={{ ...filters.place, light: 'red' }}
      >
        <OrdersLink filters={{ ...filters.place, light: 'red', receivedTo: red.longAgo }} about={words.red}>
          {words.longOpen(count(red.longOpen))}
        </OrdersLink>
      </Tile>
      <Tile
        name={
          <>
            <LightDot light="yellow" /> {words.amber}
          </>
        }
        what={words.amber}
        n={amber.open}
        filters={{ ...filters.place, light: 'yellow' }}
      >
        <OrdersLink
          filters={{ ...filters.place, light: 'yellow', unitDueFrom: today.from, unitDueTo: today.end }}
          about={words.amber}
        >
          {words.dueToday(count(amber.dueToday))}
        </OrdersLink>
      </Tile>
    </>
  )
}

/** Six totals side by side; what the board is about at one glance. */
export function Totals({ board, filters }: Props) {
  const words = useWords(boardWords)
  const day = earlierDay(board, useLanguage())
  const { accepted, closed } = board
  return (
    <section className="totals" aria-label={words.today}>
      <Tile name={words.accepted} what={words.accepted} n={accepted.today} filters={filters.accepted}>
        <Against {...accepted} day={day} filters={filters.acceptedBefore} what={words.accepted} />
      </Tile>
      <Answered board={board} filters={filters} day={day} />
      <Dispatched board={board} filters={filters} day={day} />
      <Tile name={words.closed} what={words.closed} n={closed.today} filters={filters.closed}>
        <Against {...closed} day={day} filters={filters.closedBefore} what={words.closed} />
      </Tile>
      <Lights board={board} filters={filters} />
    </section>
  )
}
