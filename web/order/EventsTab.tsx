import type { orderEvents } from '#contract/orders.ts'
import { useWords } from '../language.ts'
import type { ReplyOf } from '../send.ts'

const wordsOf = {
  zh: {
    note: '事件只增不改；每条的哈希接着上一条的，改动一个字就接不上。',
    list: '原始事件',
    hash: '哈希',
  },
  en: {
    note: 'Events are only added; each hash continues the one before, so that one changed letter breaks the chain.',
    list: 'Raw events',
    hash: 'hash',
  },
}

/** The log as it lies in the database, for administrators: number, kind, moment, hash, and the event itself. */
export function EventsTab({ events }: { events: ReplyOf<typeof orderEvents>['events'] }) {
  const words = useWords(wordsOf)
  return (
    <>
      <p className="xs m3">{words.note}</p>
      <ol className="rawevents" aria-label={words.list}>
        {events.toReversed().map((row) => (
          <li key={row.seq}>
            <details>
              <summary>
                <span className="num">{row.seq}</span> <b>{row.kind}</b>{' '}
                <time dateTime={row.at} className="m3">
                  {row.at}
                </time>
                <code className="m3" title={row.hash}>
                  {words.hash} {row.hash.slice(0, 12)}…
                </code>
              </summary>
              <pre>{JSON.stringify(row.event, null, 2)}</pre>
            </details>
          </li>
        ))}
      </ol>
    </>
  )
}
