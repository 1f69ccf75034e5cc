import type { PartRow } from '#domain/city/part.ts'
import { Kind, Ownership, PlaceType, RequestType, RespondentType, RuleHandling } from '#domain/city/vocabulary.ts'
import { cellWords, type Names } from '../admin/cell-words.ts'
import { columnName } from '../admin/part-words.ts'
import { PickCell } from '../admin/RowField.tsx'
import { type Same, useLanguage, useSay, useWords } from '../language.ts'
import { Field, type Labelled } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { ChipsField } from './ChipsField.tsx'
import { panelWords } from './panel-words.ts'
import { leadOptions } from './rule-options.ts'
import { SpanField } from './SpanField.tsx'

type Words = Same<typeof panelWords.zh>
type Spec =
  | { column: string; kind: 'choice'; values: readonly string[]; any: boolean }
  | { column: string; kind: 'pick'; from: 'units' | 'categories' | 'regions' | 'profiles' | 'leads'; hint: keyof Words }
  | { column: string; kind: 'chips'; from?: 'leads'; hint: keyof Words }
  | { column: 'timeOfDay' | 'season'; kind: 'span' }
  | { column: string; kind: 'text' | 'area' | 'day'; hint: keyof Words }

const choice = (column: string, values: readonly string[], any = true): Spec => ({
  column,
  kind: 'choice',
  values,
  any,
})

/** The fields of a rule in three groups: when it applies, who gets it, who keeps it. */
const fieldGroups: readonly { title: 'conditions' | 'outcome' | 'upkeep'; fields: readonly Spec[] }[] = [
  {
    title: 'conditions',
    fields: [
      { column: 'category', kind: 'pick', from: 'categories', hint: 'categoryHint' },
      { column: 'region', kind: 'pick', from: 'regions', hint: 'regionHint' },
      choice('requestType', RequestType.options),
      choice('kind', Kind.options),
      choice('placeType', PlaceType.options),
      choice('ownership', Ownership.options),
      choice('respondentType', RespondentType.options),
      { column: 'timeOfDay', kind: 'span' },
      { column: 'season', kind: 'span' },
      { column: 'keywords', kind: 'chips', hint: 'keywordsHint' },
      { column: 'tags', kind: 'chips', hint: 'tagsHint' },
    ],
  },
  {
    title: 'outcome',
    fields: [
      { column: 'lead', kind: 'pick', from: 'leads', hint: 'leadHint' },
      { column: 'co', kind: 'chips', from: 'leads', hint: 'coHint' },
      choice('handling', RuleHandling.options, false),
      { column: 'profile', kind: 'pick', from: 'profiles', hint: 'profileHint' },
      { column: 'priority', kind: 'text', hint: 'priorityHint' },
    ],
  },
  {
    title: 'upkeep',
    fields: [
      { column: 'basis', kind: 'area', hint: 'basisHint' },
      { column: 'owner', kind: 'pick', from: 'units', hint: 'ownerHint' },
      { column: 'from', kind: 'day', hint: 'fromHint' },
      { column: 'to', kind: 'day', hint: 'toHint' },
    ],
  },
]

export const specOf = (column: string): Spec | undefined =>
  fieldGroups.flatMap(({ fields }) => fields).find((spec) => spec.column === column)

/** The usual way of handling is spelt as an empty cell. */
export const cellOf = (column: string, value: string): string =>
  column === 'handling' && value === 'dispatch' ? '' : value

type ControlProps = {
  spec: Spec
  value: string
  onChange: (value: string) => void
  names: Names
  field: Labelled
  label: string
  disabled: boolean
}

/** One cell with the control that fits it; a bulk edit uses the same ones. */
export function RuleControl({ spec, value, onChange, names, field, label, disabled }: ControlProps) {
  const words = useWords(panelWords)
  const language = useLanguage()
  const lists = {
    units: names.units,
    categories: names.categories,
    regions: names.regions,
    profiles: names.profiles ?? new Map<string, string>(),
    leads: leadOptions(names, language),
  }
  if (spec.kind === 'choice') {
    const values = spec.values.map((one) => ({
      value: one,
      label: cellWords('rules', spec.column, one, names, language),
    }))
    const choices = spec.any ? [{ value: '', label: words.any }, ...values] : values
    return <Select {...field} disabled={disabled} value={value} choices={choices} onChange={onChange} />
  }
  if (spec.kind === 'span') return <SpanField {...{ value, onChange, label, field, disabled }} kind={spec.column} />
  const hint = words[spec.hint]
  const placeholder = typeof hint === 'string' ? hint : ''
  if (spec.kind === 'chips')
    return (
      <ChipsField
        {...{ value, onChange, label, field, disabled, placeholder }}
        {...(spec.from === undefined ? {} : { options: lists[spec.from] })}
      />
    )
  if (spec.kind === 'pick') {
    if (disabled)
      return <TextInput {...field} value={lists[spec.from].get(value) ?? value} readOnly onChange={() => undefined} />
    return <PickCell {...{ value, onChange, field, label, placeholder }} options={lists[spec.from]} />
  }
  if (spec.kind === 'area')
    return <TextArea {...field} value={value} max={4000} height={72} readOnly={disabled} onChange={onChange} />
  return (
    <TextInput
      {...field}
      type={spec.kind === 'day' ? 'date' : 'text'}
      inputMode={spec.column === 'priority' ? 'numeric' : undefined}
      readOnly={disabled}
      value={value}
      onChange={onChange}
    />
  )
}

type Props = {
  cells: PartRow
  /** the row in force, to say what a changed cell was; null for a new rule */
  before: PartRow | null
  names: Names
  disabled: boolean
  onChange: (column: string, value: string) => void
}

export function RuleFields({ cells, before, names, disabled, onChange }: Props) {
  const words = useWords(panelWords)
  const say = useSay()
  const language = useLanguage()
  return fieldGroups.map(({ title, fields }) => (
    <section key={title} className="rulegroup" aria-label={words[title]}>
      <h3>
        {words[title]} {title === 'conditions' && <span className="m3">{words.conditionsTold}</span>}
      </h3>
      <div className="form">
        {fields.map((spec) => {
          const { column } = spec
          const label = say(columnName(column, 'rules'))
          const value = cells[column] ?? ''
          const was = before?.[column] ?? ''
          const group = spec.kind === 'span' || (spec.kind === 'chips' && disabled)
          const help =
            before !== null && was !== value
              ? `${words.changedFrom} ${cellWords('rules', column, was, names, language) || words.empty}`
              : undefined
          return (
            <Field
              key={column}
              label={label}
              {...(column === 'lead' || column === 'basis' ? { required: true } : {})}
              {...(help === undefined ? {} : { help })}
              {...(group ? { group: true } : {})}
            >
              {(field) => (
                <RuleControl
                  spec={spec}
                  names={names}
                  field={field}
                  label={label}
                  disabled={disabled}
                  value={column === 'handling' && value === '' ? 'dispatch' : value}
                  onChange={(next) => onChange(column, cellOf(column, next))}
                />
              )}
            </Field>
          )
        })}
      </div>
    </section>
  ))
}
