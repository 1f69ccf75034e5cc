import { useWords } from '../language.ts'
import { CategoryField } from './CategoryField.tsx'
import { GradeField } from './GradeField.tsx'
import { OutcomeBar } from './OutcomeBar.tsx'
import { PersonField } from './PersonField.tsx'
import { PlaceField } from './PlaceField.tsx'
import { ReadAloud } from './ReadAloud.tsx'
import { RespondentField } from './RespondentField.tsx'
import { seatWords } from './seat-words.ts'
import { TextFields } from './TextFields.tsx'
import { TypeField } from './TypeField.tsx'
import type { Outcomes } from './use-outcomes.tsx'
import type { Seat } from './use-seat.ts'

/** The intake form on one screen: Tab goes as the eye does, each field has its letter. */
export function FormColumn({ seat, outcomes }: { seat: Seat; outcomes: Outcomes }) {
  const words = useWords(seatWords)
  return (
    <section className="col" aria-label={words.form}>
      <div className="fill seat-fields">
        <div className="form">
          <TypeField seat={seat} invalid={outcomes.missed.includes('type')} />
          <PersonField seat={seat} missed={outcomes.missed} />
          <PlaceField seat={seat} invalid={outcomes.missed.includes('place')} />
          <TextFields seat={seat} invalid={outcomes.missed.includes('content')} />
          <CategoryField seat={seat} invalid={outcomes.missed.includes('category')} />
          <GradeField seat={seat} />
          <RespondentField seat={seat} />
        </div>
      </div>
      <ReadAloud seat={seat} outcomes={outcomes} />
      <OutcomeBar seat={seat} outcomes={outcomes} />
    </section>
  )
}
