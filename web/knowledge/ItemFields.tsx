import { useState } from 'react'
import { findNames } from '#domain/city/find-names.ts'
import { Material } from '#domain/knowledge/item.ts'
import { useSay, useWords } from '../language.ts'
import { useCity } from '../list/use-city.ts'
import { Combobox, type Option } from '../ui/Combobox.tsx'
import { Field, type Labelled } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import type { ItemForm } from './item-form.ts'
import { knowledgeWords, materialWords } from './knowledge-words.ts'

type Props = { form: ItemForm; onChange: (part: Partial<ItemForm>) => void }

/** Title and text first; what it belongs to and how long it holds below. */
export function ItemFields({ form, onChange }: Props) {
  const words = useWords(knowledgeWords)
  const say = useSay()
  const city = useCity()
  const units = (city?.units ?? []).map(({ id, name, initials }) => ({ code: id as string, name, initials }))
  const categories = (city?.categories ?? [])
    .filter(({ level, active }) => level > 1 && active)
    .map(({ code, name, initials }) => ({ code: code as string, name, initials }))
  const day = (name: 'validFrom' | 'validTo') => (field: Labelled) => (
    <div className="in">
      <input
        {...field}
        type="date"
        min="2000-01-01"
        max="2099-12-31"
        value={form[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </div>
  )
  return (
    <div className="form itemform">
      <Field label={words.titleField} required>
        {(field) => (
          <TextInput {...field} maxLength={128} value={form.title} onChange={(title) => onChange({ title })} />
        )}
      </Field>
      <Field label={words.content} required>
        {(field) => (
          <TextArea
            {...field}
            height={260}
            max={8000}
            value={form.content}
            onChange={(content) => onChange({ content })}
          />
        )}
      </Field>
      <Field label={words.category} required>
        {(field) => (
          <NamedPick
            field={field}
            known={categories}
            value={form.category}
            hint={words.categoryHint}
            onChange={(category) => onChange({ category })}
          />
        )}
      </Field>
      <Field label={words.owner} required>
        {(field) => (
          <NamedPick
            field={field}
            known={units}
            value={form.ownerUnit}
            hint={words.unitHint}
            onChange={(ownerUnit) => onChange({ ownerUnit })}
          />
        )}
      </Field>
      <Field label={words.material}>
        {(field) => (
          <Select
            {...field}
            value={form.material as Material}
            choices={Material.options.map((value) => ({ value, label: say(materialWords[value]) }))}
            onChange={(material) => onChange({ material })}
          />
        )}
      </Field>
      <Field label={words.keywords} help={words.keywordsHelp}>
        {(field) => (
          <TextInput {...field} maxLength={440} value={form.keywords} onChange={(keywords) => onChange({ keywords })} />
        )}
      </Field>
      <Field label={words.validFrom} required>
        {day('validFrom')}
      </Field>
      <Field label={words.validTo} help={words.validToHelp}>
        {day('validTo')}
      </Field>
      <Field label={words.issuer}>
        {(field) => (
          <TextInput {...field} maxLength={100} value={form.issuer} onChange={(issuer) => onChange({ issuer })} />
        )}
      </Field>
      <Field label={words.docNo}>
        {(field) => (
          <TextInput {...field} maxLength={80} value={form.docNo} onChange={(docNo) => onChange({ docNo })} />
        )}
      </Field>
    </div>
  )
}

const AT_MOST = 12
type Known = { code: string; name: string; initials: string }

function NamedPick(props: {
  field: Labelled
  known: readonly Known[]
  value: string
  hint: string
  onChange: (code: string) => void
}) {
  const { known, value, onChange } = props
  /** null: nothing is being typed, the box shows what is chosen */
  const [typed, setTyped] = useState<string | null>(null)
  const chosen = known.find(({ code }) => code === value)
  const named = known.map((it) => ({ it, name: it.name, initials: it.initials, full: it.code.toLowerCase() }))
  const options = (typed === null ? [] : findNames(named, typed, AT_MOST)).map(
    (one): Option<string> => ({ key: one.code, value: one.code, label: one.name }),
  )
  return (
    <Combobox
      {...props.field}
      text={typed ?? chosen?.name ?? ''}
      placeholder={props.hint}
      onText={(text) => {
        setTyped(text)
        if (value !== '') onChange('')
      }}
      options={options}
      onChoose={(code) => {
        setTyped(null)
        onChange(code)
      }}
    />
  )
}
