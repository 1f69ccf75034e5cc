import { useMemo, useState } from 'react'
import type { Band } from '#contract/model-card.ts'
import { Chart } from '../chart/Chart.tsx'
import { useWords } from '../language.ts'
import { bandName, bandsDrawing } from './bands-drawing.ts'
import { modelsWords } from './models-words.ts'
import { percent, rate, whole } from './rate.ts'

function Rows({ bands }: { bands: readonly Band[] }) {
  const words = useWords(modelsWords)
  return (
    <table className="tbl">
      <caption className="sr">{words.bands}</caption>
      <thead>
        <tr>
          <th scope="col">{words.band}</th>
          <th scope="col" className="r">
            {words.claimed}
          </th>
          <th scope="col" className="r">
            {words.came}
          </th>
        </tr>
      </thead>
      <tbody>
        {bands.map((band) => (
          <tr key={band.from}>
            <th scope="row">{bandName(band)}</th>
            <td className="r">{percent(band.claimed)}</td>
            <td className="r">{rate(band.right, band.of)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whether the probabilities mean what they say (a reliability diagram), as a drawing or as its figures. */
export function Bands({ bands }: { bands: readonly Band[] }) {
  const words = useWords(modelsWords)
  const [asTable, setAsTable] = useState(false)
  const draw = useMemo(() => bandsDrawing(bands, words), [bands, words])
  const all = bands.reduce((sum, { of }) => sum + of, 0)
  if (bands.length === 0) return null
  return (
    <section className="sec">
      <header>
        <h2>{words.bands}</h2>
        <span className="end flex xs m2">
          <span className="models-solid">{words.came}</span>
          <span className="models-dashed">{words.claimed}</span>
          <button type="button" className="link xs" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? words.asChart : words.asTable}
          </button>
        </span>
      </header>
      {asTable ? (
        <Rows bands={bands} />
      ) : (
        <div className="models-chart">
          <Chart label={words.bandsLabel(whole(all))} draw={draw} table={<Rows bands={bands} />} />
        </div>
      )}
    </section>
  )
}
