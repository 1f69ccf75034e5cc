import type { PhonePhoto } from '#contract/grid-actions.ts'
import { type PhotoFault, shrinkPhoto } from '../citizen/shrink-photo.ts'
import { keepPhoto } from './grid-store.ts'
import { withExif } from './keep-exif.ts'
import { placeNow } from './place-now.ts'

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer())

/** Smaller for a slow line, with the camera's notes; on the phone's disk before it is shown as taken. */
export async function takePhoto(file: File): Promise<PhonePhoto | PhotoFault> {
  const [small, taken] = await Promise.all([shrinkPhoto(file), placeNow()])
  if (typeof small === 'string') return small
  const whole = withExif(await bytesOf(small), await bytesOf(file))
  const id = crypto.randomUUID()
  await keepPhoto(id, new Blob([new Uint8Array(whole)], { type: 'image/jpeg' }))
  return { id, taken, file: null }
}
