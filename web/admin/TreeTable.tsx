import { useMemo, useState } from 'react'
import type { CityPart, PartRow } from '#domain/city/part.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { Empty } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { cellWords, isClosed, type Names } from './cell-words.ts'
import type { TableProps } from './PartPage.tsx'
import { columnName } from './part-words.ts'
import { branches } from './tree.ts'

const wordsOf = {
  zh: {
    unfold: (name: string) => `展开 ${name}`,
    fold: (name: string) => `收起 ${name}`,
    closed: '停用',
    none: '没有找到',
    noneTold: '换个名称、编码或关键词再找。',
    touched: '草稿改过',
  },
  en: {
    unfold: (name: string) => `Unfold ${name}`,
    fold: (name: string) => `Fold ${name}`,
    closed: 'Closed',
    none: 'Nothing found',
    noneTold: 'Try another name, code or word.',
    touched: 'Changed in the draft',
  },
}

type Column = { column: string; wide?: true }
const COLUMNS: Partial<Record<CityPart, readonly Column[]>> = {
  units: [{ column: 'type' }, { column: 'region' }, { column: 'phone' }, { column: 'calendar' }],
  categories: [{ column: 'leadUnit' }, { column: 'kind' }, { column: 'keywords', wide: true }],
}

/** Units and categories as the trees they are; each row opens in the panel. */
export function TreeTable({ part, rows, names, search, go, touched }: TableProps) {
  const words = useWords(wordsOf)
  const say = useSay()
  const language = useLanguage()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const shown = useMemo(() => branches(part, rows, opened, search.q ?? ''), [part, rows, opened, search.q])
  const columns = COLUMNS[part] ?? []
  const turn = (key: string) => {
    const next = new Set(opened)
    if (!next.delete(key)) next.add(key)
    setOpened(next)
  }
  if (shown.length === 0) return <Empty title={words.none}>{words.noneTold}</Empty>
  const cell = (row: PartRow, column: string, n: Names) => cellWords(part, column, row[column] ?? '', n, language)
  return (
    <table className="tbl admin-table">
      <thead>
        <tr>
          <th scope="col">{say(columnName('name', part))}</th>
          {columns.map(({ column }) => (
            <th key={column} scope="col">
              {say(columnName(column, part))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ row, key, depth, below }) => (
          <tr key={key} className={search.row === key ? 'on' : undefined}>
            <td>
              <span className="admin-branch" style={{ paddingLeft: depth * 20 }}>
                {below > 0 && (search.q ?? '') === '' ? (
                  <button
                    type="button"
                    className="ghost"
                    aria-expanded={opened.has(key)}
                    aria-label={(opened.has(key) ? words.fold : words.unfold)(row.name ?? key)}
                    onClick={() => turn(key)}
                  >
                    <Icon name={opened.has(key) ? 'down' : 'right'} size={14} />
                  </button>
                ) : (
                  <span className="gap" />
                )}
                <button
                  type="button"
                  className="link row-link"
                  aria-pressed={search.row === key}
                  onClick={() => go({ row: key })}
                >
                  {row.name === '' ? key : row.name}
                </button>{' '}
                <span className="code">{key}</span>
                {isClosed(row) && <Tag>{words.closed}</Tag>}
                {touched.has(key) && <Tag tone="b">{words.touched}</Tag>}
                {below > 0 && <span className="xs m3">{below}</span>}
              </span>
            </td>
            {columns.map(({ column, wide }) => (
              <td key={column} className={wide ? 'wide-cell' : undefined}>
                {cell(row, column, names)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
