import { Icon } from '../ui/Icon.tsx'
import type { Lack } from './draft.ts'
import { outbox, type Sending } from './outbox.ts'
import { useCitizenWords } from './use-citizen-words.ts'
import { useOnline } from './use-online.ts'

type Props = {
  sending: Sending
  /** told once somebody has tried */
  lacks: readonly Lack[]
  blocked: boolean
  onSubmit: () => void
}

/** The one filled button, with what is still missing or what waits for the line above it. */
export function SubmitDock({ sending, lacks, blocked, onSubmit }: Props) {
  const words = useCitizenWords()
  const online = useOnline()
  if (sending.state === 'waiting' && !online)
    return (
      <Waiting words={words.offline} more={words.offlineMore} onEdit={sending.tried ? null : outbox.hold}>
        {words.edit}
      </Waiting>
    )
  return (
    <>
      <div role="status">
        {lacks.length > 0 && (
          <p className="hint">{words.stillNeeded(lacks.map((lack) => words.lacks[lack]).join(words.and))}</p>
        )}
        {sending.state === 'waiting' && sending.tried && <Unsure />}
      </div>
      {sending.state === 'writing' && sending.no !== null && (
        <p className="fault" role="alert">
          {sending.no.words} {words.notSent}
        </p>
      )}
      <button
        type="button"
        className="btn go wide"
        aria-disabled={blocked || sending.state === 'waiting' || undefined}
        aria-busy={sending.state === 'waiting' || undefined}
        onClick={onSubmit}
      >
        {sending.state === 'waiting' ? words.submitting : words.submit}
      </button>
    </>
  )
}

function Waiting(props: { words: string; more: string; onEdit: (() => void) | null; children: string }) {
  return (
    <div role="status">
      <p className="kept">
        <Icon name="offline" size={22} />
        <span>
          <b>{props.words}</b>
          <br />
          <span className="hint">{props.more}</span>
        </span>
      </p>
      {props.onEdit !== null && (
        <button type="button" className="btn wide" onClick={props.onEdit}>
          {props.children}
        </button>
      )}
    </div>
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
