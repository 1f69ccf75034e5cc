import { RequestType } from '#domain/city/vocabulary.ts'
import { useSay, useWords } from '../language.ts'
import { Field } from '../ui/Field.tsx'
import { Segment } from '../ui/Segment.tsx'
import { requestTypeWords } from '../words/order.ts'
import { seatWords } from './seat-words.ts'
import type { Seat } from './use-seat.ts'

export const types = RequestType.options

export function TypeField({ seat: { form, change }, invalid }: { seat: Seat; invalid: boolean }) {
  const words = useWords(seatWords)
  const say = useSay()
  return (
    <div data-field="L">
      <Field label={words.type} required group>
        {() => (
          <Segment
            label={words.type}
            value={form.type}
            choices={types.map((type, i) => ({ value: type, label: say(requestTypeWords[type]), keys: String(i + 1) }))}
            onChange={(type) => change({ type })}
            invalid={invalid}
          />
        )}
      </Field>
    </div>
  )
}
