import type { GridAction } from '#contract/grid-actions.ts'
import type { Outgoing } from '#domain/grid/outbox.ts'
import { useLanguage, useWords } from '../language.ts'
import { serverNow, useNow } from '../now.ts'
import { momentWords } from '../words/time.ts'
import { GridHead } from './GridHead.tsx'
import { gridOutbox, useGridOutbox } from './grid-outbox.ts'
import { actionWords, wordsOf } from './grid-words.ts'

function Entry({ one }: { one: Outgoing<GridAction> }) {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const now = useNow()
  // The phone's own clock wrote it down; what it is off by is known from the server's answers.
  const keptAt = one.keptAt + (serverNow() - Date.now())
  return (
    <li className="still">
      <span className="ti">
        <b>
          {actionWords(one.action, language)} · {one.action.title}
        </b>
      </span>
      <span className="pl">{words.kept(momentWords(keptAt, now, language))}</span>
      {one.no !== null && <span className={one.state === 'refused' ? 'no-words' : 'hint'}>{one.no.words}</span>}
      {one.state === 'refused' && (
        <button type="button" className="btn pill" onClick={() => void gridOutbox.dismiss(one.key)}>
          {words.ok}
        </button>
      )}
    </li>
  )
}

/** What is not sent, what was refused and why, in the server's words. */
export function OutboxPage() {
  const words = useWords(wordsOf)
  const { waiting, refused } = useGridOutbox()
  return (
    <div className="phone grid-phone">
      <GridHead title={words.outbox} back="mine" />
      <main>
        {waiting.length + refused.length === 0 && <p className="nothing">{words.emptyBox}</p>}
        <ul className="tasks">
          {[...refused, ...waiting].map((one) => (
            <Entry key={one.key} one={one} />
          ))}
        </ul>
      </main>
      {waiting.length > 0 && (
        <footer className="dock">
          <button type="button" className="btn wide" onClick={() => gridOutbox.hurry()}>
            {words.retry}
          </button>
        </footer>
      )}
    </div>
  )
}
