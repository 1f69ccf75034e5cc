import { expect, test } from 'vitest'
import { readMoment } from './read-moment.ts'

const TEN_PAST = '2026-03-02T02:10:00.000Z'

test.each([
  ['dashes', '2026-03-02 10:10:00', TEN_PAST],
  ['strokes, no zeros', '2026/3/2 10:10', TEN_PAST],
  ['dots', '2026.3.2 10:10', TEN_PAST],
  ['Chinese', '2026年3月2日 10时10分', TEN_PAST],
  ['Chinese without a space', '2026年3月2日10:10:00', TEN_PAST],
  ['digits only', '20260302101000', TEN_PAST],
  ['a zone of its own', '2026-03-02T02:10:00Z', TEN_PAST],
  ['another zone', '2026-03-02T11:10:00+09:00', TEN_PAST],
  ['a fraction of a second', '2026-03-02 10:10:00.5', '2026-03-02T02:10:00.500Z'],
  ['the serial number of a sheet', '46083.423611111', TEN_PAST],
  ['a day', '2026-03-02', '2026-03-01T16:00:00.000Z'],
  ['a day that does not exist', '2026-02-30 10:00', null],
  ['an hour that does not exist', '2026-03-02 25:00', null],
  ['a minute that does not exist', '2026-03-02 10:61', null],
  ['before any hotline', '0026-03-02', null],
  ['a word', '昨天', null],
])('%s: %s', (_, text, moment) => {
  expect(readMoment(text)).toBe(moment)
})
