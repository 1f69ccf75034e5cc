import type { OrderReturns } from '#contract/returns.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Note } from '../ui/Note.tsx'
import { leftWords } from '../words/time.ts'
import { returnWords } from './return-words.ts'

/** What stands around a return in the unit's own view: its request and what became of it, a ruling, who answers meanwhile. */
export function ReturnNotes({ told, unit }: { told: OrderReturns | undefined; unit: string }) {
  const words = useWords(returnWords)
  const language = useLanguage()
  const now = useNow()
  const request = told?.returns.findLast((one) => one.unit === unit)
  const ruling = told?.adjudication?.ruling ?? null
  const waits = told?.adjudication !== null && told?.adjudication !== undefined && ruling === null
  if (told === undefined || (request === undefined && ruling === null && !waits)) return null
  return (
    <section className="sec">
      <header>
        <h2>{words.title}</h2>
        {told.responsible !== null && <span className="end xs m3">{words.responsible(told.responsible.name)}</span>}
      </header>
      <div className="said">
        {request !== undefined && (
          <Note tone={request.outcome?.verdict === 'rejected' ? 'a' : 'b'} icon="back">
            <b>{request.outcome === null ? words.waiting : words.own[request.outcome.verdict]}</b>{' '}
            {request.outcome?.finding ??
              (request.due === null ? '' : words.decideBy(leftWords(request.due, now, language)))}
          </Note>
        )}
        {ruling !== null && (
          <Note tone="b" icon="supervise">
            <b>
              {words.rule} {ruling.lead.name}
            </b>{' '}
            {ruling.ruling}
          </Note>
        )}
      </div>
    </section>
  )
}
