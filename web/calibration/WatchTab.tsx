import type { RoundView } from '#contract/calibration-shapes.ts'
import { useSay, useWords } from '../language.ts'
import { calibrationWords } from './calibration-words.ts'

const right = ({ dispatched, wrong }: { dispatched: number; wrong: number }): string =>
  dispatched === 0 ? '—' : `${(100 * (1 - wrong / dispatched)).toFixed(2)} %`

/** 跟踪: the days before publication beside those since, and each proposal as predicted and as it came. */
export function WatchTab({ round }: { round: RoundView }) {
  const words = useWords(calibrationWords)
  const say = useSay()
  const { watch } = round
  if (watch === null) return <p className="pad s m3">{words.watchNone}</p>
  const rows = [
    [words.accuracy, right(watch.before), right(watch.since)],
    [words.dispatched, String(watch.before.dispatched), String(watch.since.dispatched)],
    [words.unclear, String(watch.before.unclear), String(watch.since.unclear)],
  ]
  const carried = round.proposals.filter(({ real }) => real !== null)
  return (
    <>
      <div className="sec">
        <table className="tbl calibration-table">
          <thead>
            <tr>
              <th scope="col">{words.change}</th>
              <th scope="col" className="r">
                {words.beforeDays}
              </th>
              <th scope="col" className="r">
                {words.sinceDays(String(watch.days))}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, before, since]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="r">{before}</td>
                <td className="r">{since}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <section className="sec">
        <header>
          <h2>{words.perProposal}</h2>
        </header>
        <table className="tbl calibration-table wraps">
          <thead>
            <tr>
              <th scope="col">{words.proposals}</th>
              <th scope="col">{words.predicted}</th>
              <th scope="col">{words.real}</th>
            </tr>
          </thead>
          <tbody>
            {carried.map(({ proposal, title, evidence, real }) => (
              <tr key={proposal}>
                <th scope="row">{say(title)}</th>
                <td>
                  {evidence === null ? '—' : words.predictedWords(String(evidence.gains), String(evidence.losses))}
                </td>
                <td>{real === null ? '—' : words.realWords(String(real.dispatched), String(real.wrong))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
