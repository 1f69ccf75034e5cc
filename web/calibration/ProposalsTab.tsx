import { useState } from 'react'
import type { RoundView } from '#contract/calibration-shapes.ts'
import { mayCall } from '#contract/may-call.ts'
import { useWords } from '../language.ts'
import { useMe } from '../session/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/States.tsx'
import { calibrationWords } from './calibration-words.ts'
import { OwnProposal } from './OwnProposal.tsx'
import { ProposalCard } from './ProposalCard.tsx'

export function ProposalsTab({ round }: { round: RoundView }) {
  const words = useWords(calibrationWords)
  const { roles } = useMe()
  const [own, setOwn] = useState(false)
  const may = round.acts.includes('propose') && mayCall('addCalibrationProposal', roles)
  return (
    <>
      {may && (
        <div className="sec">
          <Button onClick={() => setOwn(true)}>{words.own}</Button>
        </div>
      )}
      {round.proposals.length === 0 && <Empty title={words.noProposals}>{words.noProposalsWhy}</Empty>}
      <ul className="calibration-proposals">
        {round.proposals.map((one) => (
          <ProposalCard key={one.proposal} round={round} one={one} />
        ))}
      </ul>
      {own && <OwnProposal round={round.round} onClose={() => setOwn(false)} />}
    </>
  )
}
