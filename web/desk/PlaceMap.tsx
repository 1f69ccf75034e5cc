import { useMemo } from 'react'
import type { OrderView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { CityMap, type MapPin } from '../map/CityMap.tsx'

const wordsOf = {
  zh: { where: '在哪里', noPlace: '没有地图位置，只有文字地点。' },
  en: { where: 'Where', noPlace: 'No point on the map, only words.' },
}

/** The place of the open order; `pins` are what else is near, `said` says what they are. */
export function PlaceMap({ order, pins = [], said }: { order: OrderView; pins?: readonly MapPin[]; said?: string }) {
  const words = useWords(wordsOf)
  const { lng, lat, address, title } = order.request
  const main = useMemo(
    () =>
      lng === null || lat === null
        ? null
        : { lng, lat, label: address ?? (order.regionName.split(' ').at(-1) || title) },
    [lng, lat, address, title, order.regionName],
  )
  return (
    <div className="sec">
      <header>
        <h2>{words.where}</h2>
        {said !== undefined && <span className="end xs m3">{said}</span>}
      </header>
      {main === null ? (
        <p className="s m3">{words.noPlace}</p>
      ) : (
        <div className="mapbox placemap">
          <CityMap label={words.where} main={main} pins={pins} />
        </div>
      )}
    </div>
  )
}
