import { AnswerDialog } from './AnswerDialog.tsx'
import { DeclineDialog } from './DeclineDialog.tsx'
import { DoneDialog } from './DoneDialog.tsx'
import { DuplicateDialog } from './DuplicateDialog.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'
import { TransferDialog } from './TransferDialog.tsx'
import type { Outcomes } from './use-outcomes.tsx'
import type { Seat } from './use-seat.ts'

/** One small dialog for each outcome; the page behind keeps every word. */
export function OutcomeDialogs({
  seat,
  outcomes,
  onSupplement,
}: {
  seat: Seat
  outcomes: Outcomes
  onSupplement: (id: string) => void
}) {
  const parts = { seat, outcomes }
  if (outcomes.done !== null) return <DoneDialog {...parts} done={outcomes.done} />
  switch (outcomes.open) {
    case 'answer':
      return <AnswerDialog {...parts} />
    case 'decline':
      return <DeclineDialog {...parts} />
    case 'transfer':
      return <TransferDialog {...parts} />
    case 'review':
      return <ReviewDialog {...parts} />
    case 'duplicate':
      return <DuplicateDialog {...parts} onSupplement={onSupplement} />
    default:
      return null
  }
}
