import { Kind, Ownership, PlaceType, RequestType, RespondentType } from '#domain/city/vocabulary.ts'
import { cellWords, type Names } from '../admin/cell-words.ts'
import { PickCell } from '../admin/RowField.tsx'
import { useLanguage, useWords } from '../language.ts'
import { Field } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { askWords } from './ask-words.ts'
import { ChipsField } from './ChipsField.tsx'
import { type PickedPlace, PlacePick } from './PlacePick.tsx'

/** What is asked; empty cells are left to the text and the scene. */
export type Question = {
  content: string
  place: PickedPlace | null
  category: string
  requestType: string
  kind: string
  placeType: string
  ownership: string
  respondentType: string
  respondentName: string
  tags: string
  /** as the browser's own control writes it: 2026-11-25T22:30 */
  at: string
}
export const EMPTY_QUESTION: Question = {
  content: '',
  place: null,
  category: '',
  requestType: '',
  kind: '',
  placeType: '',
  ownership: '',
  respondentType: '',
  respondentName: '',
  tags: '',
  at: '',
}

const CHOICES = {
  requestType: RequestType.options,
  kind: Kind.options,
  placeType: PlaceType.options,
  ownership: Ownership.options,
  respondentType: RespondentType.options,
} as const

type Props = { question: Question; names: Names; change: (patch: Partial<Question>) => void }

export function AskForm({ question, names, change }: Props) {
  const words = useWords(askWords)
  const language = useLanguage()
  const choice = (column: keyof typeof CHOICES) => (
    <Field key={column} label={words.field[column]}>
      {(field) => (
        <Select
          {...field}
          value={question[column]}
          choices={[
            { value: '', label: words.unknown },
            ...CHOICES[column].map((one) => ({
              value: one as string,
              label: cellWords('rules', column, one, names, language),
            })),
          ]}
          onChange={(value) => change({ [column]: value })}
        />
      )}
    </Field>
  )
  return (
    <div className="form">
      <Field label={words.content}>
        {(field) => (
          <TextArea
            {...field}
            value={question.content}
            max={5000}
            height={120}
            placeholder={words.contentHint}
            onChange={(content) => change({ content })}
          />
        )}
      </Field>
      <Field label={words.place}>
        {(field) => <PlacePick field={field} place={question.place} onChange={(place) => change({ place })} />}
      </Field>
      <Field label={words.category}>
        {(field) => (
          <PickCell
            field={field}
            label={words.category}
            options={names.categories}
            placeholder={words.categoryHint}
            value={question.category}
            onChange={(category) => change({ category })}
          />
        )}
      </Field>
      <h2 className="s m2">{words.more}</h2>
      {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map(choice)}
      <Field label={words.respondentName}>
        {(field) => (
          <TextInput
            {...field}
            maxLength={100}
            value={question.respondentName}
            onChange={(respondentName) => change({ respondentName })}
          />
        )}
      </Field>
      <Field label={words.tags}>
        {(field) => (
          <ChipsField
            field={field}
            label={words.tags}
            placeholder={words.tagsHint}
            disabled={false}
            value={question.tags}
            onChange={(tags) => change({ tags })}
          />
        )}
      </Field>
      <Field label={words.at} help={words.atHint}>
        {(field) => (
          <TextInput {...field} type="datetime-local" value={question.at} onChange={(at) => change({ at })} />
        )}
      </Field>
    </div>
  )
}
