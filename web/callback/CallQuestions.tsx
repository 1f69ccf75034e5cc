import { type RefObject, useEffect, useRef } from 'react'
import { useSay, useWords } from '../language.ts'
import { Field } from '../ui/Field.tsx'
import { Segment } from '../ui/Segment.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { askedOf, type CallForm, dissatisfied, openQuestion, type Question, questions } from './callback-form.ts'
import { answerWords, callbackWords, questionWords } from './callback-words.ts'
import { NextTime } from './NextTime.tsx'

type Props = {
  form: CallForm
  onChange: (next: (last: CallForm) => CallForm) => void
  /** the question a digit goes to */
  at: Question | undefined
  /** this attempt is the last the city makes */
  last: boolean
  attempt: number
  hours: number
  /** whether the last answer was a key: then the keys go on */
  byKey: RefObject<boolean>
}

/** Question after question; the one that waits for a digit is marked, and any of them can be answered by mouse. */
export function CallQuestions({ form, onChange, at, last, attempt, hours, byKey }: Props) {
  const words = useWords(callbackWords)
  const say = useSay()
  const set = (to: Partial<CallForm>) => onChange((before) => ({ ...before, ...to }))
  const reached = form.reached === 'answered'
  const complete = reached && openQuestion(form) === undefined
  const bad = complete && dissatisfied(form)
  const reason = useRef<HTMLTextAreaElement>(null)
  const was = useRef(bad)
  useEffect(() => {
    // The last digit leads straight into the reason; a draft that is opened again does not.
    if (bad && !was.current && byKey.current) reason.current?.focus()
    was.current = bad
  }, [bad, byKey])
  return (
    <div className="form call">
      {askedOf(form).map((question, i) => (
        <div key={question} className={question === at ? 'asked-now' : undefined} data-question={question}>
          <Field label={`${i + 1} ${say(questionWords[question])}`} required group>
            {() => (
              <Segment
                label={say(questionWords[question])}
                value={form[question]}
                choices={questions[question].map(([key, value]) => ({
                  value,
                  label: say(answerWords[question][value] ?? { zh: value, en: value }),
                  keys: key,
                }))}
                onChange={(value) => set({ [question]: value })}
              />
            )}
          </Field>
        </div>
      ))}
      {complete && (
        <>
          {bad && (
            <Field label={words.reason} required help={words.reasonHint}>
              {(field) => (
                <TextArea
                  {...field}
                  areaRef={reason}
                  value={form.reason}
                  max={300}
                  height={54}
                  onChange={(reason) => set({ reason })}
                />
              )}
            </Field>
          )}
          <Field label={words.opinion}>
            {(field) => (
              <TextArea
                {...field}
                value={form.opinion}
                max={500}
                height={54}
                placeholder={words.opinionHint}
                onChange={(opinion) => set({ opinion })}
              />
            )}
          </Field>
          {bad && (
            <Field label={words.note} help={words.noteHint}>
              {(field) => (
                <TextArea {...field} value={form.note} max={300} height={54} onChange={(note) => set({ note })} />
              )}
            </Field>
          )}
        </>
      )}
      {form.reached !== null && !reached && last && <p className="s m2">{words.lastOne(String(attempt))}</p>}
      {form.reached !== null && !reached && !last && (
        <NextTime value={form.nextAt} hours={hours} onChange={(nextAt) => set({ nextAt })} />
      )}
    </div>
  )
}
