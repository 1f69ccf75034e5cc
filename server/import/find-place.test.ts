import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import { findCategory } from './find-category.ts'
import { findRegion } from './find-place.ts'

const city = await loadCity(fileURLToPath(new URL('../../city/demo', import.meta.url)))

test.each([
  ['a code', '990101001001', '990101001001'],
  ['a code of another city', '110101001', null],
  ['names in one', '云川市锦澜区钟鼓街道', '990101001'],
  ['names with strokes', '锦澜区/钟鼓街道/钟楼东社区', '990101001001'],
  ['a name that is there once', '钟楼东社区', '990101001001'],
  ['a name nobody knows', '锦澜区月亮街道', null],
  ['nothing', '', null],
])('a place by %s', (_, text, code) => {
  expect(findRegion(city, text)).toBe(code)
})

test.each([
  ['a code', 'a0101', 'A0101'],
  ['a name', '低保申请与审核', 'A0101'],
  ['a path of names', '民生保障/社会救助/低保申请与审核', 'A0101'],
  ['a path that does not hold', '城乡建设/低保申请与审核', null],
  ['a name nobody knows', '月亮', null],
])('a category by %s', (_, text, code) => {
  expect(findCategory(city, text)).toBe(code)
})
