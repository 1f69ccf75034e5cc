import { useSay, useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { expectedWords, foundWords } from './fault-words.ts'
import { columnName } from './part-words.ts'

export type TableFault = { file?: string; row: number | null; column: string | null; found: string; expected: string }

const wordsOf = {
  zh: {
    faults: (n: string) => `${n} 处要改`,
    row: '行',
    column: '列',
    found: '现在是',
    expected: '应该是',
    whole: '整表',
    cols: '要改的地方',
  },
  en: {
    faults: (n: string) => `${n} to mend`,
    row: 'Row',
    column: 'Column',
    found: 'Found',
    expected: 'Wanted',
    whole: 'Table',
    cols: 'What to mend',
  },
}

/** What is wrong with a table, in the order of its rows; a fault in another file says which. */
export function Faults({ faults, own }: { faults: readonly TableFault[]; own?: string }) {
  const words = useWords(wordsOf)
  const say = useSay()
  return (
    <section role="alert" className="admin-faults" aria-label={words.cols}>
      <h3 className="flex s">
        <Icon name="close" size={16} /> {words.faults(String(faults.length))}
      </h3>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col" className="r">
              {words.row}
            </th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.found}</th>
            <th scope="col">{words.expected}</th>
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, 200).map((fault, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: faults have no identity and never move
            <tr key={i}>
              <td className="r">{fault.row ?? words.whole}</td>
              <td>
                {fault.column === null ? '' : say(columnName(fault.column))}{' '}
                <span className="code">{fault.column ?? ''}</span>
                {fault.file !== undefined && fault.file !== own && <span className="code"> {fault.file}</span>}
              </td>
              <td className="wrapping">{say(foundWords(fault.found))}</td>
              <td className="wrapping">{say(expectedWords(fault.expected))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
