import sharp from 'sharp'
import { expect, test } from 'vitest'
import { heic, mp4, VIDEO_PLACE } from '#tools/sample-files.ts'
import { blankMetadata } from './blank-metadata.ts'

test('a phone picture loses its camera tags and keeps its size and every dot', async () => {
  const before = await heic()
  const after = blankMetadata(before)
  expect(before.includes('Pocket')).toBe(true)
  expect(after.includes('Pocket')).toBe(false)
  expect(after.length).toBe(before.length)
  expect(before.includes('Pocket')).toBe(true)
  // As AVIF, which is what the sample is inside, both can be drawn.
  for (const bytes of [before, after]) bytes.write('avif', 8, 'latin1')
  expect(await sharp(after).raw().toBuffer()).toEqual(await sharp(before).raw().toBuffer())
})

test('a video loses its place and keeps its pictures', () => {
  const after = blankMetadata(mp4())
  expect(after.includes(VIDEO_PLACE)).toBe(false)
  expect(after.includes('pictures and sound')).toBe(true)
  expect(after.length).toBe(mp4().length)
})

test('a file that breaks off is refused, not passed on as it is', async () => {
  const bytes = await heic()
  expect(() => blankMetadata(bytes.subarray(0, 200))).toThrow('outside')
})
