import { useEffect, useRef } from 'react'
import { useWords } from '../language.ts'
import { leaveGrid } from './grid-session.ts'
import { wordsOf } from './grid-words.ts'

/** What would be lost by leaving now; the first choice is to stay. */
export function QuitDialog({ unsent, onStay }: { unsent: number; onStay: () => void }) {
  const words = useWords(wordsOf)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="box-dialog" aria-labelledby="quit-title" onClose={onStay}>
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
  )
}
