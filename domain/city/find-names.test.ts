import { expect, test } from 'vitest'
import { findNames, rankOf } from './find-names.ts'

const named = (name: string, initials: string, full: string) => ({ it: name, name, initials, full })
const names = [
  named('柳堤大街', 'lddj', 'liudidajie'),
  named('柳堤公园', 'ldgy', 'liudigongyuan'),
  named('柳堤大街菜市场', 'lddjcsc', 'liudidajiecaishichang'),
  named('堤口村', 'dkc', 'dikoucun'),
]

test.each([
  ['柳堤', ['柳堤大街', '柳堤公园', '柳堤大街菜市场']],
  ['lddj', ['柳堤大街', '柳堤大街菜市场']],
  ['dj', ['柳堤大街', '柳堤大街菜市场']],
  ['dikou', ['堤口村']],
  ['gongyuan', ['柳堤公园']],
  ['市柳堤区柳堤大街菜市场旁', ['柳堤大街菜市场', '柳堤大街']],
  ['大街', ['柳堤大街', '柳堤大街菜市场']],
  ['q', []],
  ['  ', []],
])('%s finds %j, the nearest first', (typed, found) => {
  expect(findNames(names, typed, 10)).toEqual(found)
})

test('no more than asked for', () => {
  expect(findNames(names, '柳', 2)).toHaveLength(2)
})

test('a single letter inside of the initials is no answer: half of the city would have it', () => {
  expect(rankOf(named('堤口村', 'dkc', 'dikoucun'), 'c')).toBeNull()
})
