import type { SimilarOrder } from '#contract/seat.ts'
import { useSay, useWords } from '../language.ts'
import { Tag } from '../ui/Tag.tsx'
import { mergeWords } from './merge-words.ts'
import './merge.css'

/** What the city's table proposes, with every test and the value it was made on, and how sure the comparison is. */
export function ProposalLine({ order }: { order: Pick<SimilarOrder, 'proposal' | 'score'> }) {
  const words = useWords(mergeWords)
  const say = useSay()
  const { proposal, score } = order
  if (proposal === null) return null
  return (
    <div className="proposal">
      <span className="s">
        <b>{say(proposal.words)}</b>{' '}
        <span className="m3 xs">{words.probability(Math.min(99, Math.round(score * 100)))}</span>
      </span>
      <span className="tests">
        {proposal.tests.map((test) => (
          <Tag key={test.zh}>{say(test)}</Tag>
        ))}
      </span>
    </div>
  )
}
