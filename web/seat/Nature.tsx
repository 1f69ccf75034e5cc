import { Ownership, PlaceType, RespondentType } from '#domain/city/vocabulary.ts'
import { useSay, useWords } from '../language.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { Select } from '../ui/Select.tsx'
import { ownershipWords, placeTypeWords, respondentTypeWords } from '../words/order.ts'
import type { SeatForm } from './seat-form.ts'
import { seatWords } from './seat-words.ts'

type Props = { form: SeatForm; change: (patch: Partial<SeatForm>) => void }

/**
 * What kind of place it is and whose: the same hole is the property company's inside the gate and the city's outside it.
 * Both may stay open; a rule that asks for them then does not speak.
 */
export function PlaceNature({ form, change }: Props) {
  const words = useWords(seatWords)
  const say = useSay()
  return (
    <span className="flex seat-nature" data-field="O">
      <Kbd>O</Kbd>
      <Select
        aria-label={words.placeType}
        value={form.placeType ?? ''}
        choices={[
          { value: '' as const, label: words.placeType },
          ...PlaceType.options.map((value) => ({ value, label: say(placeTypeWords[value]) })),
        ]}
        onChange={(value) => change({ placeType: value === '' ? null : value })}
      />
      <Select
        aria-label={words.ownership}
        value={form.ownership ?? ''}
        choices={[
          { value: '' as const, label: words.ownership },
          ...Ownership.options.map((value) => ({ value, label: say(ownershipWords[value]) })),
        ]}
        onChange={(value) => change({ ownership: value === '' ? null : value })}
      />
    </span>
  )
}

/** What kind of body it is against, beside its name. */
export function RespondentNature({ form, change }: Props) {
  const words = useWords(seatWords)
  const say = useSay()
  return (
    <Select
      aria-label={words.respondentType}
      className="seat-sort"
      value={form.respondentType ?? ''}
      choices={[
        { value: '' as const, label: words.respondentType },
        ...RespondentType.options.map((value) => ({ value, label: say(respondentTypeWords[value]) })),
      ]}
      onChange={(value) => change({ respondentType: value === '' ? null : value })}
    />
  )
}
