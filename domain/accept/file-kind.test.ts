import { expect, test } from 'vitest'
import { nameFits, savedName } from './file-kind.ts'
import { FileName } from './file-name.ts'

test.each([
  ['现场.jpg', 'image/jpeg', true],
  ['现场.jpg', 'image/png', true],
  ['现场.jpg', 'application/pdf', false],
  ['现场.jpg', 'text/plain', false],
  ['录音.mp4', 'audio/mp4', true],
  ['合同.pdf', 'application/pdf', true],
  ['合同', 'application/pdf', true],
  ['2026.3.5 夜间施工', 'image/jpeg', true],
  ['page.html', 'text/plain', false],
  ['run.bat', 'text/plain', false],
  ['说明.txt', 'text/plain', true],
] as const)('%s with the content of %s: %s', (name, mime, fits) => {
  expect(nameFits(name, mime)).toBe(fits)
})

test.each([
  ['现场.jpg', 'image/jpeg', '现场.jpg'],
  ['现场.JPEG', 'image/jpeg', '现场.JPEG'],
  ['现场.jpg', 'image/png', '现场.jpg.png'],
  ['现场.exe', 'image/jpeg', '现场.exe.jpg'],
  ['现场', 'image/heic', '现场.heic'],
] as const)('%s of %s is saved as %s', (name, mime, saved) => {
  expect(savedName(name, mime)).toBe(saved)
})

test.each([
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\fotos\\a.jpg', 'C__fotos_a.jpg'],
  ['photo\u202Egpj.exe', 'photogpj.exe'],
  ['a\r\nb.jpg', 'ab.jpg'],
  [' \ud800路灯.png ', '路灯.png'],
])('%j is kept as %s', (given, kept) => {
  expect(FileName.parse(given)).toBe(kept)
})

test('a name of nothing but tricks is no name', () => {
  expect(FileName.safeParse('\u202E..').success).toBe(false)
})
