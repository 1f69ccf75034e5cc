import { useEffect, useId, useRef } from 'react'
import { useWords } from '../language.ts'
import { useTheme } from '../theme/theme.ts'
import { token } from '../theme/token.ts'
import { Icon } from '../ui/Icon.tsx'
import { MapLegend } from './MapLegend.tsx'
import { MapList } from './MapList.tsx'
import type { MapSource } from './map-data.ts'
import { mapStyle } from './map-style.ts'
import type { MapPin, MapPlace } from './pin.ts'
import type { MapShares } from './shares.ts'
import { useGlMap } from './use-gl-map.ts'
import { useOwnDot, usePins } from './use-pins.ts'
import { mapWords } from './words.ts'
import './map.css'

export type { MapPin, MapPlace } from './pin.ts'
export type { MapShares } from './shares.ts'

const NO_PINS: readonly MapPin[] = []

type CityMapProps = {
  /** what this map shows, in words: 诉求位置 */
  label: string
  /** the blue pin; the map goes there */
  main?: MapPlace | null
  /** white numbered pins; give each the number of its row in the list beside the map. Keep the array stable (useMemo). */
  pins?: readonly MapPin[]
  /** id of the pin that is chosen */
  chosen?: string | null
  onChoose?: (id: string) => void
  /** given: a click, Enter in the middle or dragging the main pin puts the place; ask `placeAt` what lies there */
  onPlace?: (at: { lng: number; lat: number }) => void
  /** code of a region to draw with a dashed edge */
  outline?: string | null
  /** colours the districts or towns by a measure, with a legend. Keep the object stable (useMemo). */
  shares?: MapShares | null
  /** a coloured region was clicked */
  onRegion?: (code: string) => void
  source?: MapSource
  /** where the reader is: a dot, and a button that goes there */
  own?: { lng: number; lat: number } | null
  /** the map is what the page is for: one finger moves it, and pins are looked at from near */
  alone?: boolean
}

/**
 * The city's map in a box of its parent's height (`.mapbox` with a height). The engine is loaded when a map is first shown
 * and needs no network beyond our own server. Without WebGL the same stands there as a list.
 */
export function CityMap(props: CityMapProps) {
  const { label, main = null, pins = NO_PINS, chosen = null, outline = null, shares = null } = props
  const { onChoose = null, onPlace = null, onRegion, source = '/api/map' } = props
  const { own = null, alone = false } = props
  const words = useWords(mapWords)
  const theme = useTheme()
  const box = useRef<HTMLDivElement>(null)
  const hint = useId()
  const { state, drawn } = useGlMap(box, source, { label, legend: shares !== null, alone, gestures: words.gestures })
  usePins(drawn, main, pins, chosen, { choose: onChoose, place: onPlace, stay: shares !== null, near: alone, own })
  useOwnDot(drawn, own, words.own)

  useEffect(() => {
    if (drawn === null) return
    // `theme` is asked for since the tokens' values follow it.
    const look = { data: drawn.data, names: drawn.names, colour: token, shares, outline }
    if (theme !== null) drawn.map.setStyle(mapStyle(look))
  }, [drawn, theme, shares, outline])

  const act = useRef({ onPlace, onRegion })
  act.current = { onPlace, onRegion }
  useEffect(() => {
    if (drawn === null) return
    const { map } = drawn
    const canvas = map.getCanvas()
    canvas.setAttribute('aria-describedby', hint)
    map.on('click', (event) => {
      act.current.onPlace?.({ lng: event.lngLat.lng, lat: event.lngLat.lat })
      if (act.current.onRegion === undefined || map.getLayer('shares') === undefined) return
      const code = map.queryRenderedFeatures(event.point, { layers: ['shares'] })[0]?.properties.code
      if (code !== undefined) act.current.onRegion(String(code))
    })
    const placeInTheMiddle = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || act.current.onPlace === null) return
      event.preventDefault()
      const { lng, lat } = map.getCenter()
      act.current.onPlace({ lng, lat })
    }
    canvas.addEventListener('keydown', placeInTheMiddle)
    return () => canvas.removeEventListener('keydown', placeInTheMiddle)
  }, [drawn, hint])

  const list = <MapList label={label} main={main} pins={pins} shares={shares} onChoose={null} />
  if (state === 'alone' || state === 'failed')
    return (
      <section className="citymap aslist" aria-label={label}>
        <p className="hint">{words[state]}</p>
        <MapList label={label} main={main} pins={pins} shares={shares} onChoose={onChoose} />
      </section>
    )
  return (
    <div className="citymap" aria-busy={state === 'loading'} data-state={state}>
      <div ref={box} className="canvas" data-place={onPlace !== null} data-region={onRegion !== undefined} />
      {onPlace !== null && <span className="aim" aria-hidden="true" />}
      <div className="zooms">
        <button type="button" aria-label={words.nearer} title={words.nearer} onClick={() => drawn?.map.zoomIn()}>
          +
        </button>
        <button type="button" aria-label={words.farther} title={words.farther} onClick={() => drawn?.map.zoomOut()}>
          −
        </button>
        {own !== null && (
          <button
            type="button"
            aria-label={words.toOwn}
            title={words.toOwn}
            onClick={() => drawn?.map.jumpTo({ center: [own.lng, own.lat] })}
          >
            <Icon name="pin" size={18} />
          </button>
        )}
      </div>
      {shares !== null && <MapLegend shares={shares} />}
      <p id={hint} className="sr">
        {onPlace === null ? words.keys : words.placeKeys}
      </p>
      <div className="sr">{list}</div>
    </div>
  )
}
