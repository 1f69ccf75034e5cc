import { orderTimeline } from '#contract/orders.ts'
import type { StoryEntry } from '#contract/story.ts'
import { textOf } from '#contract/story-line.ts'
import type { OrderView } from '#contract/views.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { reviewWords } from './review-words.ts'

const CAME_BACK = ['reply-rejected', 'rework-ordered', 'reopened']

/** Why it came back last time, and the reply that was given then. */
export function lastRound(entries: readonly StoryEntry[]): readonly StoryEntry[] {
  const back = entries.findLastIndex(({ kind }) => CAME_BACK.includes(kind))
  if (back < 0) return []
  const before = entries.slice(0, back)
  const reply = before.findLast(({ kind }) => kind === 'reported')
  const cause = entries[back]
  return [reply, cause].filter((entry) => entry !== undefined)
}

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
