import { useMemo } from 'react'
import { CityMap } from '../map/CityMap.tsx'
import type { Spot } from './draft.ts'
import { useCitizenWords } from './use-citizen-words.ts'

type Props = { spot: Spot | null; address: string; onPlace: (at: { lng: number; lat: number }) => void }

export function SpotMap({ spot, address, onPlace }: Props) {
  const words = useCitizenWords()
  const [lng, lat] = [spot?.lng ?? null, spot?.lat ?? null]
  const main = useMemo(
    () => (lng === null || lat === null ? null : { lng, lat, label: address.slice(0, 30) || words.where }),
    [lng, lat, address, words],
  )
  return (
    <>
      <div className="mapbox spotmap">
        <CityMap label={words.mapLabel} main={main} onPlace={onPlace} source="/api/citizen/map" />
      </div>
      <p className="hint">{words.mapHint}</p>
    </>
  )
}
