import { useEffect, useMemo, useState } from 'react'
import { placeAt } from '#contract/places.ts'
import { useWords } from '../language.ts'
import { CityMap } from '../map/CityMap.tsx'
import { send } from '../send.ts'
import { useKeys } from '../ui/use-keys.ts'
import { NearbyOrders } from './NearbyOrders.tsx'
import { SameMatter } from './SameMatter.tsx'
import { placePointed } from './seat-form.ts'
import { seatWords } from './seat-words.ts'
import { Understood } from './Understood.tsx'
import type { Seat } from './use-seat.ts'

type Props = {
  seat: Seat
  onTranscript: () => void
  onActOn: (orderId: string, what: 'supplement' | 'urge') => void
}

/** Where it is, what may be the same matter, and what is open around there. */
export function BesideColumn({ seat, onTranscript, onActOn }: Props) {
  const { form, change, similar } = seat
  const words = useWords(seatWords)
  const [large, setLarge] = useState(false)
  const [outside, setOutside] = useState(false)
  const { place, address } = form
  const main = useMemo(() => (place === null ? null : { lng: place.lng, lat: place.lat, label: place.name }), [place])
  const nearby = similar?.nearby
  const pins = useMemo(
    () => (nearby ?? []).map(({ id, lng, lat, title }, i) => ({ id, n: i + 1, lng, lat, label: title })),
    [nearby],
  )
  const point = async (at: { lng: number; lat: number }) => {
    const sent = await send(placeAt, { body: at })
    const found = sent.ok ? placePointed(sent.reply) : null
    setOutside(sent.ok && found === null)
    if (found === null) return
    // Words that were typed say more than the nearest name does.
    change({ place: found, address: address.trim() === '' || place !== null ? found.name : address })
  }
  useEffect(() => {
    if (place === null) setLarge(false)
  }, [place])
  useKeys({ 'Alt+M': () => setLarge(!large) })
  return (
    <section className="col side" aria-label={words.beside}>
      <div className="sec seat-map">
        <div className={`mapbox ${large ? 'large' : ''}`} data-field="M">
          <CityMap label={words.map} main={main} pins={pins} onPlace={(at) => void point(at)} />
        </div>
        <div className="flex xs m3 seat-mapfoot">
          <span className={`cut ${outside ? 'c-amber' : ''}`} role={outside ? 'status' : undefined}>
            {outside ? words.outside : place === null ? words.noPin : words.pinned(place.name)}
          </span>
          <button
            type="button"
            className="link xs nw"
            aria-keyshortcuts="Alt+M"
            aria-pressed={large}
            onClick={() => setLarge(!large)}
          >
            {large ? words.smaller : words.bigger} <kbd aria-hidden="true">Alt M</kbd>
          </button>
        </div>
      </div>
      <div className="fill">
        <Understood seat={seat} onTranscript={onTranscript} />
        <SameMatter seat={seat} onActOn={onActOn} />
        <NearbyOrders seat={seat} />
      </div>
    </section>
  )
}
