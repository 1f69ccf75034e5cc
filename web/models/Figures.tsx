import type { ModelCard, ModelFigures } from '#contract/model-card.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { dateWords } from '../words/time.ts'
import { modelsWords } from './models-words.ts'
import { percent, points, rate, whole } from './rate.ts'

type Row = { name: string; value: string; rival: string; difference: string; title?: string }
type Words = typeof modelsWords.zh

function rowsOf(figures: ModelFigures, rival: ModelCard['compared'], words: Words): Row[] {
  const { of } = figures
  const counted = (name: string, right: number, other: number | undefined): Row => ({
    name,
    value: rate(right, of),
    rival: other === undefined ? '' : rate(other, of),
    difference: other === undefined || of < 10 ? '' : points(right / of, other / of),
  })
  const alone = (name: string, value: string, title?: string): Row => ({
    name,
    value,
    rival: '',
    difference: '',
    ...(title === undefined ? {} : { title }),
  })
  return [
    counted(words.right, figures.right, rival?.right),
    counted(words.inThree, figures.rightInThree, rival?.rightInThree),
    {
      name: words.coverage,
      value: percent(figures.coverageAt965),
      rival: rival === null ? '' : percent(rival.coverageAt965),
      difference: rival === null ? '' : points(figures.coverageAt965, rival.coverageAt965),
    },
    alone(words.sure, rate(figures.sure.right, figures.sure.of)),
    ...(figures.people.of === 0
      ? []
      : [alone(words.people, rate(figures.people.alike, figures.people.of), words.peopleHelp)]),
    alone(words.macroF1, figures.macroF1.toFixed(3)),
    alone(words.calibration, figures.calibrationError.toFixed(3), words.calibrationHelp),
    ...figures.levels
      .filter((level) => level.of > 0 && level.level < 3)
      .map(({ level, right, of: asked }) => alone(words.level[level - 1] ?? '', rate(right, asked))),
  ]
}

/** The model's figures on orders it had not seen, beside those of the one in force on the same orders. */
export function Figures({ figures, compared }: { figures: ModelFigures; compared: ModelCard['compared'] }) {
  const words = useWords(modelsWords)
  const language = useLanguage()
  const now = useNow()
  const unknown = figures.unknownCodes.reduce((sum, { times }) => sum + times, 0)
  const span = [figures.from, figures.until].map((at) => dateWords(at, now, language)).join('–')
  return (
    <section className="sec">
      <header>
        <h2>{words.figures}</h2>
        <span className="s m2">{words.figuresTold(whole(figures.of), span)}</span>
      </header>
      <table className="tbl models-figures">
        <thead>
          <tr>
            <th scope="col">{words.measure}</th>
            <th scope="col" className="r">
              {words.value}
            </th>
            {compared !== null && (
              <>
                <th scope="col" className="r">
                  {words.inForce(String(compared.number))}
                </th>
                <th scope="col" className="r">
                  {words.difference}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rowsOf(figures, compared, words).map((row) => (
            <tr key={row.name}>
              <th scope="row" title={row.title}>
                {row.name}
              </th>
              <td className="r">{row.value}</td>
              {compared !== null && (
                <>
                  <td className="r m2">{row.rival}</td>
                  <td className="r">{row.difference}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {compared !== null && compared.knew > 0 && <p className="help">{words.knew(whole(compared.knew))}</p>}
      {unknown > 0 && <p className="help">{words.unknownCodes(whole(unknown))}</p>}
    </section>
  )
}
