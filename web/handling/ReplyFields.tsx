import { type RefObject, useRef } from 'react'
import type { AssignmentView, OrderView } from '#contract/views.ts'
import { MAX_FILES_OF_ORDER } from '#domain/accept/attach-file.ts'
import { needsHead, needsReason } from '#domain/handling/report-result.ts'
import { FactTrue, Solved } from '#domain/order/event.ts'
import { FileDrop } from '../files/FileDrop.tsx'
import { FileList } from '../files/FileList.tsx'
import { sendToOrder } from '../files/send-to-order.ts'
import { UploadTile } from '../files/UploadTile.tsx'
import { useUploads } from '../files/use-uploads.ts'
import { useSay, useWords } from '../language.ts'
import { ReplyCheckBox } from '../reply-check/ReplyCheckBox.tsx'
import { useReplyCheck } from '../reply-check/use-reply-check.ts'
import { Check } from '../ui/Check.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Field } from '../ui/Field.tsx'
import { Segment } from '../ui/Segment.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { RedactionLine } from './RedactionLine.tsx'
import type { ReplyDraft } from './reply-draft.ts'
import { replyWords } from './reply-words.ts'
import { SignerField } from './SignerField.tsx'
import { TextBox } from './TextBox.tsx'
import { factWords, solvedWords } from './unit-words.ts'
import { useRedaction } from './use-redaction.ts'

type Change = (next: (last: ReplyDraft) => ReplyDraft) => void
type Props = {
  order: OrderView
  /** which assignment of the order */
  n: string
  draft: ReplyDraft
  change: Change
  onOrder: (order: OrderView) => void
  handlingRef: RefObject<HTMLTextAreaElement | null>
  filesRef: RefObject<HTMLButtonElement | null>
}

/** What the citizen will read, with what it gives away. */
function PublicReply({ order, n, draft, change }: Pick<Props, 'order' | 'n' | 'draft' | 'change'>) {
  const words = useWords(replyWords)
  const area = useRef<HTMLTextAreaElement>(null)
  const redaction = useRedaction(draft.publicReply)
  const check = useReplyCheck(order.id, n, {
    handling: draft.handling,
    publicReply: draft.publicReply,
    solved: draft.solved,
    solvedReason: draft.solvedReason,
    policyBasis: draft.policyBasis,
  })
  const locate = (from: number, to: number) => {
    area.current?.focus()
    area.current?.setSelectionRange(from, to)
  }
  const set = (publicReply: string) => change((last) => ({ ...last, publicReply }))
  return (
    <Field label={words.publicReply} required>
      {(field) => (
        <>
          <TextBox
            field={field}
            areaRef={area}
            value={draft.publicReply}
            max={1000}
            onChange={set}
            under={<RedactionLine redaction={redaction} onMask={set} onLocate={locate} />}
          />
          <ReplyCheckBox
            check={check}
            texts={{
              publicReply: draft.publicReply,
              content: order.request.content,
              demand: order.request.demand ?? '',
            }}
            note="stays"
            onLocate={({ from, to }) => locate(from, to)}
          />
        </>
      )}
    </Field>
  )
}

/** Files of this report: dropped here they join the order at once, so that nothing waits for the report. */
function Evidence({ order, draft, change, onOrder, filesRef }: Omit<Props, 'handlingRef' | 'n'>) {
  const words = useWords(replyWords)
  const left = Math.max(0, MAX_FILES_OF_ORDER - order.files.length)
  const sending = sendToOrder(order.id, (view, file) => {
    onOrder(view)
    change((last) => ({ ...last, evidence: [...new Set([...last.evidence, file])] }))
  })
  const { uploads, add, again, remove } = useUploads(sending, left)
  const chosen = order.files.filter((file) => draft.evidence.includes(file.file))
  const leaveOut = (file: string) =>
    change((last) => ({ ...last, evidence: last.evidence.filter((one) => one !== file) }))
  return (
    <Field label={words.files} group>
      {() => (
        <FileList orderId={order.id} files={chosen} onRemove={leaveOut}>
          {uploads
            .filter((upload) => upload.state !== 'sent')
            .map((upload) => (
              <UploadTile key={upload.key} upload={upload} onAgain={(key) => void again(key)} onRemove={remove} />
            ))}
          <FileDrop title={words.filesHint} keys="P" paste onFiles={add} buttonRef={filesRef} />
        </FileList>
      )}
    </Field>
  )
}

/** The reply's fields in the order in which they are thought of: what was done, what is said, is it true, is it solved. */
export function ReplyFields(props: Props) {
  const { order, draft, change, handlingRef } = props
  const words = useWords(replyWords)
  const say = useSay()
  const set = (to: Partial<ReplyDraft>) => change((last) => ({ ...last, ...to }))
  return (
    <div className="form reply">
      <Field label={words.handling} required>
        {(field) => (
          <TextBox
            field={field}
            areaRef={handlingRef}
            value={draft.handling}
            max={2000}
            onChange={(handling) => set({ handling })}
            under={words.onlyInside}
          />
        )}
      </Field>
      <PublicReply order={order} n={props.n} draft={draft} change={change} />
      <Field label={words.factTrue} required group>
        {() => (
          <Segment
            label={words.factTrue}
            value={draft.factTrue}
            choices={FactTrue.options.map((value) => ({ value, label: say(factWords[value]) }))}
            onChange={(factTrue) => set({ factTrue })}
          />
        )}
      </Field>
      <Field label={words.solved} required group>
        {() => (
          <Segment
            label={words.solved}
            value={draft.solved}
            choices={Solved.options.map((value) => ({ value, label: say(solvedWords[value]) }))}
            onChange={(solved) => set({ solved })}
          />
        )}
      </Field>
      {needsReason(draft.solved ?? undefined) && (
        <Field label={words.reason} required help={words.reasonHint}>
          {(field) => (
            <TextInput
              {...field}
              maxLength={300}
              value={draft.solvedReason}
              onChange={(solvedReason) => set({ solvedReason })}
            />
          )}
        </Field>
      )}
      <Field label={words.basis}>
        {(field) => (
          <TextInput
            {...field}
            maxLength={300}
            placeholder={words.basisHint}
            value={draft.policyBasis}
            onChange={(policyBasis) => set({ policyBasis })}
          />
        )}
      </Field>
      {needsHead(order) && (
        <Field label={words.head} required help={words.headHint}>
          {(field) => (
            <TextInput
              {...field}
              maxLength={200}
              value={draft.headInvolved}
              onChange={(headInvolved) => set({ headInvolved })}
            />
          )}
        </Field>
      )}
      <Evidence {...props} />
      <Field label={words.signer} required>
        {(field) => <SignerField field={field} value={draft.signer} onChange={(signer) => set({ signer })} />}
      </Field>
      <div className="f">
        <span />
        <div>
          <Check checked={draft.overDuty} onChange={(overDuty) => set({ overDuty })}>
            {words.overDuty}
          </Check>
        </div>
      </div>
    </div>
  )
}

/** What was submitted, to be read. */
export function ReportRead({ order, mine }: { order: OrderView; mine: AssignmentView }) {
  const words = useWords(replyWords)
  const say = useSay()
  const { report } = mine
  if (report === null) return null
  const files = order.files.filter((file) => report.evidence.includes(file.file))
  const lines: (readonly [string, string | null])[] = [
    [words.handling, report.handling],
    [words.publicReply, report.publicReply],
    [words.factTrue, say(factWords[report.factTrue])],
    [words.solved, say(solvedWords[report.solved])],
    [words.reason, report.solvedReason],
    [words.basis, report.policyBasis],
    [words.head, report.headInvolved],
    [words.signer, report.signer],
  ]
  return (
    <>
      <div className="head">
        <h2>{words.read}</h2>
      </div>
      <Facts of={lines} />
      {files.length > 0 && <FileList orderId={order.id} files={files} />}
    </>
  )
}
