import { useState } from 'react'
import { decideCalibrationProposal, settleCalibrationProposal } from '#contract/calibration.ts'
import type { CalibrationProposal, RoundView } from '#contract/calibration-shapes.ts'
import { mayCall } from '#contract/may-call.ts'
import { useSay, useWords } from '../language.ts'
import { useMe } from '../session/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { Tag } from '../ui/Tag.tsx'
import { WordsDialog } from '../ui/WordsDialog.tsx'
import { calibrationWords, proposalKindNames, proposalStateNames } from './calibration-words.ts'
import { EditProposal } from './EditProposal.tsx'
import { ProposalEvidence } from './ProposalEvidence.tsx'
import { useRoundAct } from './use-round-act.ts'

const TONE = { open: 'b', accepted: 'g', kept: 'g', refused: undefined, withdrawn: undefined } as const

function Head({ one }: { one: CalibrationProposal }) {
  const words = useWords(calibrationWords)
  const say = useSay()
  const tone = TONE[one.state]
  return (
    <header className="flex wrap">
      <Tag>{say(proposalKindNames[one.kind])}</Tag>
      <h2 className="grow">{say(one.title)}</h2>
      {one.disputed && <Tag tone="a">{words.disputed}</Tag>}
      {one.edited && <Tag>{words.edited}</Tag>}
      <Tag {...(tone === undefined ? {} : { tone })}>{say(proposalStateNames[one.state])}</Tag>
    </header>
  )
}

function Opinions({ one }: { one: CalibrationProposal }) {
  const words = useWords(calibrationWords)
  if (one.opinions.length === 0 && one.silent.length === 0) return null
  return (
    <div className="calibration-opinions">
      <b className="s">{words.opinions}</b>
      {one.opinions.map(({ unit, name, agrees, opinion }) => (
        <p key={unit} className="s">
          <Tag tone={agrees ? 'g' : 'a'}>{agrees ? words.agrees : words.objects}</Tag> {name} {opinion}
        </p>
      ))}
      {one.silent.length > 0 && (
        <p className="xs m3">{words.silent(one.silent.map(({ name }) => name).join(words.sep))}</p>
      )}
    </div>
  )
}

type Asking = 'refuse' | 'edit' | 'settle'

function Decide({ one, onAsk }: { one: CalibrationProposal; onAsk: (asking: Asking) => void }) {
  const words = useWords(calibrationWords)
  const { act, no, busy } = useRoundAct()
  const params = { proposal: one.proposal }
  return (
    <>
      <div className="flex wrap">
        <Button
          size="sm"
          busy={busy}
          aria-pressed={one.state === 'accepted'}
          onClick={() => void act(decideCalibrationProposal, { params, body: { verdict: 'accept' } })}
        >
          {words.accept}
        </Button>
        {one.cells !== null && (
          <Button size="sm" onClick={() => onAsk('edit')}>
            {words.edit}
          </Button>
        )}
        <Button size="sm" aria-pressed={one.state === 'refused'} onClick={() => onAsk('refuse')}>
          {words.refuse}
        </Button>
      </div>
      {no !== null && <RefusalNote no={no} />}
    </>
  )
}

function Asked({ one, asking, onClose }: { one: CalibrationProposal; asking: Asking; onClose: () => void }) {
  const words = useWords(calibrationWords)
  const { act, no, busy } = useRoundAct()
  const params = { proposal: one.proposal }
  if (asking === 'edit' && one.cells !== null) return <EditProposal one={one} cells={one.cells} onClose={onClose} />
  const refuse = async (reason: string) =>
    (await act(decideCalibrationProposal, { params, body: { verdict: 'refuse', reason } })).ok && onClose()
  const settle = (keep: boolean) => async (note: string) =>
    (await act(settleCalibrationProposal, { params, body: { keep, note } })).ok && onClose()
  const ways =
    asking === 'settle'
      ? [
          { label: words.keep, act: (note: string) => void settle(true)(note) },
          { label: words.drop, act: (note: string) => void settle(false)(note) },
        ]
      : [{ label: words.refuse, act: (reason: string) => void refuse(reason) }]
  return (
    <WordsDialog
      title={asking === 'settle' ? words.settleTitle : words.refuseTitle}
      label={asking === 'settle' ? words.settled : words.reason}
      max={asking === 'settle' ? 1000 : 300}
      {...{ ways, busy, no, onClose }}
    />
  )
}

/** One proposal with its evidence, what the units say, and what may be done with it now. */
export function ProposalCard({ round, one }: { round: RoundView; one: CalibrationProposal }) {
  const words = useWords(calibrationWords)
  const { roles } = useMe()
  const [asking, setAsking] = useState<Asking | null>(null)
  const decides = round.acts.includes('decide') && mayCall('decideCalibrationProposal', roles)
  const settles = round.acts.includes('settle') && one.disputed && mayCall('settleCalibrationProposal', roles)
  return (
    <li className="calibration-proposal">
      <Head one={one} />
      <ProposalEvidence {...one} />
      <Opinions one={one} />
      {one.reason !== null && <p className="s m2">{one.reason}</p>}
      {one.settlement !== null && (
        <Note tone="b">
          <b>{words.settled}</b> {one.settlement}
        </Note>
      )}
      <p className="xs m3">
        {one.origin === 'machine' ? words.machine : words.person}
        {one.decidedBy !== null && ` · ${words.decidedBy(one.decidedBy)}`}
      </p>
      {decides && <Decide one={one} onAsk={setAsking} />}
      {settles && <Button onClick={() => setAsking('settle')}>{words.settle}</Button>}
      {asking !== null && <Asked one={one} asking={asking} onClose={() => setAsking(null)} />}
    </li>
  )
}
