import { useEffect, useState } from 'react'
import { useLanguage } from '../language.ts'
import { limitWords } from '../words/limit.ts'
import { ContactSection } from './ContactSection.tsx'
import { type Lack, lacksOf } from './draft.ts'
import { NotAccepted, PrivacyNote } from './GoodToKnow.tsx'
import { outbox, useOutbox } from './outbox.ts'
import { PlaceSection } from './PlaceSection.tsx'
import { Shell } from './Shell.tsx'
import { SubmitDock } from './SubmitDock.tsx'
import { useTickets } from './tickets.ts'
import { useCitizenWords } from './use-citizen-words.ts'
import { useCity } from './use-city.ts'
import { WhatSection } from './WhatSection.tsx'
import { goOn, linkTo } from './way.ts'

/** Which control mends which lack; a press on the button leads to the first. */
const FIELD_OF: Record<Lack, string> = {
  text: 'what',
  'text-long': 'what',
  place: 'address',
  phone: 'phone',
  'phone-wrong': 'phone',
}

/** 反映问题: what, where, how to reach you; one page, no log-in, safe against a dead line and a second tap. */
export function SubmitPage() {
  const words = useCitizenWords()
  const language = useLanguage()
  const city = useCity()
  const { draft, sending, saved } = useOutbox()
  const [pressed, setPressed] = useState(false)
  const { unseen } = useTickets()
  useEffect(() => {
    if (unseen !== null) goOn('/c/done')
  }, [unseen])

  const lacks = lacksOf(draft)
  const submit = () => {
    setPressed(true)
    const [first] = lacks
    if (first === undefined) outbox.submit()
    else document.getElementById(FIELD_OF[first])?.focus()
  }
  const limit = city?.answerWithin ?? null
  const shown = pressed ? lacks : []
  return (
    <Shell
      title={words.hotline(city?.name ?? '')}
      dock={<SubmitDock sending={sending} lacks={shown} onSubmit={submit} />}
    >
      <fieldset disabled={sending.state !== 'writing'} className="sheet">
        <legend className="sr">{words.toSubmit}</legend>
        <section>
          <h1>{words.title}</h1>
          <p className="hint">{limit === null ? words.hintNoLimit : words.hint(limitWords(limit, language))}</p>
          <WhatSection draft={draft} saved={saved} lacks={shown} />
        </section>
        <PlaceSection draft={draft} city={city} lacks={shown} />
        <ContactSection draft={draft} lacks={shown} />
      </fieldset>
      <section>
        <PrivacyNote />
        {city !== null && <NotAccepted reasons={city.notAccepted} />}
        <p className="more">
          <a {...linkTo('/c/follow')}>{words.follow}</a>
        </p>
      </section>
    </Shell>
  )
}
