import { Link } from '@tanstack/react-router'
import { linkRepeat } from '#contract/merge.ts'
import type { OrderView } from '#contract/views.ts'
import { useAct } from '../handling/use-act.ts'
import { useWords } from '../language.ts'
import { ProposalLine } from '../merge/ProposalLine.tsx'
import type { No } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import type { Mergeable } from './MergeChoice.tsx'

const wordsOf = {
  zh: {
    repeat: '记为重复投诉',
    repeated: (no: string, of: string) => `${no} 已记为 ${of} 的重复投诉`,
  },
  en: {
    repeat: 'Link as a repeat',
    repeated: (no: string, of: string) => `${no} is linked as a repeat of ${of}`,
  },
}

/** The same citizen’s own earlier order of this matter: an ended one makes this a repeat, which the figures count. */
export function SameCaller(props: {
  row: Mergeable
  order: OrderView
  onDone: (words: string) => void
  onNo: (no: No) => void
}) {
  const { row, order, onDone, onNo } = props
  const words = useWords(wordsOf)
  const { act, busy } = useAct()
  const repeat = async () => {
    const call = { params: { orderId: order.id }, body: { of: row.id } }
    const sent = await act(linkRepeat, call, { version: order.version })
    if (sent === null) return
    if (sent.ok) onDone(words.repeated(order.no, row.no))
    else onNo(sent.no as No)
  }
  return (
    <div className="note b samecaller">
      <div className="grow">
        <Link to="/orders/$orderId" params={{ orderId: row.id }} className="s">
          {row.title}
        </Link>{' '}
        <OrderNo no={row.no} />
        <ProposalLine order={{ proposal: row.proposal, score: row.likeness }} />
      </div>
      <Button size="sm" busy={busy} onClick={() => void repeat()}>
        {words.repeat}
      </Button>
    </div>
  )
}
