import { Icon } from '../ui/Icon.tsx'
import { useOutbox } from './outbox.ts'
import { Shell } from './Shell.tsx'
import { TicketCard } from './TicketCard.tsx'
import { useTickets } from './tickets.ts'
import { useCitizenWords } from './use-citizen-words.ts'
import { useCity } from './use-city.ts'
import { useOnline } from './use-online.ts'
import { linkTo } from './way.ts'

/** 收到了: what to keep, and the photos that still follow. */
export function DonePage() {
  const words = useCitizenWords()
  const city = useCity()
  const { open } = useTickets()
  return (
    <Shell
      title={words.hotline(city?.name ?? '')}
      back="/c"
      dock={
        <a {...linkTo('/c/follow')} className="btn go wide">
          {words.follow}
        </a>
      }
    >
      <section>
        <h1>
          {open !== null && <Icon name="check" size={28} />} {open === null ? words.nothingHere : words.done}
        </h1>
        {open !== null && (
          <>
            <p className="hint">{words.doneHint}</p>
            <PhotosOnTheirWay />
            <TicketCard ticket={open} whole />
          </>
        )}
        <p className="more">
          <a {...linkTo('/c')}>{words.submitNew}</a>
        </p>
      </section>
    </Shell>
  )
}

function PhotosOnTheirWay() {
  const words = useCitizenWords()
  const online = useOnline()
  const { sending, photosLost } = useOutbox()
  return (
    <p className="hint" role="status">
      {sending.state === 'photos' && words.photosLeft(sending.of - sending.left.length, sending.of)}
      {sending.state === 'photos' && !online && ` ${words.photosWait}`}
      {photosLost > 0 && words.photosLost(photosLost)}
    </p>
  )
}
