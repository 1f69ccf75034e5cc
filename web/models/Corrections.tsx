import type { suggestionStatistics } from '#contract/models.ts'
import { useWords } from '../language.ts'
import type { ReplyOf } from '../send.ts'
import { modelsWords } from './models-words.ts'
import { SomeOrders } from './SomeOrders.tsx'

type Rows = ReplyOf<typeof suggestionStatistics>['corrections']

/** What was suggested, what people chose instead, how often, and some of the orders it happened with. */
export function Corrections({ corrections, name }: { corrections: Rows; name: (value: string) => string }) {
  const words = useWords(modelsWords)
  return (
    <section className="sec">
      <header>
        <h2>{words.corrections}</h2>
      </header>
      {corrections.length === 0 ? (
        <p className="s m2">{words.noCorrections}</p>
      ) : (
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{words.correctedFrom}</th>
              <th scope="col">{words.correctedTo}</th>
              <th scope="col" className="r">
                {words.count}
              </th>
              <th scope="col">{words.examples}</th>
            </tr>
          </thead>
          <tbody>
            {corrections.map(({ from, to, times, orders }) => (
              <tr key={`${from} ${to}`}>
                <td>{name(from)}</td>
                <td>{name(to)}</td>
                <td className="r">{times}</td>
                <td>
                  <SomeOrders orders={orders} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
