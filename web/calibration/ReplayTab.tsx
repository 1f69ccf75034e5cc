import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { replayCalibration } from '#contract/calibration.ts'
import type { CalibrationReplay, RoundView } from '#contract/calibration-shapes.ts'
import { isCarried } from '#domain/calibration/round-state.ts'
import { useSay, useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Select } from '../ui/Select.tsx'
import { calibrationWords } from './calibration-words.ts'
import { useRoundAct } from './use-round-act.ts'

const percent = (right: number, of: number): string => (of === 0 ? '—' : `${((100 * right) / of).toFixed(2)} %`)
/** Two shares differ by points, not by per cent of each other. */
const points = (n: number, of: number): string => (of === 0 ? '—' : `${n > 0 ? '+' : ''}${((100 * n) / of).toFixed(2)}`)
const signed = (n: number): string => (n > 0 ? `+${n}` : String(n))

function Totals({ replay }: { replay: CalibrationReplay }) {
  const words = useWords(calibrationWords)
  const { cases, rightBefore, rightAfter, moved, gains, losses, astray } = replay
  const rows = [
    [
      words.right,
      percent(rightBefore, cases),
      percent(rightAfter, cases),
      words.points(points(rightAfter - rightBefore, cases)),
    ],
    [
      words.grassRoots,
      String(replay.grassRootsBefore),
      String(replay.grassRootsAfter),
      signed(replay.grassRootsAfter - replay.grassRootsBefore),
    ],
  ]
  return (
    <>
      {rightAfter < rightBefore && (
        <Note tone="a">
          <b>{words.worse}</b> {words.worseTold}
        </Note>
      )}
      <table className="tbl calibration-table">
        <thead>
          <tr>
            <th scope="col">{words.days(replay.from, replay.to)}</th>
            {[words.now, words.after, words.change].map((head) => (
              <th key={head} scope="col" className="r">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={[words.now, words.after, words.change][i]} className="r">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="s m2">
        {words.cases} {cases} · {words.moved} {moved}: {words.gains} {gains}, {words.losses} {losses}, {words.astray}{' '}
        {astray} · {words.took(String(replay.seconds))}
      </p>
    </>
  )
}

function Load({ replay }: { replay: CalibrationReplay }) {
  const words = useWords(calibrationWords)
  if (replay.load.length === 0) return null
  return (
    <section className="sec">
      <header>
        <h2>{words.load}</h2>
      </header>
      <table className="tbl calibration-table">
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col" className="r">
              {words.now}
            </th>
            <th scope="col" className="r">
              {words.after}
            </th>
            <th scope="col" className="r">
              {words.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {replay.load.map(({ unit, name, before, after }) => (
            <tr key={unit}>
              <th scope="row">{name}</th>
              <td className="r">{before}</td>
              <td className="r">{after}</td>
              <td className="r">{signed(after - before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Examples({ replay }: { replay: CalibrationReplay }) {
  const words = useWords(calibrationWords)
  return (
    <section className="sec">
      <header>
        <h2>{words.examples}</h2>
      </header>
      <ul className="calibration-orders">
        {replay.examples.map((one) => (
          <li key={one.id}>
            <Link to="/orders/$orderId" params={{ orderId: one.id }}>
              <OrderNo no={one.no} />
            </Link>
            <span className="s">
              {one.from} → {one.to === '' ? <b className="c-red">{words.nobody}</b> : one.to}
            </span>
            <span className="s m2">
              {words.finally} {one.final}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Days = '30' | '60' | '90'

/** 回放: what the accepted changes would have done with the last weeks’ orders. */
export function ReplayTab({ round }: { round: RoundView }) {
  const words = useWords(calibrationWords)
  const say = useSay()
  const [days, setDays] = useState<Days>('90')
  const { act, no, busy } = useRoundAct()
  const { replay } = round
  const ready = round.proposals.some(({ state, cells }) => isCarried(state) && cells !== null)
  const run = () => void act(replayCalibration, { params: { round: round.round }, body: { days: Number(days) } })
  return (
    <>
      <div className="sec">
        <p className="s m2">{words.replayTold(days)}</p>
        {round.acts.includes('replay') && (
          <div className="calibration-run">
            <Field label={words.lastDays}>
              {(field) => (
                <Select
                  {...field}
                  value={days}
                  choices={(['30', '60', '90'] as const).map((value) => ({ value, label: value }))}
                  onChange={setDays}
                />
              )}
            </Field>
            <Button busy={busy} whyNot={ready ? null : words.replayFirst} onClick={run}>
              {words.run}
            </Button>
            {!ready && <WhyNot>{words.replayFirst}</WhyNot>}
          </div>
        )}
        {no !== null && <RefusalNote no={no} />}
        {replay === null ? <p className="s m3">{words.replayNone}</p> : <Totals replay={replay} />}
        {replay !== null && replay.issues.length > 0 && (
          <Note tone="a">
            <b>{words.issues}</b>
            <ul>
              {replay.issues.map((issue) => (
                <li key={issue.en}>{say(issue)}</li>
              ))}
            </ul>
          </Note>
        )}
      </div>
      {replay !== null && <Load replay={replay} />}
      {replay !== null && replay.examples.length > 0 && <Examples replay={replay} />}
    </>
  )
}
