import type { CityPart } from '#domain/city/part.ts'
import { keyOf } from '#domain/city/row-changes.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { Empty } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { cellWords } from './cell-words.ts'
import type { TableProps } from './PartPage.tsx'
import { columnName } from './part-words.ts'

const wordsOf = {
  zh: { touched: '草稿改过', none: '没有找到', noneTold: '换个词再找。', all: '所有分类' },
  en: { touched: 'Changed in the draft', none: 'Nothing found', noneTold: 'Try another word.', all: 'every category' },
}

const COLUMNS: Partial<Record<CityPart, readonly string[]>> = {
  calendars: ['name', 'weekdays', 'spans', 'dayEnds', 'holidays'],
}

/** Calendars: one line a row, in their order. */
export function PlainTable({ part, rows, names, search, go, touched }: TableProps) {
  const words = useWords(wordsOf)
  const say = useSay()
  const language = useLanguage()
  const [first = '', ...columns] = COLUMNS[part] ?? []
  const asked = (search.q ?? '').toLowerCase()
  const said = (row: (typeof rows)[number], column: string) =>
    cellWords(part, column, row[column] ?? '', names, language)
  const shown = rows.filter(
    (row) =>
      asked === '' ||
      [first, ...columns].some((column) => `${said(row, column)} ${row[column]}`.toLowerCase().includes(asked)) ||
      keyOf(part, row).toLowerCase().includes(asked),
  )
  if (shown.length === 0) return <Empty title={words.none}>{words.noneTold}</Empty>
  return (
    <table className="tbl admin-table">
      <thead>
        <tr>
          {[first, ...columns].map((column) => (
            <th key={column} scope="col">
              {say(columnName(column, part))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => {
          const key = keyOf(part, row)
          return (
            <tr key={key} className={search.row === key ? 'on' : undefined}>
              <td>
                <button
                  type="button"
                  className="link row-link"
                  aria-pressed={search.row === key}
                  onClick={() => go({ row: key })}
                >
                  {said(row, first) || words.all}
                </button>{' '}
                <span className="code">{key}</span> {touched.has(key) && <Tag tone="b">{words.touched}</Tag>}
              </td>
              {columns.map((column) => (
                <td key={column} className={column === 'basis' || column === 'co' ? 'wide-cell' : undefined}>
                  {said(row, column)}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
