import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { readAloud } from './read-aloud.ts'
import { lacking } from './seat-form.ts'
import { seatWords } from './seat-words.ts'
import type { Outcomes } from './use-outcomes.tsx'
import type { Seat } from './use-seat.ts'

/** Above the buttons: what is still needed, then the sentence to say, or why the server refused. */
export function ReadAloud({ seat, outcomes }: { seat: Seat; outcomes: Outcomes }) {
  const words = useWords(seatWords)
  const [language, now] = [useLanguage(), useNow()]
  const { form, preview } = seat
  const lacks = lacking(form, 'submit')
  if (outcomes.no !== null && outcomes.open === null)
    return (
      <div className="seat-say">
        <RefusalNote no={outcomes.no}>{outcomes.wayOut}</RefusalNote>
      </div>
    )
  return (
    <div className="seat-say" aria-live="polite">
      <div className="note b">
        <Icon name="say" />
        {preview === null || lacks.some((lack) => lack !== 'category') ? (
          <div className="grow" id="seat-lacks">
            <b>{words.stillLacks}</b>
            {lacks.map((lack) => words.lack[lack]).join(words.and)}
            {words.stop} <span className="m2">{words.afterLack}</span>
          </div>
        ) : (
          <>
            <div className="grow" id="seat-lacks">
              <b>{words.readOut}</b>
              {readAloud(form, preview, now, language).map((part) =>
                part.strong ? <b key={part.text}>{part.text}</b> : part.text,
              )}
              {lacks.includes('category') && (
                <span className="m2">
                  {' '}
                  {words.stillLacks}
                  {words.lack.category}
                  {words.stop} {words.reviewNote}
                </span>
              )}
            </div>
            <span className="tag b" title={preview.profile.name}>
              {words.limitTag(preview.profile.code)}
            </span>
          </>
        )}
      </div>
    </div>
  )
}
