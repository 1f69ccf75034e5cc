import { useState } from 'react'
import type { RequestType } from '#domain/city/vocabulary.ts'
import { Icon } from '../ui/Icon.tsx'
import { type Draft, isBlank, type Lack, TEXT_MAX } from './draft.ts'
import { outbox } from './outbox.ts'
import { Photos } from './Photos.tsx'
import { useCitizenWords } from './use-citizen-words.ts'

const count = (n: number): string => n.toLocaleString('en')

export function WhatSection({ draft, saved, lacks }: { draft: Draft; saved: boolean; lacks: readonly Lack[] }) {
  const words = useCitizenWords()
  const over = draft.text.trim().length - TEXT_MAX
  const wrong = over > 0 || lacks.includes('text')
  return (
    <>
      <label htmlFor="what" className="lab">
        {words.what}
      </label>
      <div className="in area">
        <textarea
          id="what"
          rows={5}
          value={draft.text}
          aria-describedby="what-told"
          aria-required="true"
          aria-invalid={wrong || undefined}
          onChange={(event) => outbox.change({ text: event.target.value })}
        />
      </div>
      <p id="what-told" className={over > 0 ? 'hint under fault' : 'hint under'}>
        {over > 0 && <span className="grow">{words.tooLong(count(over))}</span>}
        {over <= 0 && <Saved draft={draft} saved={saved} />}
        <span className="num">{words.count(count(draft.text.trim().length), count(TEXT_MAX))}</span>
      </p>
      <Photos photos={draft.photos} />
      <label htmlFor="type" className="lab">
        {words.type}
      </label>
      <select
        id="type"
        className="in"
        value={draft.type}
        onChange={(event) => outbox.change({ type: event.target.value as RequestType })}
      >
        {(Object.entries(words.types) as [RequestType, string][]).map(([type, name]) => (
          <option key={type} value={type}>
            {name}
          </option>
        ))}
      </select>
    </>
  )
}

function Saved({ draft, saved }: { draft: Draft; saved: boolean }) {
  const words = useCitizenWords()
  if (isBlank(draft)) return <span className="grow" />
  if (!saved) return <span className="grow fault">{words.notSaved}</span>
  return (
    <span className="grow">
      <Icon name="check" size={18} /> {words.saved} <Clear draft={draft} />
    </span>
  )
}

/** On a phone that others use, a draft must be easy to take away; asked once, since it cannot come back. */
function Clear({ draft }: { draft: Draft }) {
  const words = useCitizenWords()
  const [asked, setAsked] = useState(false)
  if (isBlank(draft)) return null
  if (!asked)
    return (
      <button type="button" className="link" onClick={() => setAsked(true)}>
        {words.clear}
      </button>
    )
  const clear = () => {
    outbox.clear()
    setAsked(false)
    document.getElementById('what')?.focus()
  }
  return (
    <span className="asked" role="alert">
      {words.clearSure}{' '}
      <button type="button" className="link" onClick={clear}>
        {words.clearYes}
      </button>{' '}
      <button type="button" className="link" onClick={() => setAsked(false)}>
        {words.clearNo}
      </button>
    </span>
  )
}
