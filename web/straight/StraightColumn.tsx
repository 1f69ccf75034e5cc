import { straightDecisions } from '#contract/straight-through.ts'
import type { OrderView } from '#contract/views.ts'
import { useSay, useWords } from '../language.ts'
import { Note } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { useApi } from '../use-api.ts'
import { orderStateWords } from '../words/order.ts'
import { Decision } from './Decisions.tsx'
import { straightWords } from './straight-words.ts'
import { UndoForm } from './UndoForm.tsx'
import './straight.css'

/** At the desk, an order that has gone out: to whom, why the platform sent it if it did, and how to take it back. */
export function StraightColumn({ order, onDone }: { order: OrderView; onDone: (said: string) => void }) {
  const words = useWords(straightWords)
  const say = useSay()
  const { data, error, refetch } = useApi(straightDecisions, { params: { orderId: order.id } })
  const lead = order.assignments.findLast(
    ({ role, state }) => role === 'lead' && state !== 'returned' && state !== 'cancelled',
  )
  const [last] = data?.decisions ?? []
  return (
    <section className="col side" aria-label={words.sent}>
      <div className="fill">
        <div className="sec">
          <header>
            <h2>{words.lead}</h2>
            <span className="end xs m3">{say(orderStateWords[order.state])}</span>
          </header>
          <p>
            <b>{lead?.unitName ?? words.noLead}</b>
          </p>
        </div>
        {error !== null && <Failed no={error.no} what={words.why} again={() => void refetch()} />}
        {data === undefined && error === null && <Loading rows={4} />}
        {data !== undefined && (
          <div className="sec">
            <header>
              <h2>{last?.went === true ? words.why : words.whyNot}</h2>
            </header>
            {last === undefined ? <p className="s m2">{words.byPerson}</p> : <Decision one={last} />}
          </div>
        )}
        {data !== undefined && (
          <div className="sec">
            <header>
              <h2>{words.undo}</h2>
              <span className="end xs m3">{words.undoHow}</span>
            </header>
            {data.undo.may ? (
              <UndoForm order={order} onDone={onDone} />
            ) : (
              data.undo.words !== null && <Note tone="b">{say(data.undo.words)}</Note>
            )}
          </div>
        )}
      </div>
    </section>
  )
}
