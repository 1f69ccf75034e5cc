import { useMemo } from 'react'
import type { PartRow } from '#domain/city/part.ts'
import type { Names } from '../admin/cell-words.ts'
import { NamePick } from '../catalogue/NamePick.tsx'
import { useSayCell } from '../catalogue/use-rule-names.ts'
import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { calibrationWords } from './calibration-words.ts'

type Props = {
  rows: readonly PartRow[]
  names: Names
  chosen: PartRow | null
  onChoose: (row: PartRow | null) => void
}

/** One rule of the catalogue in force, found by what it is about, whom it names, or its number. */
export function RuleChoice({ rows, names, chosen, onChoose }: Props) {
  const words = useWords(calibrationWords)
  const say = useSayCell(names)
  const options = useMemo(() => {
    const open = rows.filter(({ active }) => active !== '0')
    const called = (row: PartRow) =>
      [say(row, 'category'), say(row, 'region'), say(row, 'placeType'), say(row, 'lead')]
        .filter((part) => part !== '')
        .join(' · ')
    return new Map(open.map((row) => [row.id ?? '', called(row)]))
  }, [rows, say])
  return (
    <Field label={words.rule} required>
      {(field) =>
        chosen === null ? (
          <NamePick
            {...field}
            label={words.rule}
            options={options}
            placeholder={words.ruleHint}
            onChoose={(id) => onChoose(rows.find((row) => row.id === id) ?? null)}
          />
        ) : (
          <p className="flex wrap s">
            <span>{options.get(chosen.id ?? '')}</span> <span className="code">{chosen.id}</span>
            <Button size="sm" onClick={() => onChoose(null)}>
              {words.again}
            </Button>
          </p>
        )
      }
    </Field>
  )
}
