import { useState } from 'react'
import { handDown } from '#contract/handling.ts'
import type { AssignmentView, OrderView } from '#contract/views.ts'
import { ExceptionGround } from '../dispatch/ExceptionGround.tsx'
import { useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { toast } from '../ui/Toasts.tsx'
import { asideWords } from './aside-words.ts'
import { useAct } from './use-act.ts'
import type { UnitBelow } from './use-units-below.ts'

const SHOWN = 12

/** To a unit below, with a note; the nearest in the tree come first, typing finds the others by name or initials. */
export function HandDownDialog(props: {
  order: OrderView
  mine: AssignmentView
  n: string
  units: readonly UnitBelow[]
  onOrder: (order: OrderView) => void
  onClose: () => void
}) {
  const { order, mine } = props
  const words = useWords(asideWords)
  const [text, setText] = useState('')
  const [unit, setUnit] = useState<UnitBelow | null>(null)
  const [note, setNote] = useState('')
  const [ground, setGround] = useState('')
  const { act, busy, no } = useAct()
  const given = new Set(order.assignments.filter((a) => a.parent === mine.id).map((a) => a.unit))
  const asked = text.trim().toLowerCase()
  const found =
    asked === '' || text === unit?.name
      ? props.units
      : props.units.filter((one) => one.name.includes(asked) || one.initials.startsWith(asked))
  const go = async () => {
    if (unit === null) return
    const exception = ground.trim() === '' ? {} : { exceptionGround: ground.trim() }
    const body = { unit: unit.id, note: note.trim() === '' ? null : note, ...exception }
    const sent = await act(handDown, { params: { orderId: order.id, n: props.n }, body })
    if (!sent?.ok) return
    toast(words.downDone(unit.name))
    props.onOrder(sent.reply as OrderView)
    props.onClose()
  }
  const whyNot = unit === null ? words.downFirst : null
  return (
    <Dialog
      title={words.downTitle}
      onClose={props.onClose}
      foot={
        <>
          <Button look="go" busy={busy} whyNot={whyNot} onClick={() => void go()}>
            {words.down}
          </Button>
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        </>
      }
    >
      <p className="s m2">{words.downWhy}</p>
      <Field label={words.downUnit} required>
        {(field) => (
          <Combobox
            {...field}
            text={text}
            onText={(next) => {
              setText(next)
              setUnit(null)
            }}
            placeholder={words.find}
            options={found.slice(0, SHOWN).map((one) => ({
              key: one.id,
              value: one,
              label: one.name,
              whyNot: given.has(one.id) ? words.already : null,
            }))}
            {...(found.length === 0 ? { foot: words.nothingFound } : {})}
            onChoose={(one) => {
              setUnit(one)
              setText(one.name)
            }}
          />
        )}
      </Field>
      <Field label={words.downNote}>
        {(field) => (
          <TextArea {...field} value={note} max={300} height={72} placeholder={words.downHint} onChange={setNote} />
        )}
      </Field>
      {(no?.code === 'departmental-matter' || ground !== '') && <ExceptionGround value={ground} onChange={setGround} />}
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
