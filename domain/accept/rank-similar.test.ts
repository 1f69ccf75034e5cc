import { describe, expect, test } from 'vitest'
import type { CategoryCode, OrderId, RegionCode } from '../ids.ts'
import { joiningScore, LIKELY, matterScore, rankSimilar, SHOWN } from './rank-similar.ts'
import { type Candidate, metresBetween, type Probe, type SaidAlike } from './same-grounds.ts'

const GRID = '990101001001001' as RegionCode
const probe: Probe = {
  region: GRID,
  lng: 113.1,
  lat: 34.2,
  category: 'E0801' as CategoryCode,
  text: '来电人反映梧桐里小区3号楼暖气不热,昨晚室内实测14度,家中有两岁幼儿',
}
const said = (score: number, stand: SaidAlike['places']['stand'] = 'unknown'): SaidAlike => ({
  score,
  places:
    stand === 'unknown'
      ? { stand, mine: null, theirs: null }
      : { stand, mine: '梧桐里小区', theirs: stand === 'same' ? '梧桐里小区' : '金桂园小区' },
})
const other = (over: Partial<Candidate> = {}): Candidate => ({
  id: '01A' as OrderId,
  sameCaller: false,
  region: GRID,
  lng: 113.1,
  lat: 34.2,
  category: 'E0801' as CategoryCode,
  text: '梧桐里小区5号楼暖气不热,室内只有15度',
  said: said(0.7, 'same'),
  ...over,
})
const scoreOf = (over: Partial<Candidate>, of: Partial<Probe> = {}) => matterScore({ ...probe, ...of }, other(over))
const groundsOf = (over: Partial<Candidate>, of: Partial<Probe> = {}) =>
  rankSimilar({ ...probe, ...of }, [other(over)], 5)[0]?.grounds ?? []
const kindsOf = (over: Partial<Candidate>, of: Partial<Probe> = {}) => groundsOf(over, of).map(({ kind }) => kind)

describe('what may be the same matter', () => {
  test('a neighbour’s same trouble in like words is very likely the same', () => {
    expect(scoreOf({})).toBeGreaterThanOrEqual(LIKELY)
    expect(kindsOf({}).toSorted()).toEqual(['near', 'same-place', 'same-scene', 'words'])
  })

  test('the longest words in common are named', () => {
    const words = groundsOf({}).find((ground) => ground.kind === 'words')
    expect(words?.kind === 'words' && words.words).toEqual(expect.arrayContaining(['号楼暖气不热']))
  })

  test('the words alone are enough where they are alike, wherever the text came from', () => {
    const unplaced = { lng: null, lat: null, region: null, category: null }
    const strange = { lng: null, lat: null, region: '990102001001001' as RegionCode, category: null, said: said(0.9) }
    expect(scoreOf(strange, unplaced)).toBeCloseTo(0.9, 2)
    expect(scoreOf({ ...strange, said: said(0.3) }, unplaced)).toBeLessThan(SHOWN)
  })

  test.each<[string, Partial<Candidate>]>([
    [
      'the same place, another matter in other words',
      { category: 'A0101' as CategoryCode, text: '路灯夜里一直亮着', said: said(0.03, 'same') },
    ],
    [
      'the same kind at the other end of the city',
      { lng: 113.2, region: '990102001001001' as RegionCode, text: '停水', said: said(0.02) },
    ],
    [
      'the same caller about something else elsewhere',
      {
        sameCaller: true,
        lng: 113.2,
        region: '990102001001001' as RegionCode,
        category: 'A0101' as CategoryCode,
        text: '公交候车太久',
        said: said(0.01),
      },
    ],
    ['the same words about an estate of another name', { lng: 113.1015, said: said(0.48, 'different') }],
    [
      'the same caller in the same words about another estate',
      { sameCaller: true, lng: null, lat: null, said: said(0.48, 'different') },
    ],
    ['a place alone', { category: null, said: null }],
    ['a kind alone', { lng: null, lat: null, region: '990102001001001' as RegionCode, said: null }],
  ])('not %s', (_, over) => {
    expect(rankSimilar(probe, [other(over)], 5)).toEqual([])
  })

  test('place and kind are shown before anything is written, but not as likely', () => {
    const score = scoreOf({ said: null })
    expect(score).toBeGreaterThanOrEqual(SHOWN)
    expect(score).toBeLessThan(LIKELY)
    expect(scoreOf({ said: null, sameCaller: true })).toBeGreaterThanOrEqual(LIKELY)
  })

  test('nearer, more of a kind, more alike and by the same caller rank higher', () => {
    expect(scoreOf({})).toBeGreaterThan(scoreOf({ lng: 113.1015 }))
    expect(scoreOf({})).toBeGreaterThan(scoreOf({ category: 'E0803' as CategoryCode }))
    expect(scoreOf({})).toBeGreaterThan(scoreOf({ said: said(0.5, 'same') }))
    expect(scoreOf({ sameCaller: true })).toBeGreaterThan(scoreOf({}))
    expect(scoreOf({ sameCaller: true })).toBeLessThanOrEqual(1)
  })

  test('two names of one spot are one place: its pin says so', () => {
    expect(scoreOf({ said: said(0.45, 'different') })).toBeGreaterThanOrEqual(SHOWN)
    expect(kindsOf({ said: said(0.45, 'different') })).toContain('other-place')
  })

  test('without a point on the map the community stands for the place', () => {
    const found = kindsOf({ region: '990101001001' as RegionCode }, { lng: null, lat: null })
    expect(found).toContain('same-community')
  })

  test('points that lie apart are not near because the community is one', () => {
    expect(kindsOf({ lng: 113.11 })).not.toContain('same-community')
  })

  test('word for word the same a kilometre away is another matter of the kind, unless they name one place', () => {
    const far = { lng: 113.12, said: said(0.99) }
    expect(scoreOf({ ...far, lng: 113.15, said: said(0.99, 'same') })).toBeLessThan(SHOWN)
    expect(scoreOf(far)).toBeLessThan(SHOWN)
    expect(scoreOf({ ...far, said: said(0.99, 'same') })).toBeLessThan(LIKELY)
    expect(scoreOf({ ...far, sameCaller: true })).toBeGreaterThanOrEqual(LIKELY)
  })

  test('without pins the towns stand for the distance, and nothing that lies apart joins a group', () => {
    const unplaced = { lng: null, lat: null }
    const town = { ...unplaced, region: '990101002' as RegionCode, said: said(0.99) }
    expect(scoreOf(town, { ...unplaced, region: '990101001' as RegionCode })).toBeLessThan(SHOWN)
    expect(scoreOf(town, { ...unplaced, region: '990101' as RegionCode })).toBeGreaterThanOrEqual(SHOWN)
    expect(joiningScore({ ...probe, ...unplaced }, other(town))).toBe(0)
    expect(joiningScore(probe, other({}))).toBe(scoreOf({}))
  })

  test('what every request says is not named as words in common', () => {
    const text = '来电人反映小区附近有关问题,希望有关部门尽快核实处理解决'
    expect(kindsOf({ text }, { text })).not.toContain('words')
  })

  test('best first, and the newer of two alike', () => {
    const far = other({ id: '01C' as OrderId, lng: 113.1015 })
    const older = other({ id: '01A' as OrderId })
    const newer = other({ id: '01B' as OrderId })
    expect(rankSimilar(probe, [far, older, newer], 5).map(({ id }) => id)).toEqual(['01B', '01A', '01C'])
  })
})

test('metres are metres', () => {
  expect(metresBetween({ lng: 113, lat: 34 }, { lng: 113, lat: 34.001 })).toBeCloseTo(111.2, 0)
  expect(metresBetween({ lng: 113, lat: 34 }, { lng: 113.001, lat: 34 })).toBeCloseTo(92.2, 0)
})
