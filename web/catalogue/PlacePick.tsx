import { useState } from 'react'
import { findPlaces } from '#contract/places.ts'
import { useWords } from '../language.ts'
import { Combobox } from '../ui/Combobox.tsx'
import type { Labelled } from '../ui/Field.tsx'
import { useApi } from '../use-api.ts'
import { askWords } from './ask-words.ts'

export type PickedPlace = { name: string; region: string }
type Props = { field: Labelled; place: PickedPlace | null; onChange: (place: PickedPlace | null) => void }

/** A place of the city by its name; what is typed after the choice takes it back. */
export function PlacePick({ field, place, onChange }: Props) {
  const words = useWords(askWords)
  const [text, setText] = useState(place?.name ?? '')
  const typed = place === null ? text.trim() : ''
  const found = useApi(findPlaces, { query: { q: typed, limit: 10 } }, { enabled: typed !== '', keep: true })
  const places = typed === '' ? [] : (found.data?.places ?? [])
  return (
    <Combobox
      {...field}
      text={text}
      placeholder={words.placeHint}
      onText={(next) => {
        setText(next)
        if (place !== null) onChange(null)
      }}
      options={places.map((one) => ({
        key: `${one.region}-${one.lng}-${one.lat}`.replace(/[^\w-]/g, '_'),
        value: one,
        label: (
          <>
            {one.name} <span className="m3 xs cut">{one.path.map((step) => step.name).join(' › ')}</span>
          </>
        ),
      }))}
      {...(typed !== '' && found.data !== undefined && places.length === 0 ? { foot: words.placeNone } : {})}
      onChoose={({ name, region }) => {
        setText(name)
        onChange({ name, region })
      }}
    />
  )
}
