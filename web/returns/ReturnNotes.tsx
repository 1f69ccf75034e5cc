import { mayCall } from '#contract/may-call.ts'
import { returnReasonWords } from '#contract/return-words.ts'
import type { OrderReturns, ReturnView } from '#contract/returns.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { useMe } from '../session/use-me.ts'
import { Note } from '../ui/Note.tsx'
import { leftWords } from '../words/time.ts'
import { OpinionForm } from './OpinionForm.tsx'
import { returnWords } from './return-words.ts'
import './returns.css'

/** A request in one line: to the unit that asked, what it means for it; to others, who asked and why. */
function Asked({ request, own }: { request: ReturnView; own: boolean }) {
  const words = useWords(returnWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const { outcome, due } = request
  const standing = outcome === null ? words.open : words.verdict[outcome.verdict]
  const mine = outcome === null ? words.waiting : words.own[outcome.verdict]
  const to = own || request.suggested === null ? '' : `· ${words.toUnit(request.suggested.name)}`
  const said = outcome?.finding ?? (due === null ? '' : words.decideBy(leftWords(due, now, language)))
  return (
    <Note tone={outcome?.verdict === 'rejected' ? 'a' : 'b'} icon="back">
      <b>{own ? mine : `${request.unitName} · ${say(returnReasonWords[request.reason])} · ${standing}`}</b> {said}
      {to}
    </Note>
  )
}

/** What stands around a return: the requests and what became of them, a ruling, and who answers for the matter now. */
export function ReturnNotes({
  told,
  unit,
  orderId,
}: {
  told: OrderReturns | undefined
  unit: string
  orderId: string
}) {
  const me = useMe()
  const words = useWords(returnWords)
  if (told === undefined || told.returns.length === 0) return null
  const { adjudication, responsible } = told
  const ruling = adjudication?.ruling ?? null
  const own = told.returns.filter((request) => request.unit === unit)
  const shown = own.length > 0 ? own : told.returns
  return (
    <section className="sec">
      <header>
        <h2>{words.title}</h2>
        {responsible !== null && <span className="end xs m3">{words.responsible(responsible.name)}</span>}
      </header>
      <div className="asked">
        {ruling !== null && (
          <Note tone="b" icon="supervise">
            <b>
              {words.rule} {ruling.lead.name}
            </b>{' '}
            {ruling.ruling}
          </Note>
        )}
        {adjudication !== null && ruling === null && (
          <Note tone="a" icon="supervise">
            <b>{adjudication.question}</b> {words.interim(adjudication.interimLead.name)}
          </Note>
        )}
        {ruling === null &&
          adjudication?.filed.map((one) => (
            <Note key={one.unit} tone="b" icon="say">
              <b>{words.opinionSaid(one.unitName, one.signer)}</b> {one.opinion}
            </Note>
          ))}
        {told.mayFile && mayCall('fileOpinion', me.roles) && (
          <OpinionForm orderId={orderId} again={adjudication?.filed.some((one) => one.unit === unit) ?? false} />
        )}
        {shown.map((request) => (
          <Asked key={request.n} request={request} own={request.unit === unit} />
        ))}
      </div>
    </section>
  )
}
