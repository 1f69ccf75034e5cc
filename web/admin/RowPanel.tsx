import { useState } from 'react'
import { type CityPart, type PartRow, partShape, wholeRow } from '#domain/city/part.ts'
import { keyOf } from '#domain/city/row-changes.ts'
import { useSay, useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import type { Names } from './cell-words.ts'
import { PanelHead } from './PanelHead.tsx'
import { columnName, rowNames } from './part-words.ts'
import { type Hint, RowFieldInput } from './RowField.tsx'
import { freshRow, rowFields } from './row-fields.ts'

const wordsOf = {
  zh: {
    edit: (what: string) => `修改${what}`,
    add: (what: string) => `新增${what}`,
    put: '写进草稿',
    remove: '删除',
    up: '上移',
    down: '下移',
    back: '还原',
    same: '没有改动',
    needed: (what: string) => `还差：${what}`,
    taken: '这个编码已有',
    draftTold: '先记在草稿里，采用后才生效。',
  },
  en: {
    edit: (what: string) => `Edit ${what}`,
    add: (what: string) => `Add ${what}`,
    put: 'Put into draft',
    remove: 'Remove',
    up: 'Move up',
    down: 'Move down',
    back: 'Undo',
    same: 'Nothing changed',
    needed: (what: string) => `Still needed: ${what}`,
    taken: 'This code exists',
    draftTold: 'Kept in the draft; in force only once adopted.',
  },
}

/** A category's level and the node above it stand in its code. */
function completed(part: CityPart, row: PartRow): PartRow {
  if (part !== 'categories') return wholeRow(part, row)
  const code = row.code ?? ''
  const parent = code.length > 1 ? code.slice(0, code.length - 2) : ''
  return wholeRow(part, { ...row, level: String((code.length + 1) / 2), parent })
}

type Props = {
  part: CityPart
  names: Names
  /** the row being edited, or the beginnings of a new one */
  row: PartRow | null
  keys: ReadonlySet<string>
  hint?: Hint | undefined
  onPut: (row: PartRow) => void
  onRemove: () => void
  onMove?: (by: -1 | 1) => void
  onClose: () => void
}

/** The row in its own panel: every cell with its control; nothing leaves the panel until it is put into the draft. */
export function RowPanel({ part, names, row, keys, hint, onPut, onRemove, onMove, onClose }: Props) {
  const words = useWords(wordsOf)
  const say = useSay()
  const [cells, setCells] = useState<PartRow>(row ?? freshRow[part])
  const whole = completed(part, cells)
  const isNew = row === null
  const missing = rowFields[part].find(({ required, column }) => required && (whole[column] ?? '') === '')
  const taken = isNew && keys.has(keyOf(part, whole))
  const same = !isNew && partShape[part].columns.every((column) => (row[column] ?? '') === (whole[column] ?? ''))
  const whyNot = taken
    ? words.taken
    : missing !== undefined
      ? words.needed(say(columnName(missing.column, part)))
      : same
        ? words.same
        : null
  const title = (isNew ? words.add : words.edit)(say(rowNames[part]))
  return (
    <aside className="col admin-panel" aria-label={title}>
      <div className="fill">
        <section className="sec">
          <PanelHead onClose={onClose}>{title}</PanelHead>
          <div className="form">
            {rowFields[part].map((spec) => {
              const label = say(columnName(spec.column, part))
              return (
                <Field
                  key={spec.column}
                  label={label}
                  {...(spec.required ? { required: true } : {})}
                  {...(spec.help === undefined ? {} : { help: say(spec.help) })}
                  {...(spec.kind === 'yes-no' || spec.kind === 'open' ? { group: true } : {})}
                >
                  {(field) => (
                    <RowFieldInput
                      part={part}
                      spec={spec}
                      names={names}
                      fixed={spec.fixed === true && !isNew}
                      field={field}
                      hint={hint}
                      label={label}
                      value={cells[spec.column] ?? ''}
                      onChange={(value) => setCells((old) => ({ ...old, [spec.column]: value }))}
                    />
                  )}
                </Field>
              )
            })}
          </div>
        </section>
      </div>
      <div className="bar wrap">
        <Button whyNot={whyNot} onClick={() => onPut(whole)}>
          {words.put}
        </Button>
        {!isNew && !same && <Button onClick={() => setCells(row)}>{words.back}</Button>}
        {!isNew && onMove !== undefined && (
          <>
            <Button size="sm" onClick={() => onMove(-1)}>
              {words.up}
            </Button>
            <Button size="sm" onClick={() => onMove(1)}>
              {words.down}
            </Button>
          </>
        )}
        {!isNew && (
          <Button look="danger" onClick={onRemove}>
            {words.remove}
          </Button>
        )}
        <WhyNot>{whyNot ?? words.draftTold}</WhyNot>
      </div>
    </aside>
  )
}
