import { expect, test } from 'vitest'
import type { ClockView } from '#contract/views.ts'
import { nextDuties } from './next-duty.ts'

const clock = (
  id: string,
  party: ClockView['party'],
  code: ClockView['code'],
  due: string,
  stoppedAt: string | null = null,
) => ({ id, party, code, due, stoppedAt }) as ClockView

const promise = clock('citizen-C5', 'citizen', 'C5', '2026-11-25T16:00:00.000Z')

test('the answer to the citizen stands on top, and before it what ends first', () => {
  const sign = clock('1-C2', 'unit', 'C2', '2026-11-23T09:00:00.000Z')
  const contact = clock('1-C3', 'unit', 'C3', '2026-11-24T09:00:00.000Z')
  expect(nextDuties([promise, contact, sign]).map(({ id }) => id)).toEqual(['citizen-C5', '1-C2'])
})

test('the unit’s own answer is the same duty as the promise and is not said twice', () => {
  const own = clock('1-C5', 'unit', 'C5', '2026-11-25T16:00:00.000Z')
  expect(nextDuties([promise, own]).map(({ id }) => id)).toEqual(['citizen-C5'])
})

test('a stopped clock is nobody’s duty', () => {
  expect(
    nextDuties([clock('citizen-C5', 'citizen', 'C5', '2026-11-25T16:00:00.000Z', '2026-11-24T01:00:00.000Z')]),
  ).toEqual([])
})
