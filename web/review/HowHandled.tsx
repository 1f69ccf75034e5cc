import type { AssignmentView } from '#contract/views.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { briefSpanWords, momentWords } from '../words/time.ts'
import { reviewWords } from './review-words.ts'

/** When the lead signed, spoke to the citizen and reported: a reply without a contact is the first thing to ask about. */
export function HowHandled({ lead }: { lead: AssignmentView }) {
  const words = useWords(reviewWords)
  const language = useLanguage()
  const now = useNow()
  const when = (at: string | null) =>
    at === null ? null : (
      <>
        {momentWords(at, now, language)}{' '}
        <span className="m3">
          {words.within(briefSpanWords(Date.parse(at) - Date.parse(lead.dispatchedAt), language))}
        </span>
      </>
    )
  const contact = lead.contactExempt ? words.exempt : words.notContacted(lead.contactAttempts)
  return (
    <div className="sec">
      <header>
        <h2>{words.handled}</h2>
      </header>
      <dl className="dl">
        <dt>{words.dispatched}</dt>
        <dd>{momentWords(lead.dispatchedAt, now, language)}</dd>
        <dt>{words.signed}</dt>
        <dd>
          {when(lead.signedAt)} {lead.autoSigned && <span className="c-amber">{words.autoSigned}</span>}
        </dd>
        <dt>{words.contacted}</dt>
        <dd>{when(lead.contactedAt) ?? <span className={lead.contactExempt ? '' : 'c-amber'}>{contact}</span>}</dd>
        <dt>{words.reported}</dt>
        <dd>{when(lead.reportedAt)}</dd>
      </dl>
    </div>
  )
}
