import { describe, expect, test } from 'vitest'
import { MERGING } from '../city/merging-policy.ts'
import { type CategoryCode, type Instant, instantOf, msOf, type RegionCode } from '../ids.ts'
import type { OrderState } from '../order/states.ts'
import { mergeCase, type Other } from './merge-case.ts'
import type { Ground } from './same-grounds.ts'

const now = '2026-03-10T08:00:00.000Z' as Instant
const ago = (hours: number): Instant => instantOf(msOf(now) - hours * 3_600_000)
const probe = {
  region: '530100001001' as RegionCode,
  lng: 102.7,
  lat: 25,
  category: '01001' as CategoryCode,
  text: '',
}
/** 0.001 degree of latitude is 111 m. */
const there = (more: Partial<Other> = {}): Other => ({
  sameCaller: false,
  region: '530100001001' as RegionCode,
  lng: 102.7,
  lat: 25.001,
  category: '01001' as CategoryCode,
  state: 'in-handling',
  confidential: false,
  receivedAt: ago(10),
  endedAt: null,
  ...more,
})
const kind = (other: Partial<Other>, grounds: readonly Ground[] = [], asking: Partial<typeof probe> = {}) =>
  mergeCase({ ...probe, ...asking }, there(other), grounds, MERGING, now)?.kind ?? null
const closed = { state: 'closed' as OrderState, sameCaller: true }

describe('the table of merging (domain.md §5.6)', () => {
  test.each<[string, Partial<Other>, string | null]>([
    ['the same caller, open, within 30 days', { sameCaller: true, receivedAt: ago(24 * 30) }, 'same-order'],
    ['the same caller, open for longer', { sameCaller: true, receivedAt: ago(24 * 31) }, null],
    ['the same caller, ended within 30 days', { ...closed, endedAt: ago(24 * 30) }, 'repeat'],
    ['the same caller, ended long ago', { ...closed, endedAt: ago(24 * 31) }, null],
    ['the same caller, withdrawn', { sameCaller: true, state: 'withdrawn', endedAt: ago(5) }, null],
    ['others, the same spot, within 72 hours', { receivedAt: ago(71.9) }, 'merge'],
    ['others, after 72 hours', { receivedAt: ago(72) }, null],
    ['others, 333 m away', { lat: 25.003 }, null],
    ['others, another scene', { category: '01002' as CategoryCode }, null],
    ['others, ended', { state: 'closed', endedAt: ago(5) }, null],
    ['others, confidential', { confidential: true }, null],
    ['others, without a point, in one community', { lng: null, lat: null }, 'merge'],
    ['others, without a point, elsewhere', { lng: null, lat: null, region: '530100001002' as RegionCode }, null],
  ])('%s: %s', (_what, other, expected) => {
    expect(kind(other)).toBe(expected)
  })

  test('a place that both name makes up for points that lie further apart', () => {
    const named: Ground = { kind: 'same-place', name: '江湾花园' }
    expect(kind({ lat: 25.004 }, [named])).toBe('merge')
  })

  test('a town is too wide to be one place, and an item too wide to be one scene', () => {
    const town = { lng: null, lat: null, region: '530100001' as RegionCode }
    expect(kind({ ...town }, [], { lng: null as never, region: '530100001' as RegionCode })).toBeNull()
    expect(kind({ category: '01001' as CategoryCode }, [], { category: '010' as CategoryCode })).toBeNull()
  })

  test('each test is told with the value it was made on', () => {
    expect(mergeCase(probe, there({ receivedAt: ago(5.5) }), [], MERGING, now)).toEqual({
      kind: 'merge',
      tests: [
        { test: 'caller', same: false },
        { test: 'scene', category: '01001' },
        { test: 'metres', metres: 111, most: 200 },
        { test: 'hours', hours: 5, most: 72 },
        { test: 'state', open: true },
      ],
    })
  })
})
