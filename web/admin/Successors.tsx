import { useState } from 'react'
import type { HandOverPreview } from '#contract/city-versions.ts'
import type { PartRow } from '#domain/city/part.ts'
import type { UnitId } from '#domain/ids.ts'
import { useWords } from '../language.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { Field, type Labelled } from '../ui/Field.tsx'
import { Note } from '../ui/Note.tsx'

const wordsOf = {
  zh: {
    title: '撤并交接',
    told: '停用或删除的单位还有在办工单。指定由谁接办，采用时一次移交：签收、联系等办理状态不变，所有时限照走，每件工单都记下；移交后原单位看不到这些在办件，已办结的仍能查。',
    open: (lead: string, co: string, sub: string, responsible: string) =>
      [`主办 ${lead}`, `协办 ${co}`, `下派来的 ${sub}`, `首接负责 ${responsible}`]
        .filter((part) => !part.endsWith(' 0'))
        .join('，'),
    orders: (name: string, n: string) => `${name}：${n} 件在办`,
    to: '由谁接办',
    hint: '在用的承办单位',
    none: '没有这个单位',
  },
  en: {
    title: 'Hand-over',
    told: 'Units that are closed or removed have open orders. Name who takes over; adopting moves them in one go: they stand as they stand, every limit runs on, each order says so. The old unit no longer sees what is open, only what it has finished.',
    open: (lead: string, co: string, sub: string, responsible: string) =>
      [`lead ${lead}`, `co ${co}`, `from above ${sub}`, `answerable ${responsible}`]
        .filter((part) => !part.endsWith(' 0'))
        .join(', '),
    orders: (name: string, n: string) => `${name}: ${n} open`,
    to: 'Who takes over',
    hint: 'An open handling unit',
    none: 'No such unit',
  },
}

type PickProps = {
  field: Labelled
  rows: readonly PartRow[]
  not: ReadonlySet<string>
  value: string | null
  onPick: (to: string | null) => void
}

/** Any unit of the draft that stays: one that is founded in the same version may take over too. */
function PickUnit({ field, rows, not, value, onPick }: PickProps) {
  const words = useWords(wordsOf)
  const [typed, setTyped] = useState<string | null>(null)
  const able = rows.filter((row) => row.active !== '0' && row.type !== 'hotline' && !not.has(row.id ?? ''))
  const text = typed ?? able.find((row) => row.id === value)?.name ?? ''
  const found = able.filter((row) => (row.name ?? '').includes(typed?.trim() ?? '')).slice(0, 12)
  return (
    <Combobox
      {...field}
      text={text}
      placeholder={words.hint}
      onText={(next) => {
        setTyped(next.slice(0, 40))
        onPick(null)
      }}
      options={found.map((row) => ({ key: row.id ?? '', value: row, label: row.name ?? '' }))}
      {...(found.length === 0 ? { foot: words.none } : {})}
      onChoose={(row) => {
        setTyped(null)
        onPick(row.id ?? null)
      }}
    />
  )
}

/** A unit is dissolved with orders open: how many, and who takes them over. */
export function Successors(props: {
  handOvers: readonly HandOverPreview[]
  rows: readonly PartRow[]
  named: ReadonlyMap<string, string>
  onName: (unit: UnitId, to: string | null) => void
}) {
  const { handOvers, rows, named, onName } = props
  const words = useWords(wordsOf)
  if (handOvers.length === 0) return null
  const leaving = new Set<string>(handOvers.map(({ unit }) => unit))
  return (
    <section className="sec" aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
      </header>
      <Note tone="a">{words.told}</Note>
      {handOvers.map((one) => (
        <fieldset key={one.unit} className="admin-handover" aria-label={one.name}>
          <p>
            <b>{words.orders(one.name, String(one.orders))}</b>{' '}
            <span className="s m2">
              {words.open(String(one.lead), String(one.co), String(one.sub), String(one.responsible))}
            </span>
          </p>
          <Field label={words.to} required>
            {(field) => (
              <PickUnit
                field={field}
                rows={rows}
                not={leaving}
                value={named.get(one.unit) ?? null}
                onPick={(to) => onName(one.unit, to)}
              />
            )}
          </Field>
        </fieldset>
      ))}
    </section>
  )
}
