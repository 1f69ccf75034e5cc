import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type CalibrationSample, calibrationSamples, markCalibrationSample } from '#contract/calibration.ts'
import { type RoundView, UNSURE_SAMPLE } from '#contract/calibration-shapes.ts'
import { mayCall } from '#contract/may-call.ts'
import { useWords } from '../language.ts'
import { useMe } from '../session/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Segment } from '../ui/Segment.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useApi } from '../use-api.ts'
import { Count } from './Count.tsx'
import type { Go } from './calibration-search.ts'
import { calibrationWords } from './calibration-words.ts'
import { guessWords } from './guess-words.ts'
import { useRoundAct } from './use-round-act.ts'

type Marks = { classRight: boolean; unitRight: boolean; slaRight: boolean; note: string }
const KEYS = ['classRight', 'unitRight', 'slaRight'] as const

const marksOf = (one: CalibrationSample): Marks => ({
  classRight: one.classRight ?? true,
  unitRight: one.unitRight ?? true,
  slaRight: one.slaRight ?? true,
  note: one.note,
})

type Step = (by: 1 | -1) => void

/** One drawn order: three questions, three keys. */
function Sample({ round, one, step }: { round: RoundView; one: CalibrationSample; step: Step }) {
  const words = useWords(calibrationWords)
  const cache = useQueryClient()
  const { roles } = useMe()
  const [marks, setMarks] = useState(marksOf(one))
  const { act, no, busy } = useRoundAct()
  const may = round.acts.includes('mark-sample') && mayCall('markCalibrationSample', roles)
  const turn = (key: (typeof KEYS)[number]) => setMarks((now) => ({ ...now, [key]: !now[key] }))
  const save = async () => {
    if (!may || busy) return
    const sent = await act(markCalibrationSample, { params: { round: round.round, orderId: one.id }, body: marks })
    await cache.invalidateQueries({ queryKey: [calibrationSamples.path] })
    if (sent.ok) step(1)
  }
  useKeys({
    1: () => may && turn('classRight'),
    2: () => may && turn('unitRight'),
    3: () => may && turn('slaRight'),
    Enter: () => void save(),
    j: () => step(1),
    k: () => step(-1),
  })
  const asked = [
    ['classRight', words.classRight, one.categoryName],
    ['unitRight', words.unitRight, one.leadName],
    ['slaRight', words.slaRight, one.profileName],
  ] as const
  return (
    <article className="calibration-sample">
      <div className="flex wrap">
        <Link to="/orders/$orderId" params={{ orderId: one.id }}>
          <OrderNo no={one.no} />
        </Link>
        <span className="s m2">{one.regionName}</span>
        {one.marked && <Tag tone="g">{words.markedAlready}</Tag>}
        {one.unsure !== null && <Tag tone="b">{words.unsure}</Tag>}
        {one.unsure !== null && <span className="s m2">{guessWords(one.unsure, words)}</span>}
      </div>
      <h2 className="t1">{one.title}</h2>
      <p className="saytext">{one.content}</p>
      <div className="form">
        {asked.map(([key, label, value], i) => (
          <Field key={key} label={label} keys={String(i + 1)} group>
            {() => (
              <div className="flex wrap">
                <Segment
                  label={label}
                  value={marks[key] ? 'yes' : 'no'}
                  choices={[
                    { value: 'yes', label: words.yes },
                    { value: 'no', label: words.no },
                  ]}
                  onChange={(to) => may && setMarks({ ...marks, [key]: to === 'yes' })}
                />
                <span>{value}</span>
              </div>
            )}
          </Field>
        ))}
        <Field label={words.note}>
          {(field) => (
            <TextInput
              {...field}
              value={marks.note}
              maxLength={300}
              readOnly={!may}
              onChange={(note) => setMarks({ ...marks, note })}
            />
          )}
        </Field>
      </div>
      {may && (
        <Button look="go" busy={busy} onClick={() => void save()}>
          {words.save}
        </Button>
      )}
      {no !== null && <RefusalNote no={no} />}
    </article>
  )
}

function SceneSamples({ round, scene }: { round: RoundView; scene: string }) {
  const words = useWords(calibrationWords)
  const [at, setAt] = useState<number | null>(null)
  const { data, error } = useApi(calibrationSamples, { params: { round: round.round }, query: { scene } })
  if (error !== null) return <Failed no={error.no} what={words.samplesTold} />
  if (data === undefined) return <Loading />
  const fresh = data.samples.findIndex(({ marked }) => !marked)
  const shown = at ?? Math.max(0, fresh)
  const one = data.samples[shown]
  const step: Step = (by) => setAt(Math.max(0, Math.min(data.samples.length - 1, shown + by)))
  return (
    <div className="sec">
      <div className="flex wrap s m2">
        <span>{words.sampleOf(String(shown + 1), String(data.samples.length))}</span>
        {fresh === -1 && <Tag tone="g">{words.allMarked}</Tag>}
        <span className="xs m3">{words.keysTold}</span>
      </div>
      {one !== undefined && <Sample key={one.id} round={round} one={one} step={step} />}
    </div>
  )
}

/** 抽样复核: scenes with what was found in each; one scene is gone through by keys. */
export function SamplesTab({ round, scene, go }: { round: RoundView; scene: string | undefined; go: Go }) {
  const words = useWords(calibrationWords)
  const heads = [words.drawn, words.marked, words.classWrong, words.unitWrong, words.slaWrong]
  return (
    <div className={scene === undefined ? 'calibration-samples' : 'calibration-samples open'}>
      <div className="sec">
        <p className="s m2">{words.samplesTold}</p>
        <table className="tbl calibration-table">
          <thead>
            <tr>
              <th scope="col">{words.scene}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className="r">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {round.samples.map((row) => (
              <tr key={row.scene} className={row.scene === scene ? 'on' : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    aria-current={row.scene === scene || undefined}
                    onClick={() => go({ scene: row.scene })}
                  >
                    {row.scene === UNSURE_SAMPLE ? (
                      words.unsureSample
                    ) : (
                      <>
                        <span className="code">{row.scene}</span> {row.name}
                      </>
                    )}
                  </button>
                </th>
                {[row.drawn, row.marked, row.classWrong, row.unitWrong, row.slaWrong].map((value, i) => (
                  <Count key={heads[i]} n={value} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {scene === undefined ? (
        <p className="pad s m3">{words.pickScene}</p>
      ) : (
        <SceneSamples key={scene} round={round} scene={scene} />
      )}
    </div>
  )
}
