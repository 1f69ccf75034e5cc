import { type Ref, useState } from 'react'
import { unitLoad } from '#contract/candidates.ts'
import { useWords } from '../language.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { useApi } from '../use-api.ts'
import { dispatchWords } from './dispatch-words.ts'
import { Load } from './Load.tsx'
import type { UnitPick } from './plan.ts'

type Props = {
  orderId: string
  label: string
  keys?: string
  onChoose: (unit: UnitPick) => void
  inputRef?: Ref<HTMLInputElement>
  autoFocus?: boolean
  onLeave?: () => void
}

/** Every unit of the city by name, initials or duty word, with what it has in hand; who may not have it says why. */
export function UnitSearch({ orderId, label, keys, onChoose, inputRef, autoFocus, onLeave }: Props) {
  const words = useWords(dispatchWords)
  const [text, setText] = useState('')
  const q = text.trim()
  const { data, isFetching } = useApi(
    unitLoad,
    { query: { q, order: orderId, limit: 12 } },
    { enabled: q !== '', keep: true, staleTime: 60_000 },
  )
  const found = q === '' ? [] : (data?.units ?? [])
  const options = found.map((unit) => ({
    key: unit.unit,
    value: unit,
    whyNot: unit.refused === null ? null : words.refused[unit.refused],
    label: (
      <>
        <span className="nw">{unit.name}</span>
        <span className="cut m3 xs grow">{unit.duty}</span>
        <Load load={unit.load} />
      </>
    ),
  }))
  const foot =
    q === '' || isFetching ? {} : { foot: found.length === 0 ? words.searchNone : words.searchFound(found.length) }
  return (
    <Combobox
      text={text}
      onText={(typed) => setText(typed.slice(0, 40))}
      options={options}
      label={label}
      placeholder={label}
      {...foot}
      {...(keys === undefined ? {} : { unit: <Kbd>{keys}</Kbd> })}
      {...(inputRef === undefined ? {} : { inputRef })}
      {...(autoFocus === undefined ? {} : { autoFocus })}
      {...(onLeave === undefined ? {} : { onLeave })}
      onChoose={(unit) => {
        setText('')
        onChoose(unit)
      }}
    />
  )
}
