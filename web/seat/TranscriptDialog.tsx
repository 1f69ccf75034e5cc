import { useState } from 'react'
import { type FormFromTranscript, fillForm, TRANSCRIPT_CHARS } from '#contract/assistant.ts'
import { AnsweredBy } from '../assistant/AnsweredBy.tsx'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useFirstFocus } from '../ui/use-first-focus.ts'
import { useKeys } from '../ui/use-keys.ts'
import { cut, type SeatForm } from './seat-form.ts'
import type { Seat } from './use-seat.ts'

const FIELDS = ['title', 'content', 'demand', 'address', 'respondent', 'occurredAt'] as const
type FormField = (typeof FIELDS)[number]

const wordsOf = {
  zh: {
    title: '由通话文字填单',
    transcript: '通话文字',
    hint: '粘贴通话转写或随手记下的话；可用“坐席：”“市民：”分行。文字只用来填单，不保存。',
    lacks: '还差：通话文字',
    fill: '整理',
    again: '重新整理',
    adopt: '填入所选',
    back: '返回',
    nothing: '没有读到可以填的内容。',
    replaces: '会替换已写的内容',
    none: '先选要填入的项',
    field: {
      ...{ title: '标题', content: '主要内容', demand: '具体诉求' },
      ...{ address: '地点', respondent: '被诉主体', occurredAt: '事发时间' },
    },
  },
  en: {
    title: 'Fill in from the call',
    transcript: 'The call’s words',
    hint: 'Paste a transcript or your notes; lines may begin with “坐席：” and “市民：”. The words are used for this only and not stored.',
    lacks: 'Still needed: the call’s words',
    fill: 'Put in order',
    again: 'Put in order anew',
    adopt: 'Fill in what is ticked',
    back: 'Back',
    nothing: 'Nothing to fill in was read.',
    replaces: 'replaces what is written',
    none: 'Tick something first',
    field: {
      ...{ title: 'title', content: 'content', demand: 'wish' },
      ...{ address: 'place', respondent: 'against', occurredAt: 'when' },
    },
  },
}

const read = (form: FormFromTranscript): { field: FormField; text: string }[] =>
  FIELDS.flatMap((field) => {
    const text = form[field]
    return text === null || text.trim() === '' ? [] : [{ field, text }]
  })

/** What was said on the phone becomes a proposal for the form; what is already written is replaced only when ticked. */
export function TranscriptDialog({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const { form, change } = seat
  const words = useWords(wordsOf)
  useFirstFocus('field')
  const [transcript, setTranscript] = useState('')
  const [filled, setFilled] = useState<FormFromTranscript | null>(null)
  const [ticked, setTicked] = useState<readonly FormField[]>([])
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const offers = filled === null ? [] : read(filled)
  const fill = async () => {
    if (transcript.trim() === '' || busy) return
    setBusy(true)
    const sent = await send(fillForm, { body: { transcript } })
    setBusy(false)
    setNo(sent.ok ? null : sent.no)
    if (!sent.ok) return
    setFilled(sent.reply)
    setTicked(read(sent.reply).flatMap(({ field }) => (form[field].trim() === '' ? [field] : [])))
  }
  const adopt = () => {
    const chosen = offers.filter(({ field }) => ticked.includes(field))
    if (chosen.length === 0) return
    const patch: Partial<SeatForm> = Object.fromEntries(chosen.map(({ field, text }) => [field, text]))
    // A place in words is no place yet: the seat chooses which one is meant.
    change(patch.address === undefined ? patch : { ...patch, place: null })
    onClose()
  }
  useKeys({ 'Ctrl+Enter': () => (filled === null ? void fill() : adopt()) }, { inDialog: true })
  const lacks = transcript.trim() === '' ? words.lacks : null
  const whyNot = ticked.length === 0 ? words.none : null
  return (
    <Dialog
      title={words.title}
      shape="wide"
      onClose={onClose}
      foot={
        <>
          {filled === null ? (
            <Button look="go" keys="Ctrl ⏎" whyNot={lacks} busy={busy} onClick={() => void fill()}>
              {words.fill}
            </Button>
          ) : (
            <>
              <Button look="go" keys="Ctrl ⏎" whyNot={whyNot} onClick={adopt}>
                {words.adopt}
              </Button>
              <Button busy={busy} onClick={() => void fill()}>
                {words.again}
              </Button>
            </>
          )}
          <Button keys="Esc" onClick={onClose}>
            {words.back}
          </Button>
          {filled === null && lacks !== null && <WhyNot>{lacks}</WhyNot>}
        </>
      }
    >
      <Field label={words.transcript} required help={words.hint}>
        {(field) => (
          <TextArea
            {...field}
            height={filled === null ? 260 : 120}
            max={TRANSCRIPT_CHARS}
            value={transcript}
            onChange={(text) => setTranscript(cut(text, TRANSCRIPT_CHARS))}
          />
        )}
      </Field>
      <div aria-live="polite">
        {filled !== null && (
          <>
            <AnsweredBy by={filled.by} instead={filled.instead} />
            {offers.length === 0 && <p className="s">{words.nothing}</p>}
            <ul className="transcript-offers">
              {offers.map(({ field, text }) => (
                <li key={field}>
                  <Check
                    checked={ticked.includes(field)}
                    onChange={(on) => setTicked(on ? [...ticked, field] : ticked.filter((one) => one !== field))}
                  >
                    {words.field[field]}
                  </Check>
                  <span>
                    {text}
                    {form[field].trim() !== '' && <span className="xs c-amber"> {words.replaces}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}
