import { DraftNote } from '../draft/DraftNote.tsx'
import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { type Lack, lacking, type Outcome } from './seat-form.ts'
import { seatWords } from './seat-words.ts'
import type { Outcomes } from './use-outcomes.tsx'
import type { Seat } from './use-seat.ts'

/** The five outcomes of a call, T02 to T05, each with its key; what is missing stands in the note above, and on the button. */
export function OutcomeBar({ seat, outcomes }: { seat: Seat; outcomes: Outcomes }) {
  const words = useWords(seatWords)
  const why = (outcome: Outcome): string | null => {
    const lacks: readonly Lack[] = lacking(seat.form, outcome)
    return lacks.length === 0 ? null : `${words.stillLacks}${lacks.map((lack) => words.lack[lack]).join(words.and)}`
  }
  const button = (outcome: Exclude<Outcome, 'submit'>, label: string, keys: string) => (
    <Button size="lg" keys={keys} aria-keyshortcuts={keys} whyNot={why(outcome)} onClick={() => outcomes.ask(outcome)}>
      {label}
    </Button>
  )
  return (
    <footer className="bar keys seat-bar">
      <Button
        look="go"
        size="lg"
        keys="Ctrl ⏎"
        aria-keyshortcuts="Control+Enter"
        whyNot={why('submit')}
        busy={outcomes.busy}
        onClick={() => outcomes.ask('submit')}
      >
        {words.submit}
      </Button>
      {button('answer', words.answerNow, 'F6')}
      {button('decline', words.decline, 'F7')}
      {button('transfer', words.transfer, 'F8')}
      {button('review', words.review, 'F9')}
      <span className="end">
        <DraftNote state={seat.draft.state} />
      </span>
    </footer>
  )
}
