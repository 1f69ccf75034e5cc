import { useWords } from '../language.ts'
import { modelsWords } from './models-words.ts'
import { rate, whole } from './rate.ts'

type Row = { name: string; of: number; adopted: number; silent: number; left: number }

/** Counts by one thing: how many people decided, how often as suggested. */
export function Tallies({ title, rows }: { title: string; rows: readonly Row[] }) {
  const words = useWords(modelsWords)
  return (
    <section className="sec">
      <header>
        <h2>{title}</h2>
      </header>
      <table className="tbl">
        <caption className="sr">{title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{title}</span>
            </th>
            <th scope="col" className="r">
              {words.share}
            </th>
            <th scope="col" className="r">
              {words.silent}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td className="r nw">{rate(row.adopted, row.of)}</td>
              <td className="r">{whole(row.silent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
