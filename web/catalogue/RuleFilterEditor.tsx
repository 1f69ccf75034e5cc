import { Kind, Ownership, PlaceType, RequestType, RespondentType, RuleHandling } from '#domain/city/vocabulary.ts'
import { cellWords, type Names } from '../admin/cell-words.ts'
import { columnName } from '../admin/part-words.ts'
import { type Language, useLanguage, useSay, useWords } from '../language.ts'
import { TextInput } from '../ui/TextInput.tsx'
import type { FilterKey } from './catalogue-search.ts'
import { filterNames, standingWords } from './column-words.ts'
import { NamePick } from './NamePick.tsx'
import { CONDITIONS, type Standing } from './rule-line.ts'
import { leadOptions } from './rule-options.ts'

/** The values of a column that has few of them. */
const fewValues = {
  requestType: RequestType.options,
  kind: Kind.options,
  placeType: PlaceType.options,
  ownership: Ownership.options,
  respondentType: RespondentType.options,
  handling: RuleHandling.options,
} as const satisfies Partial<Record<FilterKey, readonly string[]>>

const STANDINGS: readonly Standing[] = ['in-force', 'future', 'expired', 'closed']

function wordOf(key: FilterKey, value: string, names: Names, language: Language): string {
  if (key === 'standing') return standingWords[value as Standing]?.[language] ?? value
  if (key === 'condition') return columnName(value, 'rules')[language]
  const column = key === 'unit' ? 'lead' : key
  return cellWords('rules', column, value, names, language) || value
}

/** What a chip says for its value. */
export function useFilterValue(names: Names): (key: FilterKey, value: string) => string {
  const language = useLanguage()
  return (key, value) => wordOf(key, value, names, language)
}

const choicesOf = (key: FilterKey): readonly string[] | null => {
  if (key === 'standing') return STANDINGS
  if (key === 'condition') return CONDITIONS
  return key in fewValues ? fewValues[key as keyof typeof fewValues] : null
}

function optionsOf(key: FilterKey, names: Names, language: Language): ReadonlyMap<string, string> {
  if (key === 'category') return names.categories
  if (key === 'region') return names.regions
  if (key === 'profile') return names.profiles ?? new Map()
  return key === 'owner' ? names.units : leadOptions(names, language)
}

type Props = {
  of: FilterKey
  value: string
  names: Names
  onChange: (value: string) => void
  onDone: () => void
}

/** The control that fits a column; each change narrows the table behind at once. */
export function RuleFilterEditor({ of, value, names, onChange, onDone }: Props) {
  const say = useSay()
  const language = useLanguage()
  const words = useWords({ zh: { type: '写几个字' }, en: { type: 'Type a few letters' } })
  const label = say(filterNames[of])
  const take = (next: string) => {
    onChange(next)
    onDone()
  }
  const choices = choicesOf(of)
  if (choices !== null)
    return (
      <fieldset className="choices two">
        <legend className="sr">{label}</legend>
        {choices.map((one) => (
          <label key={one} className="chk">
            <input type="radio" name={of} checked={value === one} onChange={() => take(one)} />
            {wordOf(of, one, names, language)}
          </label>
        ))}
      </fieldset>
    )
  if (of === 'word' || of === 'priority')
    return (
      <TextInput
        aria-label={label}
        placeholder={words.type}
        inputMode={of === 'priority' ? 'numeric' : 'text'}
        value={value}
        onChange={onChange}
        onKeyDown={(event) => event.key === 'Enter' && onDone()}
      />
    )
  const options = optionsOf(of, names, language)
  return <NamePick label={label} options={options} placeholder={words.type} onChoose={take} />
}
