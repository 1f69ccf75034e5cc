import { useState } from 'react'
import type { UnitId } from '#domain/ids.ts'
import { useWords } from '../language.ts'
import { useCity } from '../list/use-city.ts'
import { Combobox } from '../ui/Combobox.tsx'
import type { Labelled } from '../ui/Field.tsx'
import { returnWords } from './return-words.ts'

const SHOWN = 12
export type PickedUnit = { id: UnitId; name: string }

/** Any unit that works on orders, by name or initials; units that come first are offered before anything is typed. */
export function UnitPicker(props: {
  field?: Labelled
  label?: string
  value: PickedUnit | null
  onPick: (unit: PickedUnit | null) => void
  first?: readonly string[]
  not?: readonly string[]
}) {
  const words = useWords(returnWords)
  const city = useCity()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? props.value?.name ?? ''
  const asked = typed?.trim().toLowerCase() ?? ''
  const all = (city?.units ?? []).filter(
    (unit) => unit.active && unit.type !== 'hotline' && props.not?.includes(unit.id) !== true,
  )
  const fits = all.filter((unit) => unit.name.includes(asked) || unit.initials.startsWith(asked))
  const rank = (id: string) => (props.first?.includes(id) === true ? 0 : 1)
  const found = fits.toSorted((a, b) => rank(a.id) - rank(b.id)).slice(0, SHOWN)
  return (
    <Combobox
      {...props.field}
      {...(props.label === undefined ? {} : { label: props.label })}
      text={text}
      placeholder={words.suggestedHint}
      onText={(next) => {
        setTyped(next.slice(0, 40))
        props.onPick(null)
      }}
      options={found.map((unit) => ({ key: unit.id, value: unit, label: unit.name }))}
      {...(found.length === 0 ? { foot: words.none } : {})}
      onChoose={(unit) => {
        setTyped(null)
        props.onPick({ id: unit.id, name: unit.name })
      }}
    />
  )
}
