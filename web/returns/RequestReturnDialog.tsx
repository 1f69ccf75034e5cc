import { useState } from 'react'
import { returnReasonWords } from '#contract/return-words.ts'
import { requestReturn } from '#contract/returns.ts'
import type { OrderView } from '#contract/views.ts'
import { ReturnReason, returnGrounds } from '#domain/dispatch/return-reasons.ts'
import type { FileHash } from '#domain/ids.ts'
import { FileDrop } from '../files/FileDrop.tsx'
import { FileList } from '../files/FileList.tsx'
import { sendToOrder } from '../files/send-to-order.ts'
import { UploadTile } from '../files/UploadTile.tsx'
import { useUploads } from '../files/use-uploads.ts'
import { SignerField } from '../handling/SignerField.tsx'
import { useAct } from '../handling/use-act.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { leftWords, momentWords } from '../words/time.ts'
import { returnWords } from './return-words.ts'
import { type PickedUnit, UnitPicker } from './UnitPicker.tsx'
import './returns.css'

const MOST_FILES = 9

type Props = {
  order: OrderView
  n: string
  until: string
  onOrder: (order: OrderView) => void
  onClose: () => void
}

/** 申请退单: what each reason has to be shown with stands beside it, and what is missing beside the button. */
export function RequestReturnDialog({ order, n, until, onOrder, onClose }: Props) {
  const words = useWords(returnWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const [reason, setReason] = useState<ReturnReason | ''>('')
  const [explanation, setExplanation] = useState('')
  const [basis, setBasis] = useState('')
  const [document, setDocument] = useState('')
  const [suggested, setSuggested] = useState<PickedUnit | null>(null)
  const [signer, setSigner] = useState('')
  const [evidence, setEvidence] = useState<readonly FileHash[]>([])
  const { act, busy, no } = useAct()
  const attached = (view: OrderView, file: string) => {
    setEvidence((last) => [...last, file as FileHash])
    onOrder(view)
  }
  const uploads = useUploads(sendToOrder(order.id, attached), MOST_FILES - evidence.length)
  const needs = reason === '' ? null : returnGrounds[reason]
  const shown = document.trim() !== '' || evidence.length > 0
  const gaps = [
    reason === '' ? words.gaps.reason : null,
    explanation.trim() === '' ? words.gaps.explanation : null,
    needs?.basis === true && basis.trim() === '' ? words.gaps.basis : null,
    needs?.evidence === true && !shown ? words.gaps.evidence : null,
    signer.trim() === '' ? words.gaps.signer : null,
    uploads.busy ? words.gaps.uploads : null,
  ].filter((gap) => gap !== null)
  const why = gaps.length === 0 ? null : words.still + gaps.join(words.sep)
  const ask = async () => {
    if (reason === '' || why !== null) return
    const body = {
      reason,
      explanation: explanation.trim(),
      basis: basis.trim() === '' ? null : basis.trim(),
      document: document.trim() === '' ? null : document.trim(),
      evidence: [...evidence],
      suggestedUnit: suggested?.id ?? null,
      signer: signer.trim(),
    }
    const sent = await act(requestReturn, { params: { orderId: order.id, n }, body })
    if (!sent?.ok) return
    toast(words.sent)
    onOrder(sent.reply as OrderView)
    onClose()
  }
  const files = order.files.filter((file) => evidence.some((hash) => hash === file.file))
  return (
    <Dialog
      title={words.give}
      shape="wide"
      onClose={onClose}
      foot={
        <>
          <Button look="go" busy={busy} whyNot={why} onClick={() => void ask()}>
            {words.send}
          </Button>
          {why !== null && <WhyNot>{why}</WhyNot>}
        </>
      }
    >
      <p className="s m2">
        {words.giveWhy} <b>{words.until(momentWords(until, now, language), leftWords(until, now, language))}</b>
      </p>
      <div className="form giveback">
        <Field label={words.reason} required>
          {(field) => (
            <Select
              {...field}
              value={reason}
              placeholder={words.choose}
              onChange={setReason}
              choices={ReturnReason.options.map((value) => ({ value, label: say(returnReasonWords[value]) }))}
            />
          )}
        </Field>
        <Field label={words.explanation} required>
          {(field) => (
            <TextArea
              {...field}
              max={500}
              height={72}
              value={explanation}
              placeholder={words.explanationHint}
              onChange={setExplanation}
            />
          )}
        </Field>
        <Field label={words.basis} required={needs?.basis === true}>
          {(field) => (
            <TextInput {...field} maxLength={300} value={basis} placeholder={words.basisHint} onChange={setBasis} />
          )}
        </Field>
        <Field label={words.evidence} required={needs?.evidence === true} group>
          {() => (
            <>
              <FileDrop onFiles={uploads.add} title={words.evidenceTitle} />
              {uploads.uploads
                .filter((upload) => upload.state !== 'sent')
                .map((upload) => (
                  <UploadTile
                    key={upload.key}
                    upload={upload}
                    onAgain={(key) => void uploads.again(key)}
                    onRemove={uploads.remove}
                  />
                ))}
              {files.length > 0 && (
                <FileList
                  orderId={order.id}
                  files={files}
                  onRemove={(file) => setEvidence((last) => last.filter((hash) => hash !== file))}
                />
              )}
            </>
          )}
        </Field>
        <Field label={words.document}>
          {(field) => (
            <TextInput
              {...field}
              maxLength={100}
              value={document}
              placeholder={words.documentHint}
              onChange={setDocument}
            />
          )}
        </Field>
        <Field label={words.suggested}>
          {(field) => (
            <UnitPicker
              field={field}
              value={suggested}
              onPick={setSuggested}
              not={order.assignments.map((a) => a.unit)}
            />
          )}
        </Field>
        <Field label={words.signer} required>
          {(field) => <SignerField field={field} value={signer} onChange={setSigner} />}
        </Field>
      </div>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
