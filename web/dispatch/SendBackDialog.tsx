import { useState } from 'react'
import { sendBackOrder } from '#contract/dispatch.ts'
import type { OrderView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useFirstFocus } from '../ui/use-first-focus.ts'
import { dialogWords } from './dialog-words.ts'

const MAX = 300

/** What is missing, in words the seat can ask the citizen with. */
export function SendBackDialog({
  order,
  onClose,
  onDone,
}: {
  order: OrderView
  onClose: () => void
  onDone: (words: string) => void
}) {
  const words = useWords(dialogWords)
  useFirstFocus('field')
  const [defects, setDefects] = useState('')
  const [no, setNo] = useState<No | null>(null)
  const [key] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const whyNot = defects.trim() === '' ? words.backFirst : null
  const sendBack = async () => {
    if (busy) return
    setBusy(true)
    const call = { params: { orderId: order.id }, body: { defects: defects.trim() } }
    const sent = await send(sendBackOrder, call, { version: order.version, key })
    setBusy(false)
    if (sent.ok) onDone(words.sentBack(order.no))
    else setNo(sent.no)
  }
  return (
    <Dialog
      title={words.backTitle}
      onClose={onClose}
      foot={
        <>
          <Button look="go" busy={busy} whyNot={whyNot} onClick={() => void sendBack()}>
            {words.backDo}
          </Button>
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        </>
      }
    >
      <p className="s m2">{words.backWhy}</p>
      <div className="flex wrap">
        {words.backReasons.map((reason) => (
          <Button
            key={reason}
            size="sm"
            onClick={() => setDefects((last) => (last === '' ? reason : `${last}；${reason}`).slice(0, MAX))}
          >
            {reason}
          </Button>
        ))}
      </div>
      <Field label={words.backLabel} required>
        {(field) => <TextArea {...field} rows={3} max={MAX} value={defects} onChange={setDefects} />}
      </Field>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
