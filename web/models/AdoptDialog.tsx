import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { adoptModel, listModels, type ModelView } from '#contract/models.ts'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { modelsWords } from './models-words.ts'
import { percent, rate, whole } from './rate.ts'

/** What of two models can be laid side by side: what each learned, and how each did when it was examined. */
function Differences({ now, then }: { now: ModelView | null; then: ModelView }) {
  const words = useWords(modelsWords)
  const cells = (one: ModelView | null): readonly string[] => {
    if (one === null) return ['—', '—', '—', '—', '—']
    const { learned, figures, scenes } = one.card
    return [
      whole(learned.orders),
      whole(scenes),
      figures === null ? '—' : rate(figures.right, figures.of),
      figures === null ? '—' : percent(figures.coverageAt965),
      figures === null ? '—' : figures.calibrationError.toFixed(3),
    ]
  }
  const [left, right] = [cells(now), cells(then)]
  const heads = [words.learned, words.scenes, words.right, words.coverage, words.calibration]
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">{words.measure}</th>
          <th scope="col" className="r">
            {words.inForce(now === null ? '—' : String(now.number))}
          </th>
          <th scope="col" className="r">
            {words.model(String(then.number))}
          </th>
        </tr>
      </thead>
      <tbody>
        {heads.map((head, i) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            <td className="r m2">{left[i]}</td>
            <td className="r">{right[i]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The person who adopts sees once more what changes, and says why if they like. */
export function AdoptDialog({
  model,
  inForce,
  onClose,
}: {
  model: ModelView
  inForce: ModelView | null
  onClose: () => void
}) {
  const words = useWords(modelsWords)
  const cache = useQueryClient()
  const [note, setNote] = useState('')
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const isBack = model.adoptions > 0
  const number = String(model.number)
  const adopt = async () => {
    setBusy(true)
    setNo(null)
    const body = { note, instead: inForce?.number ?? null }
    const sent = await send(adoptModel, { params: { number: model.number }, body })
    setBusy(false)
    await cache.invalidateQueries({ queryKey: [listModels.path] })
    if (!sent.ok) return setNo(sent.no)
    onClose()
    toast(words.adopted(number))
  }
  return (
    <Dialog
      title={isBack ? words.backTitle(number) : words.adoptTitle(number)}
      shape="wide"
      onClose={onClose}
      foot={
        <>
          <Button look="go" busy={busy} onClick={() => void adopt()}>
            {isBack ? words.back : words.adopt}
          </Button>
          <Button onClick={onClose}>{words.keep}</Button>
        </>
      }
    >
      <p>{words.adoptTold}</p>
      <Differences now={inForce} then={model} />
      <Field label={words.note} help={words.noteHelp}>
        {(field) => <TextInput {...field} value={note} maxLength={200} onChange={setNote} />}
      </Field>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
