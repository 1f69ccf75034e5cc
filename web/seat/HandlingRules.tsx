import { Fragment } from 'react'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { limitWords } from '../words/limit.ts'
import { momentWords } from '../words/time.ts'
import { seatWords } from './seat-words.ts'
import type { Seat } from './use-seat.ts'

/** What a caller asks next: who handles it, by when, and on what ground; from the same preview as the sentence to read out. */
export function HandlingRules({ seat }: { seat: Seat }) {
  const words = useWords(seatWords)
  const language = useLanguage()
  const { preview } = seat
  const now = useNow()
  const clock = (code: string) => preview?.clocks.find((one) => one.code === code)
  const clocks = [
    { name: words.contactClock, clock: clock('C3') },
    { name: words.answerClock, clock: clock('C5') },
  ]
  return (
    <div className="sec">
      <header>
        <Icon name="book" />
        <h2>{words.rules}</h2>
      </header>
      {preview === null ? (
        <p className="s m2">{words.noRules}</p>
      ) : (
        <dl className="seat-rules s">
          <dt>{words.lead}</dt>
          <dd>
            <b>{preview.lead?.name ?? words.byHand}</b>
            {preview.co.length > 0 && (
              <span className="m2">
                {' '}
                {words.co} {preview.co.map(({ name }) => name).join(words.and)}
              </span>
            )}
            {preview.rule !== null && (
              <span className="xs m3 block">
                {words.rule(preview.rule.id)}
                {preview.rule.basis !== '' && ` · ${preview.rule.basis}`}
              </span>
            )}
          </dd>
          {clocks.map(
            ({ name, clock }) =>
              clock !== undefined && (
                <Fragment key={name}>
                  <dt>{name}</dt>
                  <dd title={clock.words[language]}>
                    {words.before(momentWords(clock.due, now, language))}
                    <span className="xs m3"> {words.since(limitWords(clock.limit, language))}</span>
                  </dd>
                </Fragment>
              ),
          )}
          {preview.profile.basis !== '' && (
            <>
              <dt>{words.basis}</dt>
              <dd className="xs m3">
                {preview.profile.code} {preview.profile.name} · {preview.profile.basis}
              </dd>
            </>
          )}
        </dl>
      )}
    </div>
  )
}
