import { Icon } from '../ui/Icon.tsx'
import type { Lack } from './draft.ts'
import { outbox, type Sending } from './outbox.ts'
import { PhotosOnTheirWay } from './PhotosOnTheirWay.tsx'
import { useCitizenWords } from './use-citizen-words.ts'
import { useOnline } from './use-online.ts'

type Props = {
  sending: Sending
  /** told once somebody has tried */
  lacks: readonly Lack[]
  onSubmit: () => void
}

/**
 * The one filled button, with what is still missing or what waits for the line above it. The button stays where it is while
 * things wait, so that the second tap of two meets nothing else.
 */
export function SubmitDock({ sending, lacks, onSubmit }: Props) {
  const words = useCitizenWords()
  const online = useOnline()
  const waits = sending.state !== 'writing'
  const tried = sending.state === 'waiting' && sending.tried
  return (
    <>
      <div role="status">
        {lacks.length > 0 && (
          <p className="hint">{words.stillNeeded(lacks.map((lack) => words.lacks[lack]).join(words.and))}</p>
        )}
        {sending.state === 'waiting' && !online && <Offline mayEdit={!tried} />}
        {online && tried && <Unsure />}
        {sending.state === 'photos' && <PhotosOnTheirWay />}
      </div>
      {sending.state === 'writing' && sending.no !== null && (
        <p className="fault" role="alert">
          {sending.no.words} {words.notSent}
        </p>
      )}
      <button
        type="button"
        className="btn go wide"
        aria-disabled={waits || undefined}
        aria-busy={(waits && online) || undefined}
        onClick={onSubmit}
      >
        {!waits ? words.submit : online ? words.submitting : words.waiting}
      </button>
    </>
  )
}

function Offline({ mayEdit }: { mayEdit: boolean }) {
  const words = useCitizenWords()
  return (
    <p className="kept">
      <Icon name="offline" size={22} />
      <span>
        <b>{words.offline}</b>
        <br />
        <span className="hint">{words.offlineMore}</span>{' '}
        {mayEdit && (
          <button type="button" className="link" onClick={outbox.hold}>
            {words.edit}
          </button>
        )}
      </span>
    </p>
  )
}

/** Shown when no answer has come after some seconds, so that a quick sending does not flicker. */
function Unsure() {
  const words = useCitizenWords()
  return (
    <p className="kept unsure">
      <Icon name="offline" size={22} />
      <span>
        {words.unsure}{' '}
        <button type="button" className="link" onClick={outbox.push}>
          {words.tryNow}
        </button>
      </span>
    </p>
  )
}
