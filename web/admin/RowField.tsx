import { useState } from 'react'
import type { CityPart } from '#domain/city/part.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { Combobox } from '../ui/Combobox.tsx'
import type { Labelled } from '../ui/Field.tsx'
import { Segment } from '../ui/Segment.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { cellWords, limitOf, type Names, territorial } from './cell-words.ts'
import { columnName } from './part-words.ts'
import type { RowField } from './row-fields.ts'

const wordsOf = {
  zh: {
    any: '不限',
    none: '不限时',
    minute: '分钟',
    hour: '小时',
    'working-hour': '工作小时',
    'working-day': '工作日',
    unit: '单位',
    yes: '是',
    no: '否',
    open: '启用',
    closed: '停用',
    empty: '无',
    unknown: '没有找到',
  },
  en: {
    any: 'any',
    none: 'no limit',
    minute: 'minutes',
    hour: 'hours',
    'working-hour': 'working hours',
    'working-day': 'working days',
    unit: 'unit',
    yes: 'yes',
    no: 'no',
    open: 'open',
    closed: 'closed',
    empty: 'none',
    unknown: 'Nothing found',
  },
}

type Cell = { value: string; onChange: (value: string) => void; field: Labelled; label: string }
/** What a cell being typed would mean: the moment a limit ends, say. */
export type Hint = (column: string, value: string) => string | null

/** A limit as number and unit; an empty number is no limit. */
function LimitCell({ value, onChange, field, label, hint }: Cell & { hint: string | null }) {
  const words = useWords(wordsOf)
  const limit = limitOf(value)
  const [unit, setUnit] = useState<string>(limit?.unit ?? 'hour')
  const units = (['minute', 'hour', 'working-hour', 'working-day'] as const).map((one) => ({
    value: one as string,
    label: words[one],
  }))
  const amount = limit === null ? value : String(limit.amount)
  const set = (number: string, kind: string) => onChange(number.trim() === '' ? '' : `${number.trim()} ${kind}`)
  return (
    <div className="row">
      <TextInput
        {...field}
        value={amount}
        inputMode="decimal"
        boxClass="short"
        placeholder={words.none}
        onChange={(text) => set(text, unit)}
      />
      <Select
        aria-label={`${label} ${words.unit}`}
        value={unit}
        choices={units}
        onChange={(next) => {
          setUnit(next)
          set(amount, next)
        }}
      />
      {hint !== null && <span className="xs m3 admin-hint">{hint}</span>}
    </div>
  )
}

const SHOWN = 12

/** Chosen by name, code or part of either; kept as the code. */
export function PickCell(props: Cell & { options: ReadonlyMap<string, string>; placeholder?: string }) {
  const { value, onChange, field, label, options, placeholder } = props
  const words = useWords(wordsOf)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? (value === '' ? '' : `${options.get(value) ?? value} ${value}`)
  const asked = (typed ?? '').trim().toLowerCase()
  const found = [...options].filter(([code, name]) => `${name} ${code}`.toLowerCase().includes(asked))
  return (
    <Combobox
      {...field}
      label={label}
      text={text}
      onText={(next) => {
        setTyped(next)
        if (next.trim() === '') onChange('')
        else if (options.has(next.trim())) onChange(next.trim())
      }}
      options={found.slice(0, SHOWN).map(([code, name]) => ({
        key: code,
        value: code,
        label: (
          <>
            {name} <span className="code">{code}</span>
          </>
        ),
      }))}
      onChoose={(code) => {
        onChange(code)
        setTyped(null)
      }}
      placeholder={placeholder ?? words.empty}
      {...(found.length === 0 ? { foot: words.unknown } : {})}
    />
  )
}

type Props = Cell & {
  part: CityPart
  spec: RowField
  names: Names
  fixed: boolean
  hint?: Hint | undefined
}

/** One cell with the control that fits it. */
export function RowFieldInput({ part, spec, names, fixed, hint, ...cell }: Props) {
  const words = useWords(wordsOf)
  const say = useSay()
  const language = useLanguage()
  const { value, onChange, field, label } = cell
  const { kind } = spec
  if (fixed) return <TextInput {...field} value={value} disabled onChange={onChange} />
  if (typeof kind === 'object') {
    const choices = kind.choices.map((one) => ({
      value: one,
      label: cellWords(part, spec.column, one, names, language),
    }))
    const all = kind.none ? [{ value: '', label: words.any }, ...choices] : choices
    return <Select {...field} value={value} choices={all} onChange={onChange} />
  }
  if (kind === 'limit') return <LimitCell {...cell} hint={hint?.(spec.column, value) ?? null} />
  if (kind === 'area') return <TextArea {...field} value={value} max={4000} height={88} onChange={onChange} />
  if (kind === 'yes-no' || kind === 'open') {
    const [on, off] = kind === 'open' ? [words.open, words.closed] : [words.yes, words.no]
    const choices = [
      { value: '1', label: on },
      { value: '0', label: off },
    ]
    return (
      <Segment
        label={label}
        value={value === '0' ? '0' : '1'}
        choices={kind === 'open' ? choices : choices.toReversed()}
        onChange={onChange}
      />
    )
  }
  if (kind === 'unit') return <PickCell {...cell} options={names.units} />
  if (kind === 'category') return <PickCell {...cell} options={names.categories} />
  if (kind === 'region') return <PickCell {...cell} options={names.regions} />
  if (kind === 'calendar') return <PickCell {...cell} options={names.calendars} />
  if (kind === 'resolver') {
    const places = Object.entries(territorial).map(([code, name]) => [code, say(name)] as const)
    return <PickCell {...cell} options={new Map([...places, ...names.units])} />
  }
  return <TextInput {...field} value={value} onChange={onChange} aria-label={say(columnName(spec.column, part))} />
}
