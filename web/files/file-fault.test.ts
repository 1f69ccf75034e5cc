import { expect, test } from 'vitest'
import { faultOf, sizeWords } from './file-fault.ts'

test.each([
  ['现场.jpg', 2_000_000, null],
  ['图片', 2_000, null],
  ['答复.docx', 9_000, null],
  ['病毒.exe', 9_000, 'type'],
  ['页面.svg', 9_000, 'type'],
  ['空.pdf', 0, 'empty'],
  ['长视频.mp4', 21 * 1024 * 1024, 'large'],
] as const)('%s with %i bytes: %s', (name, size, fault) => {
  expect(faultOf({ name, size })).toBe(fault)
})

test.each([
  [500, '1 KB'],
  [310_000, '303 KB'],
  [4_404_019, '4.2 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})
