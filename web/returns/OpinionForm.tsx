import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fileOpinion, orderReturns } from '#contract/returns.ts'
import { SignerField } from '../handling/SignerField.tsx'
import { useAct } from '../handling/use-act.ts'
import { useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { toast } from '../ui/Toasts.tsx'
import { returnWords } from './return-words.ts'

/** 听取意见: the unit's own word on a dispute that is being ruled on; whoever rules finds it where they write. */
export function OpinionForm({ orderId, again }: { orderId: string; again: boolean }) {
  const words = useWords(returnWords)
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [opinion, setOpinion] = useState('')
  const [signer, setSigner] = useState('')
  const { act, busy, no } = useAct()
  const why = opinion.trim() === '' ? words.opinionFirst : signer.trim() === '' ? words.gaps.signer : null
  const file = async () => {
    if (why !== null) return
    const body = { opinion: opinion.trim(), signer: signer.trim(), evidence: [] }
    const sent = await act(fileOpinion, { params: { orderId }, body })
    if (!sent?.ok) return
    toast(words.opinionFiled)
    setOpen(false)
    setOpinion('')
    await queries.invalidateQueries({ queryKey: [orderReturns.path] })
  }
  if (!open)
    return (
      <Button size="sm" onClick={() => setOpen(true)}>
        {again ? words.opinionAgain : words.opinionGive}
      </Button>
    )
  return (
    <div className="form opinion">
      <Field label={words.opinionOwn} required>
        {(field) => (
          <TextArea
            {...field}
            max={500}
            height={72}
            value={opinion}
            placeholder={words.opinionHint}
            onChange={setOpinion}
          />
        )}
      </Field>
      <Field label={words.signer} required>
        {(field) => <SignerField field={field} value={signer} onChange={setSigner} />}
      </Field>
      <div className="flex wrap">
        <Button look="go" size="sm" busy={busy} whyNot={why} onClick={() => void file()}>
          {words.opinionSend}
        </Button>
        {why !== null && <WhyNot>{words.still + why}</WhyNot>}
      </div>
      {no !== null && <RefusalNote no={no} />}
    </div>
  )
}
