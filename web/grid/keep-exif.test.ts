import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { photoFacts } from '#server/photo-facts.ts'
import { exifSegment, withExif } from './keep-exif.ts'

const picture = (width: number) =>
  sharp({ create: { width, height: width / 2, channels: 3, background: '#888' } }).jpeg()
const withNotes = () =>
  picture(400)
    .withExif({
      IFD0: { Orientation: '6' },
      IFD2: { DateTimeOriginal: '2026:03:02 10:30:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '33/1 54/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '111/1 24/1 0/1',
      },
    })
    .toBuffer()

test('place and time of the camera survive the drawing, and it stands upright', async () => {
  const original = new Uint8Array(await withNotes())
  const drawn = new Uint8Array(await picture(200).toBuffer())
  const small = withExif(drawn, original)
  const folder = await mkdtemp(join(tmpdir(), 'jiesu-exif-'))
  const path = join(folder, 'small.jpg')
  await writeFile(path, small)
  expect(await photoFacts(path)).toEqual({ lng: 111.4, lat: 33.9, takenAt: '2026-03-02T02:30:00.000Z' })
  const facts = await sharp(path).metadata()
  expect([facts.width, facts.orientation]).toEqual([200, 1])
  await rm(folder, { recursive: true })
})

test('what has no notes, or is no JPEG, or is cut, changes nothing', async () => {
  const drawn = new Uint8Array(await picture(200).toBuffer())
  const original = new Uint8Array(await withNotes())
  expect(exifSegment(drawn)).toBe(null)
  expect(withExif(drawn, new Uint8Array([1, 2, 3]))).toBe(drawn)
  expect(withExif(drawn, original.slice(0, 30))).toBe(drawn)
  expect(withExif(new Uint8Array([0, 0]), original)).toEqual(new Uint8Array([0, 0]))
})
