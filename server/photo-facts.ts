import exifr from 'exifr'
import sharp from 'sharp'
import { z } from 'zod'
import { type Instant, instantOf } from '#domain/ids.ts'

/** Where (WGS-84) and when a picture was taken, as far as the camera wrote it. */
type PhotoFacts = { lng: number | null; lat: number | null; takenAt: Instant | null }

export const NO_FACTS: PhotoFacts = { lng: null, lat: null, takenAt: null }

const Tags = z.object({
  latitude: z.number().min(-90).max(90).optional().catch(undefined),
  longitude: z.number().min(-180).max(180).optional().catch(undefined),
  DateTimeOriginal: z.string().optional().catch(undefined),
  OffsetTimeOriginal: z.string().optional().catch(undefined),
})
type Tags = z.infer<typeof Tags>

const pick = [
  'GPSLatitude',
  'GPSLatitudeRef',
  'GPSLongitude',
  'GPSLongitudeRef',
  'DateTimeOriginal',
  'OffsetTimeOriginal',
]
/** "Exif" and two zero bytes stand before the tags. */
const PREFIX_BYTES = 6

/** Null when the content is no picture that can be read. */
export async function photoFacts(path: string): Promise<PhotoFacts | null> {
  const picture = await sharp(path)
    .metadata()
    .catch(() => undefined)
  if (picture === undefined) return null
  if (picture.exif === undefined) return NO_FACTS
  const read: unknown = await exifr
    .parse(picture.exif.subarray(PREFIX_BYTES), { reviveValues: false, pick })
    .catch(() => undefined)
  const tags = Tags.safeParse(read)
  return tags.success ? { ...placeOf(tags.data), takenAt: takenAt(tags.data) } : NO_FACTS
}

/** Six digits are a decimetre. Zero and zero is a camera that did not know. */
function placeOf({ longitude, latitude }: Tags): Pick<PhotoFacts, 'lng' | 'lat'> {
  if (longitude === undefined || latitude === undefined || (longitude === 0 && latitude === 0))
    return { lng: null, lat: null }
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  return { lng: round(longitude), lat: round(latitude) }
}

/** Cameras write civil time; without an offset of their own it is China's. */
function takenAt({ DateTimeOriginal: text, OffsetTimeOriginal: offset }: Tags): Instant | null {
  const [, day, time] = /^(\d{4}:\d\d:\d\d) (\d\d:\d\d:\d\d)/.exec(text ?? '') ?? []
  if (day === undefined || time === undefined) return null
  const zone = /^[+-]\d\d:\d\d$/.test(offset ?? '') ? offset : '+08:00'
  const ms = Date.parse(`${day.replaceAll(':', '-')}T${time}${zone}`)
  return Number.isNaN(ms) ? null : instantOf(ms)
}
