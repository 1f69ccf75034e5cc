import { useState } from 'react'
import type { Today } from '#contract/today.ts'
import type { Channel } from '#domain/city/vocabulary.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { channelWords } from '../words/order.ts'
import { boardWords, earlierDay } from './board-words.ts'
import { changeOf, count, shareOf } from './change.ts'
import { OrdersLink } from './OrdersLink.tsx'
import type { BoardFilters } from './scope.ts'

type Props = { board: Today; filters: BoardFilters }
type Row = Today['categories'][number]

const SHOWN = 6

function Bar({ row, most, all, filters }: { row: Row; most: number; all: number; filters: BoardFilters }) {
  const words = useWords(boardWords)
  const change = changeOf(row.today, row.before)
  const name = row.code === null ? words.none : row.name
  const number = <b className="num">{count(row.today)}</b>
  return (
    <li className="kindrow s">
      <span className="cut" title={name}>
        {name}
      </span>
      <span className="track" aria-hidden="true">
        <i style={{ width: `${most === 0 ? 0 : (row.today / most) * 100}%` }} />
      </span>
      {row.code === null ? (
        <span className="r">{number}</span>
      ) : (
        <OrdersLink className="r" filters={{ ...filters.accepted, category: row.code }} about={name}>
          {number}
        </OrdersLink>
      )}
      <span className="m3 r">{shareOf(row.today, all) ?? ''}</span>
      <span className={`xs r ${change.strong ? 'strong' : 'm3'}`}>{change.words}</span>
    </li>
  )
}

function Categories({ board, filters }: Props) {
  const words = useWords(boardWords)
  const [all, setAll] = useState(false)
  const { categories, accepted } = board
  const shown = all ? categories : categories.slice(0, SHOWN)
  const rest = categories.slice(SHOWN)
  const sum = (what: 'today' | 'before') => rest.reduce((total, row) => total + row[what], 0)
  const most = Math.max(...categories.map((row) => row.today), all ? 0 : sum('today'))
  const others = changeOf(sum('today'), sum('before'))
  return (
    <ul className="kindrows" aria-label={words.kinds}>
      {shown.map((row) => (
        <Bar key={row.code ?? ''} row={row} most={most} all={accepted.today} filters={filters} />
      ))}
      {rest.length > 0 && (
        <li className="kindrow s">
          <button type="button" className="link cut" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? words.fewer : words.others(rest.length)}
          </button>
          {!all && (
            <>
              <span className="track" aria-hidden="true">
                <i style={{ width: `${most === 0 ? 0 : (sum('today') / most) * 100}%` }} />
              </span>
              <b className="num r">{count(sum('today'))}</b>
              <span className="m3 r">{shareOf(sum('today'), accepted.today) ?? ''}</span>
              <span className={`xs r ${others.strong ? 'strong' : 'm3'}`}>{others.words}</span>
            </>
          )}
        </li>
      )}
    </ul>
  )
}

/** The usual channels have their colour, so that the phone is blue on every board; the others take what is left. */
const OWN: Partial<Record<Channel, string>> = { phone: 'cat-1', wechat: 'cat-3', web: 'cat-5', 'transfer-110': 'cat-2' }
const COLOURS = ['cat-1', 'cat-3', 'cat-5', 'cat-2', 'cat-4'] as const

function coloured<T extends { of: readonly Channel[] }>(parts: readonly T[]): (T & { colour: string })[] {
  const own = (part: T) => (part.of.length === 1 && part.of[0] !== undefined ? OWN[part.of[0]] : undefined)
  const taken = parts.map(own)
  const left = COLOURS.filter((colour) => !taken.includes(colour))
  return parts.map((part) => ({
    ...part,
    colour: own(part) ?? (part.of.length > 1 ? 'cat-6' : (left.shift() ?? 'cat-6')),
  }))
}

function Channels({ board, filters }: Props) {
  const words = useWords(boardWords)
  const say = useSay()
  const named = board.channels.filter((row) => row.today > 0)
  const rest = named.slice(4)
  const parts = coloured([
    ...named.slice(0, 4).map((row) => ({ name: say(channelWords[row.channel]), n: row.today, of: [row.channel] })),
    ...(rest.length === 0
      ? []
      : [
          {
            name: rest.length === 1 && rest[0] !== undefined ? say(channelWords[rest[0].channel]) : words.otherChannels,
            n: rest.reduce((all, row) => all + row.today, 0),
            of: rest.map((row) => row.channel),
          },
        ]),
  ])
  return (
    <div className="channels">
      <div className="stack" aria-hidden="true">
        {parts.map((part) => (
          <i key={part.name} style={{ flex: part.n, background: `var(--${part.colour})` }} />
        ))}
      </div>
      <ul className="xs" aria-label={words.channels}>
        {parts.map((part) => (
          <li key={part.name} className="flex">
            <i aria-hidden="true" style={{ background: `var(--${part.colour})` }} />
            {part.name}
            <OrdersLink filters={{ ...filters.accepted, channel: part.of.join(',') }} about={part.name}>
              <b>{count(part.n)}</b>
            </OrdersLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function KindsCard({ board, filters }: Props) {
  const words = useWords(boardWords)
  const day = earlierDay(board, useLanguage())
  return (
    <section className="card kinds" aria-label={words.kinds}>
      <header>
        <h2>{words.kinds}</h2>
        <span className="end xs m3">{words.kindsHead(day)}</span>
      </header>
      <div className="scrolled">
        <Categories board={board} filters={filters} />
      </div>
      <Channels board={board} filters={filters} />
    </section>
  )
}
