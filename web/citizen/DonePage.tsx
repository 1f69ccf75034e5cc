import { Icon } from '../ui/Icon.tsx'
import type { Ticket } from './ask.ts'
import { PhotosOnTheirWay } from './PhotosOnTheirWay.tsx'
import { Shell } from './Shell.tsx'
import { TicketCard } from './TicketCard.tsx'
import { tickets, useTickets } from './tickets.ts'
import { useCitizenWords } from './use-citizen-words.ts'
import { useCity } from './use-city.ts'
import { linkTo } from './way.ts'

/** 收到了: what to keep, and the photos that still follow. */
export function DonePage() {
  const words = useCitizenWords()
  const city = useCity()
  const { open, unseen } = useTickets()
  const ticket = unseen ?? open
  return (
    <Shell
      title={words.hotline(city?.name ?? '')}
      dock={
        <a {...linkTo('/c/follow', () => look(ticket))} className="btn go wide">
          {words.follow}
        </a>
      }
    >
      <section>
        <h1>
          {ticket !== null && <Icon name="check" size={28} />} {ticket === null ? words.nothingHere : words.done}
        </h1>
        {ticket !== null && (
          <>
            <p className="hint">{words.doneHint}</p>
            <PhotosOnTheirWay />
            <TicketCard ticket={ticket} whole />
          </>
        )}
        <p className="more">
          <a {...linkTo('/c', tickets.seen)}>{words.submitNew}</a>
        </p>
      </section>
    </Shell>
  )
}

const look = (ticket: Ticket | null): void => {
  tickets.open(ticket)
  tickets.seen()
}
