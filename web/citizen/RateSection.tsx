import { type FormEvent, useId, useState } from 'react'
import { ask, type No, type Ticket } from './ask.ts'
import { cleanText } from './draft.ts'
import { useCitizenWords } from './use-citizen-words.ts'
import type { View } from './use-progress.ts'

type Solved = 'yes' | 'partly' | 'no'

/** 好差评: five levels of the state's own scale, the best first, and whether it is solved. */
export function RateSection({ ticket, onRated }: { ticket: Ticket; onRated: (view: View) => void }) {
  const words = useCitizenWords()
  const id = useId()
  const [solved, setSolved] = useState<Solved | null>(null)
  const [level, setLevel] = useState<number | null>(null)
  const [opinion, setOpinion] = useState('')
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const [lacking, setLacking] = useState(false)
  const incomplete = solved === null || level === null
  const rate = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setLacking(incomplete)
    if (incomplete) return
    setBusy(true)
    const answers = { contacted: null, replyTrue: null, attitude: null, reason: null }
    const text = cleanText(opinion)
    const sent = await ask('citizenRate', {
      ...ticket,
      answers: { ...answers, solved, satisfaction: level, opinion: text === '' ? null : text.slice(0, 500) },
    })
    setBusy(false)
    if (sent.ok) onRated(sent.reply)
    else setNo(sent.no)
  }
  const solvedChoices: readonly [Solved, string][] = [
    ['yes', words.solvedYes],
    ['partly', words.solvedPartly],
    ['no', words.solvedNo],
  ]
  return (
    <section aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{words.rate}</h2>
      <form onSubmit={(event) => void rate(event)}>
        <fieldset className="choices">
          <legend className="lab first">{words.solved}</legend>
          {solvedChoices.map(([value, name]) => (
            <label key={value} className="choice">
              <input type="radio" name={`${id}-solved`} checked={solved === value} onChange={() => setSolved(value)} />
              {name}
            </label>
          ))}
        </fieldset>
        <fieldset className="choices down">
          <legend className="lab">{words.satisfied}</legend>
          {words.levels.toReversed().map((name, i) => (
            <label key={name} className="choice">
              <input type="radio" name={`${id}-level`} checked={level === 5 - i} onChange={() => setLevel(5 - i)} />
              {name}
            </label>
          ))}
        </fieldset>
        <label htmlFor={`${id}-opinion`} className="lab">
          {words.opinion}
        </label>
        <div className="in area">
          <textarea
            id={`${id}-opinion`}
            rows={2}
            maxLength={500}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
        </div>
        <p className="hint fault" role="alert">
          {lacking && incomplete && words.rateNeeds}
          {no !== null && (no.words === '' ? words.noLine : no.words)}
        </p>
        <button type="submit" className="btn go wide" aria-busy={busy || undefined}>
          {busy ? words.sending : words.rateSend}
        </button>
      </form>
    </section>
  )
}
