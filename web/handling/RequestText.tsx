import type { AssignmentView, OrderView } from '#contract/views.ts'
import { FileList } from '../files/FileList.tsx'
import { useWords } from '../language.ts'
import { Facts } from '../ui/Facts.tsx'
import { Note } from '../ui/Note.tsx'
import { orderWords } from './order-words.ts'

/** What was said and what came with it; open until the unit has begun, afterwards one line that opens again. */
export function RequestText({ order, mine }: { order: OrderView; mine: AssignmentView }) {
  const words = useWords(orderWords)
  const { request } = order
  const facts: (readonly [string, string | null])[] = [
    [words.place, [order.regionName, request.address].filter((part) => part !== null).join(' ')],
    [words.when, request.occurredAt],
    [words.whom, request.respondentName],
    [words.note, mine.note],
  ]
  return (
    <details className="request" open={mine.state === 'pending-sign' || mine.state === 'signed'}>
      <summary>
        <h2>{words.text}</h2>
        {order.files.length > 0 && <span className="xs m3">{words.files(String(order.files.length))}</span>}
      </summary>
      <p className="saytext">{request.content}</p>
      <Facts of={facts} />
      {order.files.length > 0 && <FileList orderId={order.id} files={order.files} />}
    </details>
  )
}

/** Why it is here again: nobody redoes what they do not know the fault of. */
export function SentBackNote({ mine }: { mine: AssignmentView }) {
  const words = useWords(orderWords)
  if (mine.sentBack === null || mine.state !== 'sent-back') return null
  return (
    <Note tone="a" icon="back">
      <b>{words.sentBack[mine.sentBack.why]}</b>
      <br />
      {mine.sentBack.reason}
    </Note>
  )
}
