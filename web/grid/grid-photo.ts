import type { PhonePhoto } from '#contract/grid-actions.ts'
import type { PhotoTaken } from '#domain/grid/grid-part.ts'
import { type PhotoFault, shrinkPhoto } from '../citizen/shrink-photo.ts'
import { keepPhoto } from './grid-store.ts'
import { withExif } from './keep-exif.ts'

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer())

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

/** Smaller for a slow line, with the camera's notes; on the phone's disk before it is shown as taken. */
export async function takePhoto(file: File): Promise<PhonePhoto | PhotoFault> {
  const [small, taken] = await Promise.all([shrinkPhoto(file), placeNow()])
  if (typeof small === 'string') return small
  const whole = withExif(await bytesOf(small), await bytesOf(file))
  const id = crypto.randomUUID()
  await keepPhoto(id, new Blob([new Uint8Array(whole)], { type: 'image/jpeg' }))
  return { id, taken, file: null }
}
