import { expect, test } from 'vitest'
import { findPersonal, redact } from './redact.ts'

const kinds = (text: string) => findPersonal(text).map((find) => find.kind)
const found = (text: string) => findPersonal(text).map(({ from, to }) => text.slice(from, to))

test.each([
  ['请拨 138 0000 1234 联系', ['mobile'], ['138 0000 1234']],
  ['座机 0571-88886666', ['landline'], ['0571-88886666']],
  [
    '身份证 11010519491231002X，卡 6222020200112233445',
    ['identity', 'card'],
    ['11010519491231002X', '6222020200112233445'],
  ],
  ['浙A12345 的车主 a.b@mail.example', ['plate', 'mail'], ['浙A12345', 'a.b@mail.example']],
  ['今天 15:00 前更换阀门，室温 17.6 ℃', [], []],
  ['请拨 12345', [], []],
])('%s', (text, expectedKinds, expectedTexts) => {
  expect(kinds(text)).toEqual(expectedKinds)
  expect(found(text)).toEqual(expectedTexts)
})

test('a find names its line, and masking all finds leaves none', () => {
  const text = '您好：\n已修复。电话 13900001111\n车牌 京A88888'
  expect(findPersonal(text).map(({ kind, line }) => [kind, line])).toEqual([
    ['mobile', 2],
    ['plate', 3],
  ])
  expect(findPersonal(redact(text))).toEqual([])
})

test('an identity number is one find, not a phone within it', () => {
  expect(kinds('110105194912310021')).toEqual(['identity'])
})
