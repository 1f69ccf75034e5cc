import type { OrderView } from '#contract/views.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { momentWords } from '../words/time.ts'
import { asideWords } from './aside-words.ts'

/** What came after the request was taken down, newest first: an urge warns, a supplement tells. */
export function Later({ order }: { order: OrderView }) {
  const words = useWords(asideWords)
  const language = useLanguage()
  const now = useNow()
  const said = [
    ...order.urges.map((one) => ({ ...one, tone: 'a' as const, title: words.urged })),
    ...order.supplements.map((one) => ({ ...one, tone: 'b' as const, title: words.added })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <section className="sec">
      <header>
        <Icon name="say" />
        <h2>{words.later}</h2>
      </header>
      {said.length === 0 && <p className="xs m3">{words.noLater}</p>}
      <div className="said">
        {said.map((one) => (
          <Note
            key={`${one.tone} ${one.at} ${one.mergedNo} ${one.saidAt}`}
            tone={one.tone}
            icon={one.tone === 'a' ? 'bell' : 'say'}
          >
            <b>{one.title(momentWords(one.saidAt ?? one.at, now, language))}</b>{' '}
            {one.mergedNo !== null && <span className="m2">{words.ofMerged(one.mergedNo)} </span>}
            {one.saidAt !== null && (
              <span className="m2">{words.beforeMerge(momentWords(one.at, now, language))} </span>
            )}
            {one.text !== null && one.text !== '' && words.quote(one.text)}
          </Note>
        ))}
      </div>
    </section>
  )
}
