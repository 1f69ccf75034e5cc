import { useState } from 'react'
import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { peopleWords } from './people-words.ts'

/** Puts text on the clipboard and says so beside the button; without the right to do so the text can be marked by hand. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const words = useWords(peopleWords)
  const [done, setDone] = useState(false)
  return (
    <>
      <Button
        size="sm"
        onClick={() =>
          void navigator.clipboard?.writeText(text).then(
            () => setDone(true),
            () => setDone(false),
          )
        }
      >
        {label}
      </Button>
      <span role="status" className="s c-green">
        {done ? words.copied : ''}
      </span>
    </>
  )
}

/** The only time a first password is seen; it is closed by a button, never by a stray click or key. */
export function FirstPassword({ login, password, onClose }: { login: string; password: string; onClose: () => void }) {
  const words = useWords(peopleWords)
  return (
    <Dialog
      title={words.passwordFor(login)}
      dismissable={false}
      onClose={onClose}
      foot={<Button onClick={onClose}>{words.done}</Button>}
    >
      <p className="admin-password">
        <output aria-label={words.password}>{password}</output>
      </p>
      <div className="flex">
        <CopyButton text={password} label={words.copy} />
      </div>
      <p className="s m2">{words.passwordTold}</p>
    </Dialog>
  )
}
