import { useState } from 'react'
import { addCalibrationProposal } from '#contract/calibration.ts'
import type { ProposalKind } from '#contract/calibration-shapes.ts'
import { type PartRow, wholeRow } from '#domain/city/part.ts'
import { PickCell } from '../admin/RowField.tsx'
import { RuleFields } from '../catalogue/RuleFields.tsx'
import { freshKey } from '../catalogue/rule-bulk.ts'
import { useRuleNames } from '../catalogue/use-rule-names.ts'
import { useRuleWhyNot } from '../catalogue/use-rule-why-not.ts'
import { useRulesInForce } from '../catalogue/use-rules-in-force.ts'
import { useSay, useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { calibrationWords, proposalKindNames } from './calibration-words.ts'
import { LONGEST_BASIS } from './EditProposal.tsx'
import { RuleChoice } from './RuleChoice.tsx'
import { useRoundAct } from './use-round-act.ts'
import '../list/orders.css'
import '../catalogue/catalogue.css'

type Own = Exclude<ProposalKind, 'narrow'>
const KINDS: readonly Own[] = ['add-rule', 'change-lead', 'retire', 'class-boundary', 'split-merge', 'new-word']
const FRESH: PartRow = wholeRow('rules', { priority: '0', active: '1' })
const EMPTY = { kind: 'add-rule' as Own, title: '', text: '', basis: '', category: '' }

/** What still keeps the proposal from being made; null: nothing. */
function useWhyNot(form: typeof EMPTY, before: PartRow | null, cells: PartRow): string | null {
  const words = useWords(calibrationWords)
  const { kind } = form
  const fields = kind === 'add-rule' || kind === 'change-lead'
  const unfit = useRuleWhyNot(before, cells)
  const basis = (fields ? (cells.basis ?? '') : form.basis).trim()
  if ((kind === 'change-lead' || kind === 'retire') && before === null) return words.ruleFirst
  if (form.title.trim().length < 2) return words.missing(words.subject)
  if (fields && unfit !== null) return unfit
  if (basis.length < 2) return words.missing(words.basis)
  return basis.length > LONGEST_BASIS ? words.longBasis : null
}

/** 自己提一条: a rule in the catalogue's own fields, the end of one, or anything about classes in words. */
export function OwnProposal({ round, onClose }: { round: number; onClose: () => void }) {
  const words = useWords(calibrationWords)
  const say = useSay()
  const names = useRuleNames()
  const rows = useRulesInForce() ?? []
  const [form, setForm] = useState(EMPTY)
  const [before, setBefore] = useState<PartRow | null>(null)
  const [cells, setCells] = useState(FRESH)
  const { act, no, busy } = useRoundAct()
  const set = (more: Partial<typeof form>) => setForm({ ...form, ...more })
  const choose = (row: PartRow | null) => {
    setBefore(row)
    setCells(row === null ? FRESH : wholeRow('rules', row))
  }
  const { kind } = form
  const known = kind === 'change-lead' || kind === 'retire'
  const fields = kind === 'add-rule' || (kind === 'change-lead' && before !== null)
  const whyNot = useWhyNot(form, before, cells)
  const rowOf = (): PartRow | null => {
    if (kind === 'add-rule') return { ...cells, id: freshKey(rows, cells.category) }
    if (kind === 'change-lead') return cells
    return kind === 'retire' && before !== null ? { ...wholeRow('rules', before), active: '0' } : null
  }
  const add = async () => {
    const { title, text, category } = form
    const basis = (fields ? (cells.basis ?? '') : form.basis).trim()
    const row = rowOf()
    const body = { kind, title, text, basis, category, cells: row === null ? null : { ...row, basis }, orders: [] }
    if ((await act(addCalibrationProposal, { params: { round }, body })).ok) onClose()
  }
  return (
    <Dialog
      title={words.ownTitle}
      shape="wide"
      onClose={onClose}
      foot={
        <>
          <Button look="go" busy={busy} whyNot={whyNot} onClick={() => void add()}>
            {words.add}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        </>
      }
    >
      <div className="form">
        <Field label={words.kind}>
          {(field) => (
            <Select
              {...field}
              value={kind}
              choices={KINDS.map((value) => ({ value, label: say(proposalKindNames[value]) }))}
              onChange={(to) => {
                set({ kind: to })
                choose(null)
              }}
            />
          )}
        </Field>
        {known && <RuleChoice rows={rows} names={names} chosen={before} onChoose={choose} />}
        {kind === 'retire' && <p className="s m2">{words.retireTold}</p>}
        <Field label={words.subject} required>
          {(field) => <TextInput {...field} value={form.title} maxLength={80} onChange={(title) => set({ title })} />}
        </Field>
        <Field label={words.text}>
          {(field) => (
            <TextArea {...field} value={form.text} max={1000} height={60} onChange={(text) => set({ text })} />
          )}
        </Field>
        {!known && !fields && (
          <Field label={words.category}>
            {(field) => (
              <PickCell
                value={form.category}
                label={words.category}
                placeholder={words.categoryHint}
                options={names.categories}
                field={field}
                onChange={(category) => set({ category })}
              />
            )}
          </Field>
        )}
        {!fields && kind !== 'change-lead' && (
          <Field label={words.basis} required>
            {(field) => (
              <TextInput {...field} value={form.basis} maxLength={LONGEST_BASIS} onChange={(basis) => set({ basis })} />
            )}
          </Field>
        )}
      </div>
      {fields && (
        <div className="rulepanel">
          <RuleFields
            cells={cells}
            before={before}
            names={names}
            disabled={false}
            onChange={(column, value) => setCells((old) => ({ ...old, [column]: value }))}
          />
        </div>
      )}
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
