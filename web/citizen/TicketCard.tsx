import { useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import type { Ticket } from './ask.ts'
import { Tick } from './ContactSection.tsx'
import { copyText } from './copy-text.ts'
import { tickets, useTickets } from './tickets.ts'
import { useCitizenWords } from './use-citizen-words.ts'

/** Read aloud and written down in threes. */
const inThrees = (code: string): string => code.replace(/(.{3})(?=.)/g, '$1 ')

/** Number and code to keep: copied, sent to oneself, or remembered by this phone if its owner wishes so. */
export function TicketCard({ ticket, whole }: { ticket: Ticket; whole: boolean }) {
  const words = useCitizenWords()
  const { kept } = useTickets()
  const [copied, setCopied] = useState<boolean | null>(null)
  const sentence = words.sms(ticket.no, ticket.code)
  const isKept = kept.some(({ no }) => no === ticket.no)
  return (
    <>
      <dl className="ticket">
        {whole && (
          <div>
            <dt>{words.number}</dt>
            <dd className="num">{ticket.no}</dd>
          </div>
        )}
        <div>
          <dt className={whole ? undefined : 'sr'}>{words.code}</dt>
          <dd className="querycode">{inThrees(ticket.code)}</dd>
        </div>
      </dl>
      <p className="hint">{words.codeHint}</p>
      <div className="two">
        <button type="button" className="btn" onClick={() => void copyText(sentence).then(setCopied)}>
          <Icon name="copy" size={18} />
          {whole ? words.copyBoth : words.copy}
        </button>
        <a className="btn" href={`sms:?body=${encodeURIComponent(sentence)}`}>
          {words.smsSelf}
        </a>
      </div>
      <p className="hint" role="status">
        {copied === true && words.copied}
        {copied === false && words.notCopied}
      </p>
      <Tick
        checked={isKept}
        hint={words.keepHint}
        onChange={(on) => (on ? tickets.keep(ticket) : tickets.forget(ticket))}
      >
        {words.keep}
      </Tick>
    </>
  )
}
