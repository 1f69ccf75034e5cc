import { describe, expect, test } from 'vitest'
import type { CategoryCode, Instant, OrderId, RegionCode } from '../ids.ts'
import { type Candidate, LIKELY, metresBetween, type Probe, rankSimilar } from './rank-similar.ts'

const GRID = '990101001001001' as RegionCode
const probe: Probe = {
  region: GRID,
  lng: 113.1,
  lat: 34.2,
  category: 'E0801' as CategoryCode,
  text: '来电人反映梧桐里小区3号楼暖气不热,昨晚室内实测14度,家中有两岁幼儿',
}
const other = (over: Partial<Candidate> = {}): Candidate => ({
  id: '01A' as OrderId,
  sameCaller: false,
  region: GRID,
  lng: 113.1,
  lat: 34.2,
  category: 'E0801' as CategoryCode,
  receivedAt: '2026-03-02T02:00:00.000Z' as Instant,
  text: '梧桐里小区5号楼暖气不热,室内只有15度',
  ...over,
})
const scoreOf = (over: Partial<Candidate>, of: Partial<Probe> = {}) =>
  rankSimilar({ ...probe, ...of }, [other(over)], 5)[0]?.score ?? 0
const groundsOf = (over: Partial<Candidate>, of: Partial<Probe> = {}) =>
  rankSimilar({ ...probe, ...of }, [other(over)], 5)[0]?.grounds ?? []

describe('what may be the same matter', () => {
  test('a neighbour’s same trouble in like words is very likely the same', () => {
    expect(scoreOf({})).toBeGreaterThanOrEqual(LIKELY)
    expect(
      groundsOf({})
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['near', 'same-scene', 'words'])
  })

  test('the longest words in common are named', () => {
    const words = groundsOf({}).find((ground) => ground.kind === 'words')
    expect(words?.kind === 'words' && words.words).toEqual(expect.arrayContaining(['号楼暖气不热']))
  })

  test.each<[string, Partial<Candidate>]>([
    ['the same place, another matter in other words', { category: 'A0101' as CategoryCode, text: '路灯夜里一直亮着' }],
    [
      'the same kind at the other end of the city',
      { lng: 113.2, region: '990102001001001' as RegionCode, text: '停水' },
    ],
    [
      'the same caller about something else elsewhere',
      {
        sameCaller: true,
        lng: 113.2,
        region: '990102001001001' as RegionCode,
        category: 'A0101' as CategoryCode,
        text: '公交候车太久',
      },
    ],
  ])('not %s', (_, over) => {
    expect(rankSimilar(probe, [other(over)], 5)).toEqual([])
  })

  test('nearer, more of a kind and by the same caller rank higher', () => {
    expect(scoreOf({})).toBeGreaterThan(scoreOf({ lng: 113.1015 }))
    expect(scoreOf({})).toBeGreaterThan(scoreOf({ category: 'E0803' as CategoryCode }))
    expect(scoreOf({ sameCaller: true })).toBeGreaterThan(scoreOf({}))
    expect(scoreOf({ sameCaller: true })).toBeLessThanOrEqual(1)
  })

  test('without a point on the map the community stands for the place', () => {
    const found = groundsOf({ region: '990101001001' as RegionCode }, { lng: null, lat: null })
    expect(found.map(({ kind }) => kind)).toContain('same-community')
  })

  test('points that lie apart are not near because the community is one', () => {
    expect(groundsOf({ lng: 113.11 }).map(({ kind }) => kind)).not.toContain('same-community')
  })

  test('word for word the same a kilometre away is another matter of the kind, unless the same person says it', () => {
    const far = { lng: 113.12, text: probe.text }
    expect(scoreOf(far)).toBeLessThan(LIKELY)
    expect(scoreOf({ ...far, sameCaller: true })).toBeGreaterThanOrEqual(LIKELY)
  })

  test('what every request says is no likeness', () => {
    const text = '来电人反映小区附近有关问题,希望有关部门尽快核实处理解决'
    expect(groundsOf({ text }, { text }).map(({ kind }) => kind)).not.toContain('words')
  })

  test('best first, and the newer of two alike', () => {
    const far = other({ id: '01C' as OrderId, lng: 113.1015 })
    const older = other({ id: '01A' as OrderId })
    const newer = other({ id: '01B' as OrderId })
    expect(rankSimilar(probe, [far, older, newer], 5).map(({ id }) => id)).toEqual(['01B', '01A', '01C'])
  })

  test('a long text against five hundred keeps nobody waiting', () => {
    const text = Array.from({ length: 250 }, (_, i) => `暖气不热${String.fromCharCode(0x4e00 + i * 7)}室内`).join('')
    const begun = performance.now()
    rankSimilar(
      { ...probe, text },
      Array.from({ length: 500 }, () => other({ text })),
      5,
    )
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})

test('metres are metres', () => {
  expect(metresBetween({ lng: 113, lat: 34 }, { lng: 113, lat: 34.001 })).toBeCloseTo(111.2, 0)
  expect(metresBetween({ lng: 113, lat: 34 }, { lng: 113.001, lat: 34 })).toBeCloseTo(92.2, 0)
})
