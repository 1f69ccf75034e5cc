import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { No, Sent } from './ask.ts'
import { cleanText } from './draft.ts'
import { useCitizenWords } from './use-citizen-words.ts'
import type { View } from './use-progress.ts'

type Props = {
  label: string
  hint?: string
  send: string
  max: number
  optional?: boolean
  onSend: (text: string) => Promise<Sent<View>>
  onDone: (view: View) => void
  onCancel: () => void
}

/** A few words and a button. What was written stays through a refusal and a dead line. */
export function ActForm({ label, hint, send, max, optional, onSend, onDone, onCancel }: Props) {
  const words = useCitizenWords()
  const id = useId()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const [lacking, setLacking] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const over = text.trim().length - max
  const act = async (event: FormEvent) => {
    event.preventDefault()
    const cleaned = cleanText(text)
    if (busy || over > 0) return
    if (optional !== true && cleaned === '') {
      setLacking(true)
      area.current?.focus()
      return
    }
    setBusy(true)
    setNo(null)
    const sent = await onSend(cleaned)
    setBusy(false)
    if (sent.ok) onDone(sent.reply)
    else setNo(sent.no)
  }
  return (
    <form className="act" onSubmit={(event) => void act(event)}>
      <label htmlFor={id} className="lab">
        {label}
      </label>
      <div className="in area">
        <textarea
          id={id}
          ref={area}
          rows={3}
          value={text}
          aria-describedby={`${id}-told`}
          aria-invalid={over > 0 || lacking || undefined}
          onChange={(event) => {
            setText(event.target.value)
            setLacking(false)
          }}
        />
      </div>
      <div id={`${id}-told`} role="status">
        {hint !== undefined && <p className="hint">{hint}</p>}
        {lacking && <p className="hint fault">{words.needsWords}</p>}
        {over > 0 && <p className="hint fault">{words.tooLong(over.toLocaleString('en'))}</p>}
      </div>
      {no !== null && (
        <p className="fault" role="alert">
          {no.words === '' ? words.noLine : no.words}
        </p>
      )}
      <div className="two">
        <button
          type="submit"
          className="btn"
          aria-busy={busy || undefined}
          aria-disabled={busy || over > 0 || undefined}
        >
          {busy ? words.sending : send}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
