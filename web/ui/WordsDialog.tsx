import { type ReactNode, useState } from 'react'
import { useWords } from '../language.ts'
import type { No } from '../send.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { RefusalNote } from './Note.tsx'
import { TextArea } from './TextArea.tsx'

const wordsOf = { zh: { cancel: '取消' }, en: { cancel: 'Cancel' } }

type Way = { label: string; danger?: boolean; act: (words: string) => void }

/** A question that wants a sentence before it is answered, in one way or another. */
export function WordsDialog(props: {
  title: string
  told?: ReactNode
  label: string
  ways: readonly Way[]
  max: number
  busy: boolean
  no: No | null
  onClose: () => void
}) {
  const words = useWords(wordsOf)
  const [said, setSaid] = useState('')
  const whyNot = said.trim().length < 2 ? props.label : null
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      foot={
        <>
          {props.ways.map((way, i) => (
            <Button
              key={way.label}
              look={way.danger === true ? 'danger' : i === 0 ? 'go' : 'plain'}
              busy={props.busy}
              whyNot={whyNot}
              onClick={() => way.act(said.trim())}
            >
              {way.label}
            </Button>
          ))}
          <Button onClick={props.onClose}>{words.cancel}</Button>
        </>
      }
    >
      {props.told !== undefined && <p className="s">{props.told}</p>}
      <Field label={props.label} required>
        {(field) => <TextArea {...field} value={said} max={props.max} height={96} onChange={setSaid} />}
      </Field>
      {props.no !== null && <RefusalNote no={props.no} />}
    </Dialog>
  )
}
