import { useRef } from 'react'
import { useWords } from '../language.ts'
import { useGridOutbox } from './grid-outbox.ts'
import { leaveGrid } from './grid-session.ts'
import { wordsOf } from './grid-words.ts'

/** Leaves at once when everything is sent; else says what would be lost. */
export function QuitButton() {
  const words = useWords(wordsOf)
  const { waiting, refused } = useGridOutbox()
  const dialog = useRef<HTMLDialogElement>(null)
  const unsent = waiting.length + refused.length
  return (
    <>
      <button
        type="button"
        className="btn quiet pill end"
        onClick={() => (unsent === 0 ? void leaveGrid() : dialog.current?.showModal())}
      >
        {words.out}
      </button>
      <dialog ref={dialog} className="box-dialog" aria-labelledby="quit-title">
        <header>
          <h2 id="quit-title">{words.quitTitle(unsent)}</h2>
        </header>
        <div className="body">
          <p>{words.quitHint}</p>
        </div>
        <footer className="stack">
          <button type="button" className="btn go wide" onClick={() => dialog.current?.close()}>
            {words.stay}
          </button>
          <button type="button" className="btn danger wide" onClick={() => void leaveGrid()}>
            {words.quit}
          </button>
        </footer>
      </dialog>
    </>
  )
}
