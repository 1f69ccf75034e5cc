import { useState } from 'react'
import type { BulkResult } from '#contract/bulk.ts'
import { urgeOrders } from '#contract/order-list.ts'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { listWords } from './list-words.ts'

/** Urging many: one sentence for all of them, and each answers for itself. */
export function UrgeDialog(props: {
  ids: readonly string[]
  onDone: (results: readonly BulkResult[]) => void
  onClose: () => void
  /** what the page calls it; 催办 if left out */
  words?: { urge: string; urgeMany: (n: string) => string }
}) {
  const words = { ...useWords(listWords), ...props.words }
  const [text, setText] = useState('')
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const urge = async () => {
    if (busy) return
    setBusy(true)
    const body = { orders: [...props.ids], text: text.trim() === '' ? null : text.trim() }
    const sent = await send(urgeOrders, { body }, { key })
    setBusy(false)
    if (sent.ok) props.onDone(sent.reply.results)
    else setNo(sent.no)
  }
  return (
    <Dialog
      title={words.urge}
      onClose={props.onClose}
      foot={
        <>
          <Button look="go" busy={busy} onClick={() => void urge()}>
            {words.urgeMany(String(props.ids.length))}
          </Button>
          <Button onClick={props.onClose}>{words.close}</Button>
        </>
      }
    >
      <Field label={words.urgedReason} help={words.urgedReasonHelp}>
        {(field) => <TextArea {...field} value={text} onChange={setText} max={300} height={88} />}
      </Field>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
