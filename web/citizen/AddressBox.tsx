import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { ask, type Reply } from './ask.ts'
import type { Draft } from './draft.ts'
import { outbox } from './outbox.ts'
import { useCitizenWords } from './use-citizen-words.ts'

type Found = Reply<'citizenPlaces'>['places'][number]
const PAUSE_MS = 250

const spotOf = ({ region, path, lng, lat }: Found) => ({
  by: 'words' as const,
  region,
  path: path.map(({ name }) => name).join(' '),
  lng,
  lat,
})

/** Places as they are typed. What is left unchosen is understood by the best of them, and said beneath for correction. */
export function AddressBox(props: { draft: Draft; missing: boolean; onUnknown: () => void }) {
  const { draft, missing, onUnknown } = props
  const words = useCitizenWords()
  const [found, setFound] = useState<readonly Found[]>([])
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const asked = useRef('')
  const typed = draft.address.trim()

  useEffect(() => {
    if (!open || typed === '' || typed === asked.current) return
    const timer = setTimeout(async () => {
      asked.current = typed
      const sent = await ask('citizenPlaces', { q: typed.slice(0, 100), limit: 6 })
      if (asked.current !== typed) return
      setFound(sent.ok ? sent.reply.places : [])
      setAt(-1)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, open])

  const choose = (place: Found) => {
    asked.current = place.name
    // A house number typed after the name stays.
    outbox.change({ spot: spotOf(place), address: typed.includes(place.name) ? draft.address : place.name })
    setOpen(false)
    setFound([])
  }
  const leave = async () => {
    setOpen(false)
    if (typed === '' || outbox.get().draft.spot !== null) return
    const sent = await ask('citizenPlaces', { q: typed.slice(0, 100), limit: 1 })
    const [best] = sent.ok ? sent.reply.places : []
    if (outbox.get().draft.spot !== null) return
    if (best === undefined) onUnknown()
    else outbox.change({ spot: spotOf(best) })
  }
  const keys = (event: KeyboardEvent) => {
    const chosen = found[at]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (found.length > 0) setAt((at + step + found.length) % found.length)
    } else if (event.key === 'Enter' && open && chosen !== undefined) {
      event.preventDefault()
      choose(chosen)
    } else if (event.key === 'Escape') setOpen(false)
  }
  const listed = open && found.length > 0
  const list = useRef<HTMLDivElement>(null)
  // The list opens below the field, where a phone has its dock and keyboard: it comes up into view.
  useEffect(() => {
    if (listed) list.current?.scrollIntoView({ block: 'nearest' })
  }, [listed])
  return (
    <div className="address">
      <label htmlFor="address" className="lab first">
        {words.address}
      </label>
      <div className="in">
        <Icon name="pin" size={22} />
        <input
          id="address"
          role="combobox"
          autoComplete="off"
          aria-expanded={listed}
          aria-controls="places"
          aria-autocomplete="list"
          aria-activedescendant={listed && at >= 0 ? `place-${at}` : undefined}
          aria-required="true"
          aria-invalid={missing || undefined}
          placeholder={words.addressEg}
          value={draft.address}
          onChange={(event) => {
            setOpen(true)
            // Other words are another place: what was chosen for the old ones does not stand any more.
            outbox.change({
              address: event.target.value.slice(0, 200),
              spot: draft.spot?.by === 'hand' ? draft.spot : null,
            })
          }}
          onBlur={() => void leave()}
          onKeyDown={keys}
        />
      </div>
      <div ref={list} id="places" role="listbox" aria-label={words.suggestions} className="places" hidden={!listed}>
        {found.map((place, i) => (
          <div
            key={`${place.name} ${place.lng} ${place.lat}`}
            id={`place-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            // Before the field loses the focus, which would close the list under the finger.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(place)}
            onKeyDown={(event) => event.key === 'Enter' && choose(place)}
          >
            <span lang="zh-CN">{place.name}</span>
            <span className="hint" lang="zh-CN">
              {place.path.map(({ name }) => name).join(' ')}
            </span>
          </div>
        ))}
      </div>
      <p className="sr" role="status">
        {listed ? words.found(found.length) : ''}
      </p>
    </div>
  )
}
