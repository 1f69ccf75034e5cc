import { Link } from '@tanstack/react-router'
import { type AlsoAsked, COUNTED, type SearchReply, type Tally } from '#contract/search-all.ts'
import { useWords } from '../language.ts'
import { Tag } from '../ui/Tag.tsx'
import { listPart, type SearchAddress } from './search-address.ts'
import { searchPageWords } from './search-page-words.ts'

type Props = { reply: SearchReply; address: SearchAddress; q: string; onGo: (to: SearchAddress) => void }

/** What was searched beside what was typed, and what was not looked at: a ranking that is not whole says so. */
export function SearchNotes({ reply, address, q, onGo }: Props) {
  const words = useWords(searchPageWords)
  const { also, tallies } = reply
  const loose = tallies.filter(({ count }) => count > 0).find(({ matched }) => matched === 'cut' || matched === 'most')
  const bounded = tallies.filter(({ kind, count, ranked }) => kind !== 'knowledge' && count > ranked)
  const since = tallies
    .flatMap((tally) => tally.since ?? [])
    .toSorted()
    .at(-1)
  return (
    <div className="searchnotes" role="status">
      {also.length > 0 && (
        <p className="flex">
          <span>{words.also}</span>
          {also.map((one) => (
            <AlsoTag key={`${one.why} ${one.name}`} one={one} />
          ))}
          <button type="button" className="link" onClick={() => onGo({ ...address, plain: 'yes' })}>
            {words.onlyTyped}
          </button>
        </p>
      )}
      {address.plain === 'yes' && (
        <p>
          <button type="button" className="link" onClick={() => onGo({ ...address, plain: undefined })}>
            {words.alsoAgain}
          </button>
        </p>
      )}
      {loose !== undefined && <p>{loose.matched === 'cut' ? words.cut : words.most}</p>}
      {(bounded.length > 0 || since !== undefined) && (
        <p>
          {bounded.length > 0 && words.ranked(Math.max(...bounded.map(({ ranked }) => ranked)).toLocaleString())}
          {since !== undefined && words.since(since)}{' '}
          {address.kept === undefined && (
            <Link to="/orders" search={{ ...listPart(address), text: q.slice(0, 60) }}>
              {words.toList}
            </Link>
          )}
        </p>
      )}
    </div>
  )
}

function AlsoTag({ one }: { one: AlsoAsked }) {
  const words = useWords(searchPageWords)
  return (
    <Tag tone="b">
      {one.name}（{one.typed}，{words.why[one.why]}）
    </Tag>
  )
}

/** `212` or `300+`; nothing while it is not known. */
export const tallyWords = (tally: Tally | undefined): string | undefined =>
  tally === undefined
    ? undefined
    : `${Math.min(tally.count, COUNTED).toLocaleString()}${tally.more || tally.count > COUNTED ? '+' : ''}`
