import { CLOCK_COLUMNS } from '#domain/city/part.ts'
import { keyOf } from '#domain/city/row-changes.ts'
import { useLanguage, useWords } from '../language.ts'
import { Tag } from '../ui/Tag.tsx'
import { limitWords } from '../words/limit.ts'
import { limitOf } from './cell-words.ts'
import type { TableProps } from './PartPage.tsx'
import { clockSentence, matchWords } from './sla-words.ts'
import { isFound } from './tree.ts'

const wordsOf = {
  zh: {
    order: '从上往下看，第一个符合的说了算。',
    takes: '适用：',
    extension: (times: string, total: string) => `可延期 ${times} 次，合计 ${total}`,
    noExtension: '不得延期',
    touched: '草稿改过',
    stop: '；',
    end: '。',
  },
  en: {
    order: 'Read from the top; the first that matches wins.',
    takes: 'For: ',
    extension: (times: string, total: string) => `${times} extensions, ${total} in all`,
    noExtension: 'no extension',
    touched: 'Changed in the draft',
    stop: '; ',
    end: '.',
  },
}

/** Each profile as the sentences it promises, in the order in which they are tried. */
export function SlaTable({ rows, names, search, go, touched }: TableProps) {
  const words = useWords(wordsOf)
  const language = useLanguage()
  return (
    <>
      <p className="pad s m2">{words.order}</p>
      <ol className="admin-profiles">
        {rows
          .filter((row) => isFound(row, search.q ?? ''))
          .map((row) => {
            const key = keyOf('sla', row)
            const promises = CLOCK_COLUMNS.flatMap((clock) => clockSentence(clock, row[clock] ?? '', language) ?? [])
            const total = limitOf(row.extensionTotal)
            const extension =
              total === null
                ? words.noExtension
                : words.extension(row.extensionTimes ?? '', limitWords(total, language))
            return (
              <li key={key} className={search.row === key ? 'on' : undefined}>
                <span className="flex">
                  <button
                    type="button"
                    className="link row-link"
                    aria-pressed={search.row === key}
                    onClick={() => go({ row: key })}
                  >
                    <b>{row.name}</b>
                  </button>
                  <span className="code">{key}</span>
                  {touched.has(key) && <Tag tone="b">{words.touched}</Tag>}
                  <span className="s m2 cut">
                    {words.takes}
                    {matchWords(row, names, language)}
                  </span>
                </span>
                <p className="s">
                  {promises.map(({ clock, before, limit, after }) => (
                    <span key={clock}>
                      {before}
                      <b>{limit}</b>
                      {after}
                      {words.stop}
                    </span>
                  ))}
                  {extension}
                  {words.end}
                </p>
              </li>
            )
          })}
      </ol>
    </>
  )
}
