import { Link } from '@tanstack/react-router'
import type { StoryEntry } from '#contract/story.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { momentWords } from '../words/time.ts'
import { asideWords } from './aside-words.ts'

const SHOWN = 5
const pageOf = (id: string): string => `/orders/${id}`

/** The last steps, one line each; the whole story stands on the order's page. */
export function ShortStory({ orderId, entries }: { orderId: string; entries: readonly StoryEntry[] }) {
  const words = useWords(asideWords)
  const language = useLanguage()
  const now = useNow()
  const told = entries.filter((entry) => !entry.folded).toReversed()
  return (
    <section className="sec">
      <header>
        <h2>{words.story}</h2>
        <Link className="end xs" to={pageOf(orderId)}>
          {words.all(String(entries.length))}
        </Link>
      </header>
      <ul className="xs m2 steps">
        {told.slice(0, SHOWN).map((entry) => {
          const line = entry.line[language].map((part) => part.text).join('')
          return (
            <li key={entry.seq} className="flex" title={line}>
              <span className="grow cut">{line}</span>
              <span className="m3 nw">{momentWords(entry.at, now, language)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
