import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { TopSlot } from '../frame/top-slot.tsx'
import { Work } from '../frame/Work.tsx'
import { useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { type ActOn, ActOnOrderDialog } from './ActOnOrderDialog.tsx'
import { BesideColumn } from './BesideColumn.tsx'
import { CallerColumn } from './CallerColumn.tsx'
import { FormColumn } from './FormColumn.tsx'
import { focusField } from './focus-field.ts'
import { OutcomeDialogs } from './OutcomeDialogs.tsx'
import { ResubmitDialog } from './ResubmitDialog.tsx'
import { seatWords } from './seat-words.ts'
import { TranscriptDialog } from './TranscriptDialog.tsx'
import { types } from './TypeField.tsx'
import { useOutcomes } from './use-outcomes.tsx'
import { useSeat } from './use-seat.ts'
import './seat.css'

const route = getRouteApi('/seat')
const LETTERS = ['P', 'N', 'D', 'O', 'T', 'W', 'X', 'C', 'U', 'B', 'H']

/** 受理台: who calls, what they ask, where it is, and what became of it, on one screen and by keyboard alone. */
export function SeatPage() {
  const words = useWords(seatWords)
  const { order: cameBack } = route.useSearch()
  const navigate = route.useNavigate()
  const seat = useSeat()
  const outcomes = useOutcomes(seat)
  const [transcript, setTranscript] = useState(false)
  const [actOn, setActOn] = useState<ActOn | null>(null)
  const { ring } = seat.call
  const state = ring?.state ?? null

  // Answered here or on the telephone: the first question is what kind of matter it is. Whoever is in the form already
  // goes on.
  const before = useRef(state)
  useEffect(() => {
    const inForm = document.activeElement?.closest('[data-field]') ?? null
    if (before.current === 'ringing' && state === 'answered' && inForm === null) focusField('L')
    before.current = state
  }, [state])
  const answer = () => {
    if (state !== 'ringing') return
    focusField('L')
    void seat.call.answer()
  }

  useKeys({
    ...Object.fromEntries(LETTERS.map((letter) => [`Alt+${letter}`, () => focusField(letter)])),
    ...Object.fromEntries(
      types.flatMap((type, i) => {
        const take = () => seat.change({ type })
        return [
          [String(i + 1), take],
          [`Alt+${i + 1}`, take],
        ]
      }),
    ),
    'Alt+G': () => setTranscript(true),
    F2: answer,
    F4: () => void seat.hangUp(),
    'Ctrl+Enter': () => outcomes.ask('submit'),
    F6: () => outcomes.ask('answer'),
    F7: () => outcomes.ask('decline'),
    F8: () => outcomes.ask('transfer'),
    F9: () => outcomes.ask('review'),
  })

  return (
    <Work layout="seat" marked label={words.page}>
      <TopSlot>
        {ring !== null && (
          <>
            <span className="c-green">
              <Icon name="phone" />
            </span>
            <b>{ring.state === 'ringing' ? words.ringing : words.talking}</b>
          </>
        )}
        {ring === null && <b>{words.idle}</b>}
      </TopSlot>
      <CallerColumn seat={seat} onAnswer={answer} onActOn={(orderId, what) => setActOn({ orderId, what, text: '' })} />
      <FormColumn seat={seat} outcomes={outcomes} />
      <BesideColumn
        seat={seat}
        onTranscript={() => setTranscript(true)}
        onActOn={(orderId, what) => setActOn({ orderId, what, text: what === 'supplement' ? seat.form.content : '' })}
      />
      <OutcomeDialogs
        seat={seat}
        outcomes={outcomes}
        onSupplement={(orderId) => {
          outcomes.close()
          setActOn({ orderId, what: 'supplement', text: seat.form.content })
        }}
      />
      {cameBack !== undefined && (
        <ResubmitDialog id={cameBack} onClose={() => void navigate({ search: {}, replace: true })} />
      )}
      {transcript && <TranscriptDialog seat={seat} onClose={() => setTranscript(false)} />}
      {actOn !== null && <ActOnOrderDialog on={actOn} onClose={() => setActOn(null)} />}
    </Work>
  )
}
