import { useState } from 'react'
import type { Fact } from '#contract/facts.ts'
import { useSay, useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { ownershipWords, placeTypeWords, requestTypeWords, respondentTypeWords, urgencyWords } from '../words/order.ts'
import { type Proposal, proposalsFor, sureOnes } from './proposals.ts'
import { selectSpan, whereNow } from './select-span.ts'
import { factKindWords, understoodWords } from './understood-words.ts'
import type { Seat } from './use-seat.ts'

const SHOWN = 12

function Proposed({ one, onAdopt }: { one: Proposal; onAdopt: () => void }) {
  const words = useWords(understoodWords)
  const say = useSay()
  const value = () => {
    if (one.field === 'type') return say(requestTypeWords[one.value as keyof typeof requestTypeWords])
    if (one.field === 'urgency') return say(urgencyWords[one.value as keyof typeof urgencyWords])
    if (one.field === 'placeType') return say(placeTypeWords[one.value as keyof typeof placeTypeWords])
    if (one.field === 'ownership') return say(ownershipWords[one.value as keyof typeof ownershipWords])
    if (one.field === 'respondentType') return say(respondentTypeWords[one.value as keyof typeof respondentTypeWords])
    return one.field === 'hazard' ? words.hazard : one.value
  }
  return (
    <li>
      <button type="button" onClick={onAdopt}>
        <span className="m3 xs nw">{words.field[one.field]}</span>
        <span className="cut">
          <b>{value()}</b> {one.why !== null && <span className="why">{say(one.why)}</span>}
        </span>
        <span className="p">
          {one.probability !== null && `${Math.round(one.probability * 100)} %`}
          {!one.sure && <span className="sr">{words.unsure}</span>}
        </span>
      </button>
    </li>
  )
}

const tone = (fact: Fact): string =>
  fact.kind === 'safety' || (fact.kind === 'emotion' && fact.value.mood === 'desperate') ? 'tag r' : 'tag'

/** The machine says what it reads; a press fills in or shows the words, and nothing is filled in by itself. */
export function Understood({ seat, onTranscript }: { seat: Seat; onTranscript: () => void }) {
  const { form, change, understood } = seat
  const words = useWords(understoodWords)
  const say = useSay()
  const [all, setAll] = useState(false)
  const read = understood.reply
  const proposals = read === null ? [] : proposalsFor(form, read)
  const sure = read === null ? null : sureOnes(form, read)
  const adoptSure = () => sure !== null && change(sure)
  useKeys({ 'Alt+A': adoptSure })
  const facts = read?.facts ?? []
  const show = ({ field, from, to }: Fact) => {
    const now = field === 'title' ? form.title : form.content
    const span = whereNow(understood.text[field], now, from, to)
    if (span === null) toast(words.gone)
    else selectSpan(field === 'title' ? 'T' : 'W', span)
  }
  return (
    <section className="sec seat-read" aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        <button type="button" className="link xs nw end" aria-keyshortcuts="Alt+G" onClick={onTranscript}>
          {words.transcript} <kbd aria-hidden="true">Alt G</kbd>
        </button>
        <button
          type="button"
          className="link xs nw"
          disabled={sure === null}
          aria-keyshortcuts="Alt+A"
          onClick={adoptSure}
        >
          {words.adoptSure} <kbd aria-hidden="true">Alt A</kbd>
        </button>
      </header>
      {read === null && (
        <p className="s m2" role="status">
          {understood.failed ? words.failed : words.nothing}
        </p>
      )}
      {proposals.length > 0 && (
        <ul className="sug read-props" aria-label={words.proposals} aria-live="polite">
          {proposals.map((one) => (
            <Proposed key={`${one.field} ${one.value}`} one={one} onAdopt={() => change(one.patch)} />
          ))}
        </ul>
      )}
      {read !== null && facts.length === 0 && proposals.length === 0 && <p className="s m2">{words.none}</p>}
      {facts.length > 0 && (
        <ul className="read-facts" aria-label={words.facts}>
          {facts.slice(0, all ? facts.length : SHOWN).map((fact) => (
            <li key={`${fact.kind} ${fact.field} ${fact.from}`}>
              <button type="button" className={tone(fact)} title={say(fact.words)} onClick={() => show(fact)}>
                {fact.kind === 'safety' && <Icon name="shield" size={14} />}
                <span className="m3">{say(factKindWords[fact.kind])}</span>
                <span className="cut">{fact.text}</span>
              </button>
            </li>
          ))}
          {facts.length > SHOWN && !all && (
            <li>
              <button type="button" className="link xs" onClick={() => setAll(true)}>
                {words.more(facts.length - SHOWN)}
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
