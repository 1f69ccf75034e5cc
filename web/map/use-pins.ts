import { useEffect, useRef } from 'react'
import { type MapPin, type MapPlace, mainPin, numberPin, ownDot } from './pin.ts'
import { placeZoom } from './place-zoom.ts'
import type { Drawn } from './use-gl-map.ts'

/** As near as several pins together are looked at. */
const PLACE_ZOOM = 14
/** Within a grid: a street corner from the next. */
const NEAR_ZOOM = 17

const PLACES_VIEW = { padding: 40, maxZoom: PLACE_ZOOM, animate: false }
/** Clear of the buttons at the right, with room for pins that stand beside each other. */
const NEAR_VIEW = { padding: { top: 40, left: 40, bottom: 40, right: 72 }, maxZoom: NEAR_ZOOM, animate: false }
const WHOLE = { padding: 12, animate: false }

const still = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Puts the pins on the map, and moves the view when the places change, not when something is chosen. */
export function usePins(
  drawn: Drawn | null,
  main: MapPlace | null,
  pins: readonly MapPin[],
  chosen: string | null,
  on: {
    choose: ((id: string) => void) | null
    place: ((at: { lng: number; lat: number }) => void) | null
    /** the map is about the whole city: pins are marks on it, not where to look */
    stay: boolean
    /** the pins lie close together, and the whole map is theirs */
    near: boolean
    /** where the reader is: looked at together with the pins if it is not far from them */
    own: { lng: number; lat: number } | null
  },
): void {
  const latest = useRef(on)
  latest.current = on
  const canChoose = on.choose !== null
  const canPlace = on.place !== null
  const [lng, lat, label] = [main?.lng ?? null, main?.lat ?? null, main?.label ?? '']

  useEffect(() => {
    if (drawn === null || lng === null || lat === null) return
    const element = mainPin(label)
    const marker = new drawn.engine.Marker({ element, anchor: 'bottom', draggable: canPlace })
      .setLngLat([lng, lat])
      .addTo(drawn.map)
    marker.on('dragend', () => {
      const at = marker.getLngLat()
      latest.current.place?.({ lng: at.lng, lat: at.lat })
    })
    return () => {
      marker.remove()
    }
  }, [drawn, lng, lat, label, canPlace])

  useEffect(() => {
    if (drawn === null) return
    const markers = pins.map((pin) => {
      const choose = canChoose ? () => latest.current.choose?.(pin.id) : null
      const element = numberPin(pin, pin.id === chosen, choose)
      return new drawn.engine.Marker({ element, offset: [pin.aside?.[0] ?? 0, pin.aside?.[1] ?? 0] })
        .setLngLat([pin.lng, pin.lat])
        .addTo(drawn.map)
    })
    return () => {
      for (const marker of markers) marker.remove()
    }
  }, [drawn, pins, chosen, canChoose])

  const placed = on.near && on.own !== null
  const been = useRef(false)
  const places = pins.map((pin) => `${pin.lng} ${pin.lat}`).join(' ')
  useEffect(() => {
    if (drawn === null) return
    if (lng !== null && lat !== null) goTo(drawn, [lng, lat])
    else if (places !== '' && !latest.current.stay) {
      // The view moves once the reader's place is known, not as they walk.
      const own = placed ? latest.current.own : null
      showAll(drawn, places.split(' ').map(Number), latest.current.near, own)
    } else if (been.current && drawn.data.bounds !== null) drawn.map.fitBounds(drawn.data.bounds, WHOLE)
    been.current = lng !== null || places !== ''
  }, [drawn, lng, lat, places, placed])
}

function goTo({ map, data }: Drawn, center: [number, number]): void {
  const { clientWidth, clientHeight } = map.getContainer()
  const zoom = placeZoom(center, data.basemap, Math.min(clientWidth, clientHeight) / 2)
  // A pin put down by hand stays under the hand.
  if (map.getZoom() > zoom - 1 && map.getBounds().contains(center)) return
  const view = { center, zoom }
  if (still() || map.getZoom() < zoom - 3) map.jumpTo(view)
  else map.easeTo({ ...view, duration: 200 })
}

/** A few kilometres: further off the reader is on the way, and the tasks would be dots. */
const FAR_DEGREES = 0.03

function showAll(
  { map, engine }: Drawn,
  numbers: readonly number[],
  near: boolean,
  own: { lng: number; lat: number } | null,
): void {
  const bounds = new engine.LngLatBounds()
  for (let i = 0; i + 1 < numbers.length; i += 2) bounds.extend([numbers[i] ?? 0, numbers[i + 1] ?? 0])
  const middle = bounds.getCenter()
  const close =
    own !== null && Math.abs(own.lng - middle.lng) < FAR_DEGREES && Math.abs(own.lat - middle.lat) < FAR_DEGREES
  if (near && close) bounds.extend([own.lng, own.lat])
  map.fitBounds(bounds, near ? NEAR_VIEW : PLACES_VIEW)
}

/** Where the reader is, as far as the phone says it; the view stays where it is. */
export function useOwnDot(drawn: Drawn | null, own: { lng: number; lat: number } | null, label: string): void {
  const [lng, lat] = [own?.lng ?? null, own?.lat ?? null]
  useEffect(() => {
    if (drawn === null || lng === null || lat === null) return
    const marker = new drawn.engine.Marker({ element: ownDot(label) }).setLngLat([lng, lat]).addTo(drawn.map)
    return () => {
      marker.remove()
    }
  }, [drawn, lng, lat, label])
}
