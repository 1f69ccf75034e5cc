import { useState } from 'react'
import { adoptCityVersion, previewCityVersion } from '#contract/city-versions.ts'
import { partShape } from '#domain/city/part.ts'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useApi } from '../use-api.ts'
import { Changes } from './Changes.tsx'
import type { Names } from './cell-words.ts'
import { Effect } from './Effect.tsx'
import { effectWords } from './effect-words.ts'
import { Faults } from './Faults.tsx'
import { Steps } from './Steps.tsx'
import { Successors } from './Successors.tsx'
import type { PartState } from './use-part.ts'

type Props = { state: PartState; names: Names; onDone: () => void; onBack: () => void; back: string }

/** Second and third step: what would change and what it would mean; then the one button that puts it in force. */
export function PreviewPane({ state, names, onDone, onBack, back }: Props) {
  const words = useWords(effectWords)
  const { part, draft, rows, stale } = state
  const [note, setNote] = useState('')
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const [named, setNamed] = useState<ReadonlyMap<string, string>>(new Map())
  const successors = [...named].map(([unit, to]) => ({ unit, to }))
  const { data, error, refetch } = useApi(previewCityVersion, { body: { part, rows } }, { staleTime: 0 })
  if (error !== null) return <Failed no={error.no} what={words.title} again={() => void refetch()} />
  if (data === undefined) return <Loading />
  const whyNot = () => {
    if (draft === null || !state.changed) return words.nothing
    if (data.faults.length > 0) return words.faulty
    if (data.obstacles.length > 0) return words.blocked
    if (data.handOvers.some(({ unit }) => !named.has(unit))) return words.successorMissing
    if (stale) return words.stale
    return note.trim().length < 2 ? words.noteMissing : null
  }
  const adopt = async () => {
    if (draft === null) return
    setBusy(true)
    const sent = await send(adoptCityVersion, {
      params: { part, id: draft.id },
      body: { note: note.trim(), successors },
    })
    setBusy(false)
    if (!sent.ok) {
      setNo(sent.no)
      await state.refresh()
      return
    }
    toast(words.adopted(String(sent.reply.number)))
    await state.refresh()
    onDone()
  }
  const reason = whyNot()
  return (
    <>
      <div className="fill">
        {data.faults.length > 0 && (
          <section className="sec">
            <Faults faults={data.faults} own={partShape[part].file} />
          </section>
        )}
        {data.obstacles.length > 0 && (
          <section className="sec" role="alert">
            <Note tone="r">
              <b>{words.obstacles}</b>
              <ul>
                {data.obstacles.map((one) => (
                  <li key={one.kind + one.key}>{words[one.kind](one.name, String(one.count))}</li>
                ))}
              </ul>
            </Note>
          </section>
        )}
        <Successors
          handOvers={data.handOvers}
          rows={rows}
          named={named}
          onName={(unit, to) =>
            setNamed((last) => {
              const next = new Map(last)
              if (to === null) next.delete(unit)
              else next.set(unit, to)
              return next
            })
          }
        />
        <section className="sec">
          <header>
            <h2>{words.changes}</h2>
          </header>
          <Changes part={part} changes={data.changes} names={names} />
        </section>
        {data.effect !== null && state.changed && (
          <section className="sec" aria-label={words.means}>
            <header>
              <h2>{words.means}</h2>
            </header>
            <Effect effect={data.effect} />
          </section>
        )}
      </div>
      <div className="bar admin-adopt">
        <Steps at={2} />
        <Button onClick={onBack}>{back}</Button>
        <div className="grow narrow">
          <Field label={words.note} required>
            {(field) => (
              <TextInput {...field} value={note} maxLength={200} placeholder={words.noteHelp} onChange={setNote} />
            )}
          </Field>
        </div>
        <Button look="go" size="lg" whyNot={reason} busy={busy} onClick={() => void adopt()}>
          {words.adopt}
        </Button>
        {reason !== null && <WhyNot>{reason}</WhyNot>}
        {no !== null && <RefusalNote no={no} />}
      </div>
    </>
  )
}
