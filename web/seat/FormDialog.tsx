import type { ReactNode } from 'react'
import { useWords } from '../language.ts'
import type { No } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { useFirstFocus } from '../ui/use-first-focus.ts'
import { useKeys } from '../ui/use-keys.ts'

type Props = {
  title: string
  shape?: 'box' | 'wide'
  /** what the going button does, and why it cannot yet */
  does: string
  whyNot: string | null
  busy: boolean
  onGo: () => void
  onClose: () => void
  /** what the server refused, and the way out of it */
  no: No | null
  wayOut?: ReactNode
  children: ReactNode
}

const wordsOf = { zh: { back: '返回' }, en: { back: 'Back' } }

/** A few fields during a call: the first has the focus, Ctrl+Enter sends, Escape goes back, a refusal stands below them. */
export function FormDialog({ title, shape = 'box', does, whyNot, busy, onGo, onClose, no, wayOut, children }: Props) {
  const words = useWords(wordsOf)
  useFirstFocus('field')
  useKeys({ 'Ctrl+Enter': onGo }, { inDialog: true })
  return (
    <Dialog
      title={title}
      shape={shape}
      onClose={onClose}
      foot={
        <>
          <Button look="go" keys="Ctrl ⏎" whyNot={whyNot} busy={busy} onClick={onGo}>
            {does}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {words.back}
          </Button>
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        </>
      }
    >
      {children}
      {no !== null && <RefusalNote no={no}>{wayOut}</RefusalNote>}
    </Dialog>
  )
}
