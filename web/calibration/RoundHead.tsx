import { useState } from 'react'
import {
  consultCalibration,
  endCalibrationConsultation,
  endCalibrationRound,
  publishCalibration,
  rollBackCalibration,
} from '#contract/calibration.ts'
import type { RoundView } from '#contract/calibration-shapes.ts'
import { mayCall } from '#contract/may-call.ts'
import type { RoundAct } from '#domain/calibration/round-state.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { useMe } from '../session/use-me.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/Toasts.tsx'
import { WordsDialog } from '../ui/WordsDialog.tsx'
import { momentWords } from '../words/time.ts'
import { calibrationWords, roundStateNames } from './calibration-words.ts'
import { useRoundAct } from './use-round-act.ts'
import '../admin/admin.css'

type Asking = 'publish' | 'roll-back' | 'abandon' | 'conclude'

function Ask({ round, asking, onClose }: { round: RoundView; asking: Asking; onClose: () => void }) {
  const words = useWords(calibrationWords)
  const { act, no, busy } = useRoundAct()
  const params = { round: round.round }
  const titles: Record<Asking, string> = {
    publish: words.publishTitle,
    'roll-back': words.rollBackTitle,
    abandon: words.abandon,
    conclude: words.conclude,
  }
  const told: Partial<Record<Asking, string>> = { publish: words.publishTold, 'roll-back': words.rollBackTold }
  const go = async (reason: string) => {
    if (asking === 'publish' || asking === 'roll-back') {
      const endpoint = asking === 'publish' ? publishCalibration : rollBackCalibration
      const sent = await act(endpoint, { params, body: { reason } })
      if (!sent.ok) return
      toast(words.published(String(sent.reply.number)))
    } else if (!(await act(endCalibrationRound, { params, body: { act: asking, reason } })).ok) return
    onClose()
  }
  const way = { label: titles[asking], danger: asking !== 'publish' && asking !== 'conclude', act: go }
  return (
    <WordsDialog
      title={titles[asking]}
      told={told[asking]}
      label={words.reason}
      ways={[way]}
      max={200}
      busy={busy}
      no={no}
      onClose={onClose}
    />
  )
}

/** What may be done with the round as a whole now; what cannot says why. */
function Acts({ round }: { round: RoundView }) {
  const words = useWords(calibrationWords)
  const { roles } = useMe()
  const [asking, setAsking] = useState<Asking | null>(null)
  const { act, no, busy } = useRoundAct()
  const can = (one: RoundAct) => round.acts.includes(one)
  const params = { round: round.round }
  const undecided = round.proposals.some(({ state }) => state === 'open')
  const works = mayCall('consultCalibration', roles)
  const leads = mayCall('publishCalibration', roles)
  return (
    <>
      <div className="flex wrap calibration-acts">
        {can('consult') && works && (
          <>
            <Button
              look="go"
              busy={busy}
              whyNot={undecided ? words.reviewFirst : null}
              title={words.consultTold}
              onClick={() => void act(consultCalibration, { params })}
            >
              {words.consult}
            </Button>
            {undecided && <WhyNot>{words.reviewFirst}</WhyNot>}
          </>
        )}
        {can('end-consultation') && works && (
          <>
            <Button
              look="go"
              busy={busy}
              whyNot={round.mayEndConsultation ? null : words.consultOpen}
              onClick={() => void act(endCalibrationConsultation, { params })}
            >
              {words.endConsult}
            </Button>
            {!round.mayEndConsultation && <WhyNot>{words.consultOpen}</WhyNot>}
          </>
        )}
        {can('publish') && (
          <>
            <Button look="go" whyNot={leads ? null : words.notLeader} onClick={() => setAsking('publish')}>
              {words.publish}
            </Button>
            {!leads && <WhyNot>{words.notLeader}</WhyNot>}
          </>
        )}
        {can('conclude') && works && <Button onClick={() => setAsking('conclude')}>{words.conclude}</Button>}
        {can('roll-back') && leads && (
          <Button look="danger" onClick={() => setAsking('roll-back')}>
            {words.rollBack}
          </Button>
        )}
        {can('abandon') && works && (
          <Button look="quiet" onClick={() => setAsking('abandon')}>
            {words.abandon}
          </Button>
        )}
      </div>
      {no !== null && <RefusalNote no={no} />}
      {asking !== null && <Ask round={round} asking={asking} onClose={() => setAsking(null)} />}
    </>
  )
}

/** Where each state stands on the way; a round that was given up or taken back is on none. */
const STEP: Partial<Record<RoundView['state'], number>> = {
  reviewing: 0,
  consulting: 1,
  deciding: 2,
  published: 3,
  concluded: 3,
}

function RoundSteps({ state }: { state: RoundView['state'] }) {
  const words = useWords(calibrationWords)
  const at = STEP[state]
  if (at === undefined) return null
  return (
    <ol className="admin-steps calibration-steps" aria-label={words.stepsLabel}>
      {words.steps.map((name, i) => (
        <li key={name} aria-current={i === at ? 'step' : undefined}>
          <span>{i + 1}</span> {name}
        </li>
      ))}
    </ol>
  )
}

export function RoundHead({ round, onBack }: { round: RoundView; onBack: () => void }) {
  const words = useWords(calibrationWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  return (
    <div className="sec calibration-head">
      <div className="flex wrap">
        <button type="button" className="ghost back" aria-label={words.back} onClick={onBack}>
          <Icon name="left" />
        </button>
        <h1 className="t1">{words.nth(String(round.round))}</h1>
        <Tag tone="b">{say(roundStateNames[round.state])}</Tag>
        <span className="s m2">{words.days(round.from, round.to)}</span>
        {round.state === 'consulting' && round.consultUntil !== null && (
          <span className="s m2">{words.until(momentWords(round.consultUntil, now, language))}</span>
        )}
        {round.approvedBy !== null && <span className="s m2">{words.approvedBy(round.approvedBy)}</span>}
      </div>
      {(round.endReason ?? round.reason) !== null && <p className="s m2">{round.endReason ?? round.reason}</p>}
      <RoundSteps state={round.state} />
      <Acts round={round} />
    </div>
  )
}
