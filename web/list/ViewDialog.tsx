import { useState } from 'react'
import type { SavedView } from '#contract/saved-views.ts'
import { useWords } from '../language.ts'
import type { No } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { viewWords } from './view-words.ts'

/** Name and reach of a view; the same for a new one and one that has a name already. */
export function ViewDialog(props: {
  title: string
  first?: SavedView
  onStore: (name: string, shared: boolean, key: string) => Promise<No | null>
  onClose: () => void
}) {
  const words = useWords(viewWords)
  const [name, setName] = useState(props.first?.name ?? '')
  const [shared, setShared] = useState(props.first?.shared ?? false)
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const [key, setKey] = useState(() => crypto.randomUUID())
  const store = async () => {
    if (busy || name.trim() === '') return
    setBusy(true)
    const refused = await props.onStore(name.trim(), shared, key)
    // Another name is another wish.
    setKey(crypto.randomUUID())
    setBusy(false)
    setNo(refused)
  }
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      foot={
        <>
          <Button look="go" busy={busy} onClick={() => void store()}>
            {words.store}
          </Button>
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <span className="m3 s">{words.keeps}</span>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void store()
        }}
      >
        <Field label={words.name} required>
          {(field) => <TextInput {...field} value={name} maxLength={30} onChange={setName} />}
        </Field>
        <Field label="" group help={words.sharedHelp}>
          {() => (
            <Check checked={shared} onChange={setShared}>
              {words.shared}
            </Check>
          )}
        </Field>
      </form>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
