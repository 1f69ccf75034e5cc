import { useMemo, useState } from 'react'
import type { PartRow } from '#domain/city/part.ts'
import { keyOf } from '#domain/city/row-changes.ts'
import { cellWords, type Names } from '../admin/cell-words.ts'
import { columnName } from '../admin/part-words.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { bulkWords } from './bulk-words.ts'
import { cellOf, RuleControl, specOf } from './RuleFields.tsx'
import { type BulkColumn, bulkColumns, bulkEdit } from './rule-bulk.ts'
import { NEEDED } from './rule-cells.ts'

const SHOWN = 100
const COLUMNS = bulkColumns.filter((column) => column !== 'active')

type Props = {
  rows: readonly PartRow[]
  picked: ReadonlySet<string>
  names: Names
  onPut: (rows: readonly PartRow[], changed: number) => void
  onClose: () => void
}

/** One column, one value, many rules: what each of them says now and would say stands below before anything is written. */
export function BulkDialog({ rows, picked, names, onPut, onClose }: Props) {
  const words = useWords(bulkWords)
  const say = useSay()
  const language = useLanguage()
  const [column, setColumn] = useState<BulkColumn>('lead')
  const [value, setValue] = useState('')
  const bulk = useMemo(() => bulkEdit(rows, picked, column, cellOf(column, value)), [rows, picked, column, value])
  const categories = useMemo(() => new Map(rows.map((row) => [keyOf('rules', row), row.category ?? ''])), [rows])
  const spec = specOf(column)
  const needed = NEEDED.some((one) => one === column) && value.trim() === ''
  const whyNot = needed ? words.needed : bulk.changes.length === 0 ? words.none : null
  const said = (cell: string) =>
    cellWords('rules', column, column === 'handling' && cell === '' ? 'dispatch' : cell, names, language) || words.empty
  const label = say(columnName(column, 'rules'))
  const matter = (key: string) => names.categories.get(categories.get(key) ?? '') ?? ''
  return (
    <Dialog
      title={words.title(String(picked.size))}
      shape="wide"
      onClose={onClose}
      foot={
        <>
          <Button look="go" whyNot={whyNot} onClick={() => onPut(bulk.rows, bulk.changes.length)}>
            {words.put}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        </>
      }
    >
      <div className="form">
        <Field label={words.column}>
          {(field) => (
            <Select
              {...field}
              value={column}
              choices={COLUMNS.map((one) => ({ value: one, label: say(columnName(one, 'rules')) }))}
              onChange={(next) => {
                setColumn(next)
                setValue(next === 'handling' ? 'dispatch' : '')
              }}
            />
          )}
        </Field>
        {spec !== undefined && (
          <Field key={column} label={words.value}>
            {(field) => (
              <RuleControl
                spec={spec}
                value={value}
                onChange={setValue}
                names={names}
                field={field}
                label={`${words.value} ${label}`}
                disabled={false}
              />
            )}
          </Field>
        )}
      </div>
      {!needed && (
        <>
          <p role="status">
            <b>{words.preview(String(bulk.changes.length))}</b>
            {bulk.same > 0 && <span className="m3"> · {words.same(String(bulk.same))}</span>}
          </p>
          {bulk.changes.length > 0 && (
            <section className="bulkpreview" aria-label={words.preview(String(bulk.changes.length))}>
              <table className="tbl">
                <thead>
                  <tr>
                    <th scope="col">{words.rule}</th>
                    <th scope="col">
                      {label} · {words.was}
                    </th>
                    <th scope="col">{words.will}</th>
                  </tr>
                </thead>
                <tbody>
                  {bulk.changes.slice(0, SHOWN).map(({ key, from, to }) => (
                    <tr key={key}>
                      <td>
                        {matter(key)} <span className="code">{key}</span>
                      </td>
                      <td className="m2">{said(from)}</td>
                      <td>
                        <b>{said(to)}</b>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {bulk.changes.length > SHOWN && (
                <p className="xs m3">{words.more(String(bulk.changes.length - SHOWN))}</p>
              )}
            </section>
          )}
        </>
      )}
    </Dialog>
  )
}
