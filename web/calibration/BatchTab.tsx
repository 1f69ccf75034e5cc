import { Link } from '@tanstack/react-router'
import type { CalibrationBatch } from '#contract/calibration-shapes.ts'
import { useWords } from '../language.ts'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Count } from './Count.tsx'
import { calibrationWords } from './calibration-words.ts'
import { guessWords } from './guess-words.ts'

type Scene = CalibrationBatch['byVolume'][number]

function Scenes({ title, rows }: { title: string; rows: readonly Scene[] }) {
  const words = useWords(calibrationWords)
  const share = ({ returned, dispatched }: Scene) =>
    returned === 0 ? '—' : `${((100 * returned) / dispatched).toFixed(1)} %`
  if (rows.length === 0) return null
  return (
    <section className="sec">
      <header>
        <h2>{title}</h2>
      </header>
      <table className="tbl calibration-table">
        <thead>
          <tr>
            <th scope="col">{words.scene}</th>
            {[words.dispatched, words.returned, words.returnShare, words.wrong, words.overridden].map((head) => (
              <th key={head} scope="col" className="r">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.scene}>
              <th scope="row">
                <span className="code">{row.scene}</span> {row.name}
              </th>
              <td className="r">{row.dispatched}</td>
              <Count n={row.returned} />
              <td className={row.returned === 0 ? 'r m3' : 'r'}>{share(row)}</td>
              <Count n={row.wrong} />
              <Count n={row.overridden} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Orders({ title, none, rows }: { title: string; none: string; rows: CalibrationBatch['ruled'] }) {
  return (
    <section className="sec">
      <header>
        <h2>{title}</h2>
      </header>
      {rows.length === 0 && <p className="s m3">{none}</p>}
      <ul className="calibration-orders">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/orders/$orderId" params={{ orderId: row.id }}>
              <OrderNo no={row.no} />
            </Link>
            <span className="s">{row.categoryName}</span>
            <span className="s m2">
              {row.unitName}
              {row.leadName !== '' && row.leadName !== row.unitName && ` → ${row.leadName}`}
            </span>
            <span className="s m2 said">{row.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the system put together: scenes, rulings, overrides, words and classes that the tree does not know well. */
export function BatchTab({ batch }: { batch: CalibrationBatch }) {
  const words = useWords(calibrationWords)
  return (
    <>
      <dl className="calibration-totals">
        <div>
          <dt>{words.orders}</dt>
          <dd>{batch.orders}</dd>
        </div>
        <div>
          <dt>{words.cases}</dt>
          <dd>{batch.cases}</dd>
        </div>
        <div>
          <dt>{words.ruled}</dt>
          <dd>{batch.ruled.length}</dd>
        </div>
        <div>
          <dt>{words.overridden}</dt>
          <dd>{batch.overridden.length}</dd>
        </div>
        <div>
          <dt>{words.unsure}</dt>
          <dd>{batch.unsure.count}</dd>
        </div>
      </dl>
      <Scenes title={words.byReturns} rows={batch.byReturns} />
      <Scenes title={words.byVolume} rows={batch.byVolume} />
      <Orders title={words.ruled} none={words.ruledNone} rows={batch.ruled} />
      <Orders title={words.overrides} none={words.overridesNone} rows={batch.overridden} />
      <Orders
        title={words.unsureOrders}
        none={words.unsureNone}
        rows={batch.unsure.orders.map((one) => ({ ...one, reason: guessWords(one, words) }))}
      />
      <section className="sec">
        <header>
          <h2>{words.newWords}</h2>
        </header>
        {batch.newWords.length === 0 && <p className="s m3">{words.newWordsNone}</p>}
        <ul className="calibration-orders">
          {batch.newWords.map((one) => (
            <li key={one.word}>
              <b>{one.word}</b>
              <span className="s">{words.times(String(one.now))}</span>
              <span className="s m3">{words.before(String(one.before))}</span>
              <span className="s m2 said">
                {one.scenes.map(({ name, times }) => `${name} ${times}`).join(words.sep)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className="sec">
        <header>
          <h2>{words.corrections}</h2>
        </header>
        {batch.corrections.length === 0 && <p className="s m3">{words.correctionsNone}</p>}
        <ul className="calibration-orders">
          {batch.corrections.map((one) => (
            <li key={`${one.from} ${one.to}`}>
              <span>
                {one.from} → {one.to}
              </span>
              <span className="s m3">{words.times(String(one.times))}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
