import { useWords } from '../language.ts'
import { Field } from '../ui/Field.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { RespondentNature } from './Nature.tsx'
import { cut, MAX } from './seat-form.ts'
import { seatWords } from './seat-words.ts'
import type { Seat } from './use-seat.ts'

export function RespondentField({ seat: { form, change } }: { seat: Seat }) {
  const words = useWords(seatWords)
  return (
    <div data-field="B">
      <Field label={words.respondent} keys="B">
        {(field) => (
          <div className="row">
            <TextInput
              {...field}
              boxClass="seat-respondent"
              value={form.respondent}
              onChange={(respondent) => change({ respondent: cut(respondent, MAX.respondent) })}
              placeholder={words.respondentHint}
            />
            <RespondentNature form={form} change={change} />
            <TextInput
              aria-label={words.occurredAt}
              boxClass="grow"
              value={form.occurredAt}
              onChange={(occurredAt) => change({ occurredAt: cut(occurredAt, MAX.window) })}
              placeholder={words.occurredHint}
              unit={words.occurredAt}
            />
          </div>
        )}
      </Field>
    </div>
  )
}
