import { Actions } from './Actions.tsx'
import type { Ticket } from './ask.ts'
import { Head, Steps } from './Progress.tsx'
import { RateSection } from './RateSection.tsx'
import { Shell } from './Shell.tsx'
import { TicketCard } from './TicketCard.tsx'
import { TicketForm } from './TicketForm.tsx'
import { tickets, useTickets } from './tickets.ts'
import { useCitizenWords } from './use-citizen-words.ts'
import { useProgress, type View } from './use-progress.ts'
import { linkTo } from './way.ts'

/** 我的诉求: number and code are asked once and never stand in the address. */
export function FollowPage() {
  const words = useCitizenWords()
  const { open } = useTickets()
  return (
    <Shell title={words.mine} back="/c">
      {open === null ? <TicketForm /> : <Followed key={open.no} ticket={open} />}
      <section>
        <p className="row apart">
          {open !== null && (
            <button type="button" className="link" onClick={() => tickets.open(null)}>
              {words.another}
            </button>
          )}
          <a {...linkTo('/c')}>{words.submitNew}</a>
        </p>
      </section>
    </Shell>
  )
}

function Followed({ ticket }: { ticket: Ticket }) {
  const words = useCitizenWords()
  const progress = useProgress(ticket)
  const { view, no, now } = progress
  if (view === null)
    return (
      <section aria-busy={no === null}>
        {no === null ? (
          <Waiting />
        ) : (
          <div role="alert">
            <p className="fault">{no.words === '' ? words.failed : no.words}</p>
            <button type="button" className="btn" onClick={progress.again}>
              {words.again}
            </button>
          </div>
        )}
      </section>
    )
  return (
    <>
      <Head view={view} now={now} />
      {view.may.includes('rate') && <RateSection ticket={ticket} onRated={progress.set} />}
      <Rated view={view} />
      <Steps view={view} now={now} />
      <Actions ticket={ticket} view={view} onDone={progress.set} />
      <section aria-labelledby="code">
        <h2 id="code">{words.code}</h2>
        <TicketCard ticket={ticket} whole={false} />
      </section>
    </>
  )
}

/** Stands there from the start, so that what comes into it is also heard. */
function Rated({ view }: { view: View }) {
  const words = useCitizenWords()
  const level = view.rated?.satisfaction ?? null
  const bad = view.rated?.solved === 'no' || (level !== null && level <= 2)
  return (
    <div role="status" className="rated">
      {view.rated !== null && (
        <>
          <b>{bad ? words.ratedBad : words.ratedThanks}</b>
          {level !== null && <span className="hint"> {words.levels[level - 1]}</span>}
        </>
      )}
    </div>
  )
}

/** Grey lines in the place of what comes, only when it takes longer than a blink (style sheet). */
function Waiting() {
  const words = useCitizenWords()
  return (
    <div className="coming">
      <span className="sr">{words.looking}</span>
      <div className="ghostline" />
      <div className="ghostline" />
      <div className="ghostline" />
    </div>
  )
}
