import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type HandOverView, listHandOvers, undoHandOver } from '#contract/hand-over.ts'
import { useAct } from '../handling/use-act.ts'
import { useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { handOverWords } from './hand-over-words.ts'

/** Asked back before orders move again: what goes where, and why. */
export function UndoHandOver({ one, onClose }: { one: HandOverView; onClose: () => void }) {
  const words = useWords(handOverWords)
  const cache = useQueryClient()
  const [reason, setReason] = useState('')
  const { act, busy, no } = useAct()
  const whyNot = reason.trim().length < 2 ? words.reasonFirst : null
  const undo = async () => {
    const sent = await act(undoHandOver, { params: { handOverId: one.id }, body: { reason: reason.trim() } })
    if (sent === null) return
    await cache.invalidateQueries({ queryKey: [listHandOvers.path] })
    if (!sent.ok) return
    onClose()
    toast(words.done(sent.reply.orders))
  }
  return (
    <Dialog
      title={words.ask}
      onClose={onClose}
      foot={
        <>
          <Button look="danger" busy={busy} whyNot={whyNot} onClick={() => void undo()}>
            {words.undo}
          </Button>
          <Button onClick={onClose}>{words.keep}</Button>
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        </>
      }
    >
      <p>{words.askTold(one.fromName, one.toName)}</p>
      <Field label={words.reason} required>
        {(field) => <TextInput {...field} value={reason} maxLength={200} onChange={setReason} />}
      </Field>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
