import { AppellantType } from '#domain/city/vocabulary.ts'
import { useSay, useWords } from '../language.ts'
import { Field } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { appellantTypeWords } from '../words/order.ts'
import { cut, genderOf, type Lack, MAX, type SeatForm } from './seat-form.ts'
import { seatWords } from './seat-words.ts'
import type { Seat } from './use-seat.ts'

const NEXT: Record<SeatForm['gender'], SeatForm['gender']> = { unknown: 'female', female: 'male', male: 'unknown' }

export function PersonField({ seat, missed }: { seat: Seat; missed: readonly Lack[] }) {
  const { form, change, card, call } = seat
  const words = useWords(seatWords)
  const say = useSay()
  const gender = words.genders[form.gender]
  const masked = card?.data?.phone ?? call.ring?.masked ?? ''
  const contactMissing = missed.includes('contact') || missed.includes('phone')
  return (
    <div data-field="N">
      <Field label={words.person} keys="N" required group>
        {() => (
          <div className="row seat-person">
            <div className="in name">
              <input
                type="text"
                autoComplete="off"
                aria-label={words.personName}
                aria-keyshortcuts="Alt+N"
                placeholder={words.personHint}
                value={form.name}
                disabled={form.anonymous}
                onChange={(event) => {
                  const name = cut(event.target.value, MAX.name)
                  change({ name, gender: genderOf(name) ?? form.gender })
                }}
              />
              <button
                type="button"
                className="u seat-gender"
                aria-label={words.genderLabel(gender)}
                onClick={() => change({ gender: NEXT[form.gender] })}
              >
                {gender}
              </button>
            </div>
            <Select
              aria-label={words.appellantType}
              className="kind"
              value={form.appellantType}
              onChange={(appellantType) => change({ appellantType })}
              choices={AppellantType.options.map((value) => ({ value, label: say(appellantTypeWords[value]) }))}
            />
            <TextInput
              aria-label={words.contactPhone}
              inputMode="tel"
              boxClass="grow"
              placeholder={masked === '' ? words.contactPhone : masked}
              value={form.contactPhone}
              aria-invalid={contactMissing || undefined}
              onChange={(contactPhone) => change({ contactPhone: contactPhone.slice(0, 30) })}
              unit={form.contactPhone === '' && form.callerPhone !== '' ? words.sameAsCall : undefined}
            />
            <TextInput
              aria-label={words.window}
              boxClass="window"
              value={form.contactWindow}
              onChange={(contactWindow) => change({ contactWindow: cut(contactWindow, MAX.window) })}
              unit={words.windowUnit}
            />
          </div>
        )}
      </Field>
    </div>
  )
}
