import { lazy, Suspense, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { AddressBox } from './AddressBox.tsx'
import { ask } from './ask.ts'
import type { Draft, Lack } from './draft.ts'
import { outbox } from './outbox.ts'
import { TownChoice } from './TownChoice.tsx'
import { useCitizenWords } from './use-citizen-words.ts'
import type { CitizenCity } from './use-city.ts'

/** The engine of the map is several times the rest of the page: it comes when somebody asks for the map. */
const SpotMap = lazy(() => import('./SpotMap.tsx').then(({ SpotMap: page }) => ({ default: page })))

type Trouble = 'outside' | 'noPosition'

export function PlaceSection({
  draft,
  city,
  lacks,
}: {
  draft: Draft
  city: CitizenCity | null
  lacks: readonly Lack[]
}) {
  const words = useCitizenWords()
  const [map, setMap] = useState(false)
  const [locating, setLocating] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [byTown, setByTown] = useState(false)

  const putAt = async (at: { lng: number; lat: number }) => {
    const sent = await ask('citizenPlaceAt', at)
    if (!sent.ok) return setTrouble('noPosition')
    const { region, path, nearest } = sent.reply
    if (region === null) return setTrouble('outside')
    setTrouble(null)
    const spot = { by: 'hand' as const, region, path: path.map(({ name }) => name).join(' '), ...at }
    const { address } = outbox.get().draft
    const known = nearest !== null && nearest.metres <= 500 ? words.nearby(nearest.name) : ''
    outbox.change({ spot, ...(address.trim() === '' && known !== '' ? { address: known } : {}) })
  }
  const locate = () => {
    setLocating(true)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating(false)
        void putAt({ lng: coords.longitude, lat: coords.latitude })
      },
      () => {
        setLocating(false)
        setTrouble('noPosition')
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  }
  const { spot } = draft
  const needsTown = byTown || trouble === 'noPosition' || (spot === null && lacks.includes('place'))
  return (
    <section aria-labelledby="where">
      <h2 id="where">{words.where}</h2>
      {map && (
        <Suspense fallback={<p className="hint">{words.mapLoading}</p>}>
          <SpotMap spot={spot} address={draft.address} onPlace={(at) => void putAt(at)} />
        </Suspense>
      )}
      <AddressBox draft={draft} missing={lacks.includes('place')} onUnknown={() => setByTown(true)} />
      <div role="status">
        {spot !== null && (
          <p className="hint path">
            <span lang="zh-CN">{spot.path}</span>{' '}
            {!needsTown && (
              <button type="button" className="link" onClick={() => setByTown(true)}>
                {words.change}
              </button>
            )}
          </p>
        )}
        {trouble !== null && <p className="hint fault">{words[trouble]}</p>}
      </div>
      <div className="two">
        {'geolocation' in navigator && (
          <button type="button" className="btn" aria-busy={locating || undefined} onClick={locate}>
            <Icon name="pin" size={20} />
            {locating ? words.locating : words.myPosition}
          </button>
        )}
        <button type="button" className="btn" aria-expanded={map} onClick={() => setMap(!map)}>
          {map ? words.closeMap : words.onMap}
        </button>
      </div>
      {needsTown && city !== null && <TownChoice towns={city.towns} spot={spot} />}
    </section>
  )
}
