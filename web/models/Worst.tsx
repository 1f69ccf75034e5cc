import { Link } from '@tanstack/react-router'
import type { WorstCategory } from '#contract/model-card.ts'
import { useWords } from '../language.ts'
import { ColumnHeads } from '../ui/ColumnHeads.tsx'
import { modelsWords } from './models-words.ts'
import { rate } from './rate.ts'
import { SomeOrders } from './SomeOrders.tsx'
import { useCategoryName } from './use-category-name.ts'

/** Scenes that were most often called something else, each with what and with the orders concerned. */
export function Worst({ worst }: { worst: readonly WorstCategory[] }) {
  const words = useWords(modelsWords)
  const name = useCategoryName()
  return (
    <section className="sec">
      <header>
        <h2>{words.worst}</h2>
      </header>
      {worst.length === 0 ? (
        <p className="s m2">{words.none}</p>
      ) : (
        <table className="tbl models-worst">
          <ColumnHeads of={[words.scene, words.right, words.confused]} />
          <tbody>
            {worst.map(({ code, right, of, confusedWith }) => (
              <tr key={code}>
                <th scope="row">
                  <Link
                    to="/orders"
                    search={{ category: code }}
                    preload={false}
                    aria-label={words.ordersOf(`${code} ${name(code)}`)}
                  >
                    <span className="code">{code}</span> {name(code)}
                  </Link>
                </th>
                <td className="nw">{rate(right, of)}</td>
                <td>
                  <ul>
                    {confusedWith.map((other) => (
                      <li key={other.code}>
                        <span className="code">{other.code}</span> {name(other.code)}{' '}
                        <span className="m2 nw">{words.times(String(other.times))}</span>{' '}
                        <SomeOrders orders={other.orders} />
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
