import { useEffect, useState } from 'react'
import type { Point } from '#domain/grid/place-distance.ts'

/** Where the phone is, as it moves; null while it does not say. Asked for only where somebody sorts by distance. */
export function usePlace(wanted: boolean): Point | null {
  const [place, setPlace] = useState<Point | null>(null)
  useEffect(() => {
    if (!wanted || navigator.geolocation === undefined) return
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => setPlace({ lng: coords.longitude, lat: coords.latitude }),
      () => undefined,
      { maximumAge: 60_000, timeout: 20_000 },
    )
    return () => navigator.geolocation.clearWatch(watch)
  }, [wanted])
  return place
}
