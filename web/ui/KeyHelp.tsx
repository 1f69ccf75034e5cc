import { useState } from 'react'
import { useWords } from '../language.ts'
import { Dialog } from './Dialog.tsx'
import { Kbd } from './Kbd.tsx'
import { useKeys } from './use-keys.ts'

type KeyLine = { keys: readonly string[]; does: string }

/** The desk's keys at the foot of its first column, the most used in view, all of them on F1. */
export function KeyHelp({ shown, all }: { shown: readonly KeyLine[]; all: readonly KeyLine[] }) {
  const [open, setOpen] = useState(false)
  const words = useWords({ zh: { all: '全部键位', title: '键位' }, en: { all: 'All keys', title: 'Keys' } })
  useKeys({ F1: () => setOpen(true) })
  return (
    <>
      <footer className="bar keyfoot">
        {shown.map((line) => (
          <span key={line.does} className="xs m3 nw">
            {line.keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}{' '}
            {line.does}
          </span>
        ))}
        <button type="button" className="link xs nw" aria-keyshortcuts="F1" onClick={() => setOpen(true)}>
          <Kbd>F1</Kbd> {words.all}
        </button>
      </footer>
      {/* Beside the foot, not in it: a narrow window hides the foot, and what is inside would lock the page unseen. */}
      {open && (
        <Dialog title={words.title} onClose={() => setOpen(false)}>
          <dl className="dl">
            {all.map((line) => (
              <div key={line.does} style={{ display: 'contents' }}>
                <dt>
                  {line.keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{line.does}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      )}
    </>
  )
}
