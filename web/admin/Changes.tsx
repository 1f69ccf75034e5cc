import { type CityPart, type PartRow, partShape } from '#domain/city/part.ts'
import { isNoChange, keyOf, nameOf, type RowChanges } from '#domain/city/row-changes.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { Tag } from '../ui/Tag.tsx'
import { cellWords, type Names } from './cell-words.ts'
import { columnName } from './part-words.ts'
import { pathWords } from './path-words.ts'

const SHOWN = 80

/** Not worth saying of a new row. */
const isUsual = (column: string, value: string): boolean =>
  value === '' || (column === 'active' && value === '1') || (column === 'priority' && value === '0')

type Props = {
  part: CityPart
  changes: RowChanges
  names: Names
  /** what a row is called, where that is not its name */
  called?: (key: string) => string
}

/** What one version says otherwise than another, row by row and cell by cell, in words. */
export function Changes({ part, changes, names, called }: Props) {
  const words = useWords(pathWords)
  const say = useSay()
  const language = useLanguage()
  if (isNoChange(changes)) return <p className="s m2">{words.same}</p>
  const cell = (column: string, value: string) => cellWords(part, column, value, names, language) || words.nothing
  const whole = (row: PartRow) =>
    partShape[part].columns
      .filter(
        (column) =>
          column !== partShape[part].key && column !== partShape[part].name && !isUsual(column, row[column] ?? ''),
      )
      .slice(0, 6)
      .map((column) => `${say(columnName(column, part))} ${cell(column, row[column] ?? '')}`)
      .join(' · ')
  const lines = [
    ...changes.changed.map((one) => ({
      key: one.key,
      name: one.name,
      sign: words.changed,
      tone: 'b' as const,
      told: one.fields.map(({ column, from, to }) => (
        <div key={column}>
          <span className="m3">{say(columnName(column, part))}</span> <del className="m2">{cell(column, from)}</del>{' '}
          <span aria-hidden="true">→</span> <ins>{cell(column, to)}</ins>
        </div>
      )),
    })),
    ...changes.added.map((row) => ({
      key: keyOf(part, row),
      name: nameOf(part, row),
      sign: words.added,
      tone: 'g' as const,
      told: whole(row),
    })),
    ...changes.removed.map((row) => ({
      key: keyOf(part, row),
      name: nameOf(part, row),
      sign: words.removed,
      tone: 'r' as const,
      told: whole(row),
    })),
  ]
  return (
    <>
      {changes.reordered && <p className="s">{words.reordered}</p>}
      <ul className="admin-changes">
        {lines.slice(0, SHOWN).map((line) => (
          <li key={`${line.sign}${line.key}`}>
            <Tag tone={line.tone}>{line.sign}</Tag>
            <span>
              <b>{called?.(line.key) ?? line.name}</b> <span className="code">{line.key}</span>
            </span>
            <div className="s told">{line.told}</div>
          </li>
        ))}
      </ul>
      {lines.length > SHOWN && <p className="xs m3">{words.more(String(lines.length - SHOWN))}</p>}
    </>
  )
}
