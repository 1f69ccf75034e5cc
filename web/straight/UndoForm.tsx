import { useState } from 'react'
import { undoDispatch } from '#contract/straight-through.ts'
import type { OrderView } from '#contract/views.ts'
import type { UndoGround } from '#domain/order/event.ts'
import type { UnitPick } from '../dispatch/plan.ts'
import { UnitSearch } from '../dispatch/UnitSearch.tsx'
import { useAct } from '../handling/use-act.ts'
import { useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Segment } from '../ui/Segment.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { straightWords } from './straight-words.ts'

const REASON_MAX = 200

/** 撤回与改派: with a unit it goes there in the same step, without one it is back in the pool. */
export function UndoForm({ order, onDone }: { order: OrderView; onDone: (said: string) => void }) {
  const words = useWords(straightWords)
  const [ground, setGround] = useState<UndoGround>('wrong-unit')
  const [reason, setReason] = useState('')
  const [to, setTo] = useState<UnitPick | null>(null)
  const [exception, setException] = useState('')
  const { act, busy, no } = useAct()
  const whyNot = reason.trim() === '' ? words.reasonFirst : null
  const go = async () => {
    if (whyNot !== null) return
    const body = {
      ground,
      reason: reason.trim(),
      lead: to?.unit ?? null,
      co: [],
      note: null,
      ...(exception.trim() === '' ? {} : { exceptionGround: exception.trim() }),
    }
    const sent = await act(undoDispatch, { params: { orderId: order.id }, body }, { version: order.version })
    if (sent?.ok === true) onDone(to === null ? words.undone(order.no) : words.redirected(order.no, to.name))
  }
  return (
    <div className="form undo">
      <Field label={words.ground} group help={ground === 'wrong-unit' ? words.wrongCounts : words.changedCounts}>
        {() => (
          <Segment
            label={words.ground}
            value={ground}
            choices={(['wrong-unit', 'changed-facts'] as const).map((value) => ({
              value,
              label: words.grounds[value],
            }))}
            onChange={setGround}
          />
        )}
      </Field>
      <Field label={words.reason} required>
        {(field) => (
          <TextArea
            {...field}
            rows={2}
            max={REASON_MAX}
            value={reason}
            placeholder={words.reasonHint}
            onChange={setReason}
          />
        )}
      </Field>
      <Field label={words.to} group help={to === null ? words.toHint : undefined}>
        {() =>
          to === null ? (
            <UnitSearch orderId={order.id} label={words.to} onChoose={setTo} />
          ) : (
            <p className="flex wrap">
              <b>{to.name}</b>
              <button type="button" className="link" onClick={() => setTo(null)}>
                {words.clear}
              </button>
            </p>
          )
        }
      </Field>
      {no?.code === 'departmental-matter' && (
        <Field label={words.exception} required>
          {(field) => <TextInput {...field} maxLength={200} value={exception} onChange={setException} />}
        </Field>
      )}
      {no !== null && <RefusalNote no={no} />}
      <div className="flex wrap">
        <Button look="go" busy={busy} whyNot={whyNot} onClick={() => void go()}>
          {to === null ? words.undoDo : words.redirectDo(to.name)}
        </Button>
        {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
      </div>
    </div>
  )
}
