import { useEffect, useState } from 'react'
import { type Ring, seeRing } from '#contract/line.ts'
import { useWords } from '../language.ts'
import { send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { HandlingRules } from './HandlingRules.tsx'
import { PastOrders } from './PastOrders.tsx'
import { SeatKeys } from './SeatKeys.tsx'
import { seatWords } from './seat-words.ts'
import { useSince } from './use-call.ts'
import type { Seat } from './use-seat.ts'

const SHOWN_MS = 10_000

/**
 * Masked, since others pass behind a seat; for reading it back it is shown for ten seconds, as long as the call lasts.
 * `callId`: of the call that is on; null: it is over.
 */
function CallerNumber({ masked, full, callId }: { masked: string; full: string; callId: string | null }) {
  const words = useWords(seatWords)
  const [open, setOpen] = useState(false)
  // Shown once the log has the line.
  const turn = async () => {
    if (open || callId === null) return setOpen(false)
    const logged = await send(seeRing, { params: { callId } })
    if (logged.ok) setOpen(true)
    else toast(words.notLogged)
  }
  useEffect(() => {
    if (callId === null) setOpen(false)
  }, [callId])
  useEffect(() => {
    if (!open) return
    const timer = setTimeout(() => setOpen(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [open])
  return (
    <div className="flex seat-number" data-field="P">
      <span className="t1 num" data-masked={!open}>
        {open ? full : masked}
      </span>
      {callId !== null && (
        <Button size="sm" aria-pressed={open} onClick={() => void turn()}>
          <Icon name="eye" />
          {open ? words.hideNumber : words.showNumber}
        </Button>
      )}
    </div>
  )
}

function CallState({ ring }: { ring: Ring | null }) {
  const words = useWords(seatWords)
  const since = useSince(ring === null ? null : (ring.answeredAt ?? ring.rungAt))
  if (ring === null) return <Tag>{words.idle}</Tag>
  return (
    <>
      <Tag tone="b">
        <Icon name="phone" size={14} />
        {ring.state === 'ringing' ? words.ringing : words.talking}
      </Tag>
      <b className="num">{since}</b>
    </>
  )
}

/** Who is on the line; without a ring the number is typed. */
export function CallerColumn({
  seat,
  onAnswer,
  onActOn,
}: {
  seat: Seat
  onAnswer: () => void
  onActOn: (orderId: string, what: 'supplement' | 'urge') => void
}) {
  const words = useWords(seatWords)
  const { form, change, call, card } = seat
  const { ring } = call
  const told = card?.data
  const isOn = ring !== null && form.callId === ring.callId
  const masked = told?.phone ?? (isOn ? ring.masked : '')
  return (
    <section className="col side" aria-label={words.caller}>
      <div className="sec">
        <header aria-live="polite">
          <CallState ring={ring} />
          <span className="end flex">
            {ring?.state === 'ringing' && (
              <Button size="sm" keys="F2" aria-keyshortcuts="F2" onClick={onAnswer}>
                {words.answer}
              </Button>
            )}
            {ring !== null && (
              <Button size="sm" keys="F4" aria-keyshortcuts="F4" onClick={() => void seat.hangUp()}>
                {words.hangUp}
              </Button>
            )}
          </span>
        </header>
        {seat.foreign && (
          <Note tone="a">
            <p>
              <b>{ring?.masked}</b> {words.newCallWhy}
            </p>
            <Button size="sm" onClick={seat.begin}>
              {words.newCall}
            </Button>
          </Note>
        )}
        {form.callId !== null ? (
          <CallerNumber masked={masked} full={form.callerPhone} callId={isOn ? ring.callId : null} />
        ) : (
          <div className="seat-typed" data-field="P">
            <label htmlFor="seat-phone" className="xs m2">
              {words.typeNumber} <kbd aria-hidden="true">Alt P</kbd>
            </label>
            <TextInput
              id="seat-phone"
              inputMode="tel"
              value={form.callerPhone}
              onChange={(callerPhone) => change({ callerPhone: callerPhone.slice(0, 30) })}
              placeholder={words.typeNumberHint}
            />
          </div>
        )}
        {told !== undefined && (
          <>
            <div className="flex wrap seat-who">
              {told.address !== null && <b>{told.address}</b>}
              {told.enterpriseName !== null && <b className="cut">{told.enterpriseName}</b>}
              <Tag>{told.calls === 0 ? words.first : words.nth(told.calls + 1)}</Tag>
              {told.appellantTags.map((tag) => (
                <Tag key={tag}>{tag}</Tag>
              ))}
            </div>
            {told.contactWindow !== null && <p className="xs m3 seat-said">{words.lastSaid(told.contactWindow)}</p>}
          </>
        )}
      </div>
      <div className="fill">
        <PastOrders seat={seat} onActOn={onActOn} />
        <HandlingRules seat={seat} />
      </div>
      <SeatKeys />
    </section>
  )
}
