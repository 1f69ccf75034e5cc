import type { PhotoTaken } from '#domain/grid/grid-part.ts'

/** Longer than that a worker does not wait at the place; without a position the photo goes all the same and says so. */
const PLACE_MS = 4_000

/** Where the phone is now, and what its own clock says: kept beside the server's time, never instead of it. */
export function placeNow(): Promise<PhotoTaken> {
  const unknown = (): PhotoTaken => ({ at: new Date().toISOString(), lng: null, lat: null, accuracy: null })
  if (navigator.geolocation === undefined) return Promise.resolve(unknown())
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(unknown()), PLACE_MS + 500)
    const found = ({ coords }: GeolocationPosition) => {
      clearTimeout(late)
      const { longitude, latitude, accuracy } = coords
      resolve({ ...unknown(), lng: longitude, lat: latitude, accuracy: Math.min(100_000, Math.round(accuracy)) })
    }
    const lost = () => {
      clearTimeout(late)
      resolve(unknown())
    }
    const options = { enableHighAccuracy: true, timeout: PLACE_MS, maximumAge: 30_000 }
    navigator.geolocation.getCurrentPosition(found, lost, options)
  })
}
