import { orderTimeline } from '#contract/orders.ts'
import { textOf } from '#contract/story-line.ts'
import type { OrderView } from '#contract/views.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { lastRound } from './last-round.ts'
import { reviewWords } from './review-words.ts'

export function PreviousRound({ order }: { order: OrderView }) {
  const words = useWords(reviewWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const { data } = useApi(orderTimeline, { params: { orderId: order.id } })
  const round = lastRound(data?.entries ?? [])
  if (round.length === 0) return null
  return (
    <div className="sec">
      <header>
        <h2>{words.previous}</h2>
        <span className="xs m3">{words.previousWhy}</span>
      </header>
      <ul className="coreplies">
        {round.map((entry) => (
          <li key={entry.seq} className="quiet">
            <div className="k">
              {momentWords(entry.at, now, language)} · {textOf(entry.line[language])}
            </div>
            {entry.quotes.map((quote) => (
              <p key={quote.zh}>{say(quote)}</p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
