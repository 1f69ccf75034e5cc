import { useWords } from '../language.ts'
import { Field } from '../ui/Field.tsx'
import { Suggestions } from '../ui/Suggestions.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { mergeWords } from './merge-words.ts'
import './merge.css'

const MOST = 200

type Props = {
  value: string
  onChange: (reason: string) => void
  /** what the comparison found alike in the two; empty where nothing was compared */
  found?: readonly string[]
  /** the seat had said on the call that it is the same matter */
  bySeat?: boolean
}

/** 并案理由: empty until a person writes it, or takes one of the proposals, each of which says where it is from. */
export function MergeReason({ value, onChange, found = [], bySeat = false }: Props) {
  const words = useWords(mergeWords)
  const change = (reason: string) => onChange(reason.slice(0, MOST))
  const alike = found.join(words.sep)
  const proposed = [
    ...(bySeat ? [{ value: words.bySeat, why: words.from.seat }] : []),
    ...(alike === '' ? [] : [{ value: alike, why: words.from.found }]),
    ...words.usual.map((usual) => ({ value: usual, why: words.from.usual })),
  ].slice(0, 3)
  const take = (n: number) => () => proposed[n] !== undefined && change(proposed[n].value)
  useKeys({ 'Alt+1': take(0), 'Alt+2': take(1), 'Alt+3': take(2) }, { inDialog: true })
  return (
    <div className="mergereason">
      <Field label={words.reason} required help={words.reasonHelp}>
        {(field) => <TextInput {...field} value={value} onChange={change} />}
      </Field>
      <Suggestions
        label={words.reasons}
        modifier="Alt"
        suggestions={proposed.map((one) => ({ ...one, name: one.value, share: null }))}
        chosen={(reason) => reason === value}
        onAdopt={change}
      />
    </div>
  )
}
