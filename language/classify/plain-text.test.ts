import { expect, test } from 'vitest'
import { plainTextOf, stringOf } from './plain-text.ts'

const read = (text: string): string => stringOf(plainTextOf(text, 1000))

test.each([
  ['digits are one 0', '2019年12月停水30小时', '0年0月停水0小时'],
  ['full width and capitals are narrow and small', 'ＷｉＦｉ３', 'wifi0'],
  ['punctuation and white space break', '停水，三天！\n急', '停水 三天  急'],
  ['codes of anonymised places go with their digits', 'A3区和K8县的A市', '区和县的市'],
  ['letters that are no place stay', 'B超和a3纸', 'b超和a0纸'],
])('%s', (_, text, plain) => {
  expect(read(text)).toBe(plain)
})

test('every unit knows where it stood', () => {
  const text = 'A3区12345停水'
  const { codes, at, length } = plainTextOf(text, 1000)
  const places = Array.from({ length }, (_, i) => [String.fromCharCode(codes[i] ?? 0), text.slice(at[i], at[i + 1])])
  expect(places).toEqual([
    ['区', '区'],
    ['0', '12345'],
    ['停', '停'],
    ['水', '水'],
  ])
})
