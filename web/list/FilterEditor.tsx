import { useState } from 'react'
import { findPlaces } from '#contract/places.ts'
import { findNames, type Named } from '#domain/city/find-names.ts'
import { useSay, useWords } from '../language.ts'
import { Check } from '../ui/Check.tsx'
import { Combobox, type Option } from '../ui/Combobox.tsx'
import { useApi } from '../use-api.ts'
import { choiceWords } from './choice-words.ts'
import { type ChoiceKey, filterWords, isChoice } from './filter-words.ts'
import type { FilterKey } from './list-search.ts'
import { listWords } from './list-words.ts'
import { useCity } from './use-city.ts'

type Props = { of: FilterKey; value: string; onChange: (value: string) => void; onDone: () => void }

/** The values of one filter; each change shows at once in the list behind. */
export function FilterEditor(props: Props) {
  if (isChoice(props.of)) return <Choices {...props} of={props.of} />
  if (props.of === 'region') return <PlacePick {...props} />
  if (props.of === 'unit' || props.of === 'lead' || props.of === 'category') return <NamePick {...props} />
  return <DayPick {...props} />
}

function Choices({ of, value, onChange }: Props & { of: ChoiceKey }) {
  const say = useSay()
  const chosen = value === '' ? [] : value.split(',')
  const offered = Object.entries(choiceWords[of])
  const flip = (one: string, on: boolean) =>
    onChange(
      offered
        .map(([code]) => code)
        .filter((code) => (code === one ? on : chosen.includes(code)))
        .join(','),
    )
  return (
    <fieldset className="choices">
      <legend className="sr">{say(filterWords[of])}</legend>
      {offered.map(([code, words]) => (
        <Check key={code} checked={chosen.includes(code)} onChange={(on) => flip(code, on)}>
          {say(words)}
        </Check>
      ))}
    </fieldset>
  )
}

function DayPick({ of, value, onChange }: Props) {
  const say = useSay()
  return (
    <div className="in">
      <input
        type="date"
        aria-label={say(filterWords[of])}
        value={value}
        max="2099-12-31"
        min="2000-01-01"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

const AT_MOST = 12

function NamePick({ of, onChange, onDone }: Props) {
  const words = useWords(listWords)
  const city = useCity()
  const [text, setText] = useState('')
  const isUnit = of !== 'category'
  const known = isUnit
    ? (city?.units ?? []).map((unit) => ({ code: unit.id as string, name: unit.name, initials: unit.initials }))
    : (city?.categories ?? []).map(({ code, name, initials }) => ({ code: code as string, name, initials }))
  const named: Named<{ code: string; name: string }>[] = known.map((it) => ({ it, ...it, full: '' }))
  const byCode = isUnit ? [] : known.filter(({ code }) => code === text.trim().toUpperCase())
  const found = byCode.length > 0 ? byCode : findNames(named, text, AT_MOST)
  const options = found.map(
    (one): Option<string> => ({
      key: one.code,
      value: one.code,
      label: isUnit ? one.name : `${one.code} ${one.name}`,
    }),
  )
  return (
    <Combobox
      label={isUnit ? words.pickUnit : words.pickCategory}
      placeholder={isUnit ? words.pickUnit : words.pickCategory}
      text={text}
      onText={setText}
      options={options}
      {...(options.length > 0 ? {} : { foot: text === '' ? words.untilTyped : words.nothingLike })}
      onChoose={(code) => {
        onChange(code)
        onDone()
      }}
    />
  )
}

function PlacePick({ onChange, onDone }: Props) {
  const words = useWords(listWords)
  const [text, setText] = useState('')
  const typed = text.trim()
  const found = useApi(findPlaces, { query: { q: typed, limit: AT_MOST } }, { enabled: typed !== '', keep: true })
  const options = (typed === '' ? [] : (found.data?.places ?? [])).map(
    (place): Option<string> => ({
      key: `${place.region}-${place.name}`,
      value: place.region,
      label: (
        <>
          {place.name} <span className="m3 xs">{place.path.map((step) => step.name).join(' ')}</span>
        </>
      ),
    }),
  )
  return (
    <Combobox
      label={words.pickRegion}
      placeholder={words.pickRegion}
      text={text}
      onText={setText}
      options={options}
      {...(options.length > 0 ? {} : { foot: typed === '' ? words.untilTyped : words.nothingLike })}
      onChoose={(region) => {
        onChange(region)
        onDone()
      }}
    />
  )
}
