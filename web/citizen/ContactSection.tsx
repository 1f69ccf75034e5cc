import type { ReactNode } from 'react'
import type { Draft, Lack } from './draft.ts'
import { outbox } from './outbox.ts'
import { useCitizenWords } from './use-citizen-words.ts'

export function ContactSection({ draft, lacks }: { draft: Draft; lacks: readonly Lack[] }) {
  const words = useCitizenWords()
  const wrong = lacks.find((lack) => lack === 'phone' || lack === 'phone-wrong')
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">{words.contact}</h2>
      {!draft.anonymous && (
        <>
          <label htmlFor="phone" className="lab first">
            {words.phone}
          </label>
          <div className="in">
            <input
              id="phone"
              type="tel"
              inputMode="tel"
              autoComplete="tel"
              value={draft.phone}
              aria-required="true"
              aria-invalid={wrong !== undefined || undefined}
              aria-describedby={wrong === undefined ? undefined : 'phone-told'}
              onChange={(event) => outbox.change({ phone: event.target.value.slice(0, 40) })}
            />
          </div>
          {wrong !== undefined && (
            <p id="phone-told" className="hint fault">
              {words.stillNeeded(words.lacks[wrong])}
            </p>
          )}
          <label htmlFor="name" className="lab">
            {words.name}
          </label>
          <div className="in">
            <input
              id="name"
              autoComplete="name"
              value={draft.name}
              onChange={(event) => outbox.change({ name: event.target.value.slice(0, 50) })}
            />
          </div>
          <Tick
            checked={draft.hidePhone}
            hint={words.hidePhoneHint}
            onChange={(hidePhone) => outbox.change({ hidePhone })}
          >
            {words.hidePhone}
          </Tick>
        </>
      )}
      <Tick checked={draft.anonymous} hint={words.anonymousHint} onChange={(anonymous) => outbox.change({ anonymous })}>
        {words.anonymous}
      </Tick>
    </section>
  )
}

export function Tick(props: { checked: boolean; onChange: (on: boolean) => void; hint: string; children: ReactNode }) {
  return (
    <label className="tick">
      <input type="checkbox" checked={props.checked} onChange={(event) => props.onChange(event.target.checked)} />
      <span>
        {props.children}
        <br />
        <span className="hint">{props.hint}</span>
      </span>
    </label>
  )
}
