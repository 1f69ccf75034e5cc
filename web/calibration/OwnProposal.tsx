import { useState } from 'react'
import { addCalibrationProposal, type ProposalKind } from '#contract/calibration.ts'
import { useSay, useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { calibrationWords, proposalKindNames } from './calibration-words.ts'
import { cellsOfText } from './cells-text.ts'
import { useRoundAct } from './use-round-act.ts'

type Own = Exclude<ProposalKind, 'narrow'>
const KINDS: readonly Own[] = ['add-rule', 'change-lead', 'retire', 'class-boundary', 'split-merge', 'new-word']
const BY_RULE: readonly Own[] = ['add-rule', 'change-lead', 'retire']
const ROW = 'id=\npriority=0\ncategory=\nlead='

/** 自己提一条: a rule as its cells, anything about classes in words. */
export function OwnProposal({ round, onClose }: { round: number; onClose: () => void }) {
  const words = useWords(calibrationWords)
  const say = useSay()
  const [form, setForm] = useState({ kind: 'add-rule' as Own, title: '', text: '', basis: '', category: '', row: ROW })
  const { act, no, busy } = useRoundAct()
  const set = (more: Partial<typeof form>) => setForm({ ...form, ...more })
  const byRule = BY_RULE.includes(form.kind)
  const add = async () => {
    const { kind, title, text, basis, category } = form
    const cells = byRule ? { ...cellsOfText(form.row), basis } : null
    const body = { kind, title, text, basis, category, cells, orders: [] }
    if ((await act(addCalibrationProposal, { params: { round }, body })).ok) onClose()
  }
  return (
    <Dialog
      title={words.ownTitle}
      shape="wide"
      onClose={onClose}
      foot={
        <>
          <Button look="go" busy={busy} onClick={() => void add()}>
            {words.add}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <div className="form">
        <Field label={words.kind}>
          {(field) => (
            <Select
              {...field}
              value={form.kind}
              choices={KINDS.map((value) => ({ value, label: say(proposalKindNames[value]) }))}
              onChange={(kind) => set({ kind })}
            />
          )}
        </Field>
        <Field label={words.subject} required>
          {(field) => <TextInput {...field} value={form.title} maxLength={80} onChange={(title) => set({ title })} />}
        </Field>
        {byRule ? (
          <Field label={words.row} help={words.rowHelp} required>
            {(field) => (
              <TextArea {...field} value={form.row} max={2000} height={140} onChange={(row) => set({ row })} />
            )}
          </Field>
        ) : (
          <Field label={words.category}>
            {(field) => (
              <TextInput {...field} value={form.category} maxLength={5} onChange={(category) => set({ category })} />
            )}
          </Field>
        )}
        <Field label={words.text}>
          {(field) => (
            <TextArea {...field} value={form.text} max={1000} height={80} onChange={(text) => set({ text })} />
          )}
        </Field>
        <Field label={words.basis} required>
          {(field) => <TextInput {...field} value={form.basis} maxLength={300} onChange={(basis) => set({ basis })} />}
        </Field>
      </div>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
