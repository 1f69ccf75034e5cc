import { useEffect, useRef, useState } from 'react'
import { useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { useGridOutbox } from './grid-outbox.ts'
import { leaveGrid } from './grid-session.ts'
import { wordsOf } from './grid-words.ts'
import { LineNote } from './LineNote.tsx'
import { QuitDialog } from './QuitDialog.tsx'
import { go } from './way.ts'

/** The top line of every page, with the state of the line below it; `back` where there is a page to go back to. */
export function GridHead({ title, back }: { title: string; back?: string }) {
  const words = useWords(wordsOf)
  const { waiting, refused } = useGridOutbox()
  const unsent = waiting.length + refused.length
  const [leaving, setLeaving] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  // Another page behind # is another page to a screen reader too.
  useEffect(() => head.current?.focus({ preventScroll: true }), [])
  return (
    <>
      <header className="hd">
        {back !== undefined && (
          <button type="button" className="btn quiet round" aria-label={words.back} onClick={() => go(back)}>
            <Icon name="left" size={24} />
          </button>
        )}
        <h1 ref={head} tabIndex={-1} className="hd-title">
          {title}
        </h1>
        {back === undefined && (
          <button
            type="button"
            className="btn quiet pill end"
            onClick={() => (unsent === 0 ? void leaveGrid() : setLeaving(true))}
          >
            {words.out}
          </button>
        )}
      </header>
      {leaving && <QuitDialog unsent={unsent} onStay={() => setLeaving(false)} />}
      <LineNote />
    </>
  )
}
