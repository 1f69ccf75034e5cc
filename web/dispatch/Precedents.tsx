import { precedents } from '#contract/near.ts'
import { useLanguage, useWords } from '../language.ts'
import { OrderLink } from '../list/OrderLink.tsx'
import type { ReplyOf } from '../send.ts'
import { Icon } from '../ui/Icon.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { useApi } from '../use-api.ts'
import { briefSpanWords } from '../words/time.ts'
import { type DispatchWords, dispatchWords } from './dispatch-words.ts'

type Precedent = ReplyOf<typeof precedents>['precedents'][number]
const MINUTE = 60_000

function resultOf(row: Precedent, words: DispatchWords): { good: boolean; text: string } {
  if (row.returned > 0) return { good: false, text: words.returnedTimes(row.returned) }
  if (row.reworkCount > 0) return { good: false, text: words.reworked(row.reworkCount) }
  if (row.satisfaction === null) return { good: false, text: words.unheard }
  if (row.satisfaction >= 4) return { good: true, text: words.satisfied }
  return row.satisfaction === 3 ? { good: true, text: words.basic } : { good: false, text: words.dissatisfied }
}

const nearWords = (words: DispatchWords) => ({
  community: words.sameCommunity,
  town: words.sameTown,
  district: words.sameDistrict,
})

/** Who ended the like, how long it took, and what came of it; three rows, more on a wide screen. */
export function Precedents({ orderId }: { orderId: string }) {
  const words = useWords(dispatchWords)
  const language = useLanguage()
  const { data, error, refetch } = useApi(precedents, { params: { orderId } }, { staleTime: 300_000 })
  return (
    <div className="sec precedents">
      <header>
        <h2>{words.precedents}</h2>
        {data !== undefined && <span className="xs m3">{words.precedentsHow(data.days)}</span>}
      </header>
      {error !== null && <Failed no={error.no} what={words.precedents} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading rows={2} />}
      {data !== undefined && data.precedents.length === 0 && <p className="s m3">{words.noPrecedents(data.days)}</p>}
      {data !== undefined && data.precedents.length > 0 && (
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{words.matter}</th>
              <th scope="col">{words.finalUnit}</th>
              <th scope="col" className="r">
                {words.took}
              </th>
              <th scope="col">{words.result}</th>
              <th scope="col" className="r">
                {words.like}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.precedents.map((row) => {
              const { good, text } = resultOf(row, words)
              return (
                <tr key={row.id}>
                  <td className="cut matter" title={`${row.no} ${row.title}`}>
                    <OrderLink id={row.id} title={row.title} />{' '}
                    <span className="m3 xs">{nearWords(words)[row.near]}</span>
                  </td>
                  <td className="cut unitname" title={row.leadUnitName ?? undefined}>
                    {row.leadUnitName ?? words.none}
                  </td>
                  <td className="r">{briefSpanWords(row.minutes * MINUTE, language)}</td>
                  <td>
                    <Icon name={good ? 'check' : 'info'} size={14} /> {text}
                  </td>
                  <td className="r">{row.likeness.toFixed(2)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </div>
  )
}
