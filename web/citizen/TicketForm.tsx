import { type FormEvent, useRef, useState } from 'react'
import { ask, type No, type Ticket } from './ask.ts'
import { tickets, useTickets } from './tickets.ts'
import { useCitizenWords } from './use-citizen-words.ts'

/** As people copy them: with spaces, in small letters, with full-width digits of an input method. */
const plain = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

export function TicketForm() {
  const words = useCitizenWords()
  const { kept } = useTickets()
  const [no, setNo] = useState('')
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<No | null>(null)
  const first = useRef<HTMLInputElement>(null)
  const look = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const ticket = { no: plain(no), code: plain(code) }
    if (ticket.no === '' || ticket.code === '') return first.current?.focus()
    setBusy(true)
    const sent = await ask('citizenFollow', ticket)
    setBusy(false)
    if (sent.ok) tickets.open(ticket)
    else setRefused(sent.no)
  }
  return (
    <section>
      <h1>{words.askTicket}</h1>
      <form onSubmit={(event) => void look(event)}>
        <label htmlFor="no" className="lab">
          {words.orderNo}
        </label>
        <div className="in">
          <input
            id="no"
            ref={first}
            required
            autoComplete="off"
            autoCapitalize="characters"
            placeholder={words.orderNoEg}
            value={no}
            onChange={(event) => setNo(event.target.value.slice(0, 40))}
          />
        </div>
        <label htmlFor="query-code" className="lab">
          {words.code}
        </label>
        <div className="in">
          <input
            id="query-code"
            required
            autoComplete="off"
            autoCapitalize="characters"
            value={code}
            onChange={(event) => setCode(event.target.value.slice(0, 16))}
          />
        </div>
        <p className="fault" role="alert">
          {refused !== null && (refused.words === '' ? words.noLine : refused.words)}
        </p>
        <button type="submit" className="btn go wide" aria-busy={busy || undefined}>
          {busy ? words.looking : words.look}
        </button>
      </form>
      {kept.length > 0 && <Kept kept={kept} />}
    </section>
  )
}

function Kept({ kept }: { kept: readonly Ticket[] }) {
  const words = useCitizenWords()
  return (
    <>
      <h2 className="apart">{words.keptHere}</h2>
      <ul className="kepts">
        {kept.map((ticket) => (
          <li key={ticket.no}>
            <button type="button" className="link num" onClick={() => tickets.open(ticket)}>
              {ticket.no}
            </button>
            <button type="button" className="link hint" onClick={() => tickets.forget(ticket)}>
              {words.forget}
              <span className="sr"> {ticket.no}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
