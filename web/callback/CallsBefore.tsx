import { orderTimeline } from '#contract/orders.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { callbackWords } from './callback-words.ts'

const CALLS = ['callback-attempted', 'callback-answered', 'rework-ordered', 'closed', 'reopened']

/** Every call so far with what was said, newest first; what it came to stands among them. */
export function CallsBefore({ orderId }: { orderId: string }) {
  const words = useWords(callbackWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const { data } = useApi(orderTimeline, { params: { orderId } })
  const calls = (data?.entries ?? []).filter((entry) => CALLS.includes(entry.kind)).toReversed()
  return (
    <div className="sec">
      <header>
        <h2>{words.before}</h2>
      </header>
      {data !== undefined && calls.length === 0 && <p className="xs m3">{words.noneBefore}</p>}
      <ul className="callsbefore">
        {calls.map((entry) => (
          <li key={entry.seq}>
            <span className="xs m3">{momentWords(entry.at, now, language)}</span>
            <div>
              {entry.line[language].map((part) => part.text).join('')}
              {entry.quotes.map((quote) => (
                <p key={quote.zh} className="s m2">
                  {say(quote)}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
