import { useState } from 'react'
import { startCalibrationRound } from '#contract/calibration.ts'
import type { RoundSummary } from '#contract/calibration-shapes.ts'
import { mayCall } from '#contract/may-call.ts'
import { Day } from '#domain/ids.ts'
import { useSay, useWords } from '../language.ts'
import { useMe } from '../session/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Empty } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import type { Go } from './calibration-search.ts'
import { calibrationWords, roundStateNames } from './calibration-words.ts'
import { useRoundAct } from './use-round-act.ts'

const UNDER_WAY = ['reviewing', 'consulting', 'deciding']

/** The month before, as the system would take it. */
function lastMonth(today: string): { from: string; to: string } {
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`)
  const to = new Date(first.getTime() - 86_400_000).toISOString().slice(0, 10)
  return { from: `${to.slice(0, 7)}-01`, to }
}

function Start({ today, go }: { today: string; go: Go }) {
  const words = useWords(calibrationWords)
  const [span, setSpan] = useState(lastMonth(today))
  const { act, no, busy } = useRoundAct()
  const begin = async () => {
    const from = Day.safeParse(span.from)
    const to = Day.safeParse(span.to)
    if (!from.success || !to.success) return
    const sent = await act(startCalibrationRound, { body: { from: from.data, to: to.data } })
    if (sent.ok) go({ round: sent.reply.round, tab: undefined, scene: undefined })
  }
  return (
    <form
      className="calibration-start"
      aria-label={words.start}
      onSubmit={(event) => {
        event.preventDefault()
        void begin()
      }}
    >
      <p className="xs m3">{words.startTold}</p>
      <Field label={words.from}>
        {(field) => (
          <TextInput {...field} type="date" value={span.from} onChange={(from) => setSpan({ ...span, from })} />
        )}
      </Field>
      <Field label={words.to}>
        {(field) => <TextInput {...field} type="date" value={span.to} onChange={(to) => setSpan({ ...span, to })} />}
      </Field>
      <Button type="submit" busy={busy}>
        {words.begin}
      </Button>
      {no !== null && <RefusalNote no={no} />}
    </form>
  )
}

function Row({ round, open, go }: { round: RoundSummary; open: boolean; go: Go }) {
  const words = useWords(calibrationWords)
  const say = useSay()
  const live = UNDER_WAY.includes(round.state)
  return (
    <li>
      <button
        type="button"
        className={`calibration-row ${open ? 'on' : ''}`.trim()}
        aria-current={open || undefined}
        onClick={() => go({ round: round.round, tab: undefined, scene: undefined })}
      >
        <span className="flex">
          <b className="grow">{words.nth(String(round.round))}</b>
          <Tag {...(live ? { tone: 'b' as const } : {})}>{say(roundStateNames[round.state])}</Tag>
        </span>
        <span className="s">{words.days(round.from, round.to)}</span>
        <span className="xs m3">
          {round.approvedBy === null ? words.builtBy(round.builtBy) : words.approvedBy(round.approvedBy)}
        </span>
      </button>
    </li>
  )
}

type Props = { rounds: readonly RoundSummary[]; open: number | null; today: string; go: Go }

/** All rounds, newest first, and the way to begin one while none is under way. */
export function RoundsList({ rounds, open, today, go }: Props) {
  const words = useWords(calibrationWords)
  const { roles } = useMe()
  const idle = !rounds.some(({ state }) => UNDER_WAY.includes(state))
  return (
    <section className="col list" aria-label={words.rounds}>
      {idle && mayCall('startCalibrationRound', roles) && <Start today={today} go={go} />}
      <div className="fill">
        {rounds.length === 0 && (
          <div className="alone">
            <Empty title={words.none}>{words.noneWhy}</Empty>
          </div>
        )}
        <ul>
          {rounds.map((round) => (
            <Row key={round.round} round={round} open={round.round === open} go={go} />
          ))}
        </ul>
      </div>
    </section>
  )
}
