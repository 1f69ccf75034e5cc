import { describe, expect, test } from 'vitest'
import { PLAIN_RULE } from '../city/plain-rule.ts'
import type { OrderId, RegionCode, RuleId, UnitId } from '../ids.ts'
import type { DispatchChoice } from '../order/event.ts'
import type { RuleCandidate, RuleNearness } from './candidates.ts'
import { agreedRule, type Evidence, OFFERED, type Precedent, recommend, weightOf } from './recommend.ts'

const HERE = '990101001002' as RegionCode
const unit = (id: string) => id as UnitId
let n = 0
const past = (ended: string | null, more: Partial<Precedent> = {}): Precedent => ({
  id: `01KJQ${String(n++).padStart(21, '0')}` as OrderId,
  no: `HL${n}`,
  likeness: 0.6,
  sameScene: true,
  region: HERE,
  unit: ended === null ? null : unit(ended),
  wrong: [],
  words: ['井盖'],
  ...more,
})
const rule = (id: string, nearness: RuleNearness = 'chosen'): RuleCandidate => ({
  unit: unit(id),
  nearness,
  failed: [],
  rule: {
    ...PLAIN_RULE,
    id: `r-${id}` as RuleId,
    lead: { unit: unit(id) },
    basis: '目录',
  },
})
const choice = (lead: string | null): DispatchChoice => ({
  version: '1',
  rule: lead === null ? null : (`r-${lead}` as RuleId),
  lead: lead === null ? null : unit(lead),
  co: [],
  handling: 'dispatch',
  profile: null,
  trace: [],
})
const evidence = (more: Partial<Evidence>): Evidence => ({
  region: HERE,
  choice: choice(null),
  named: [],
  precedents: [],
  duties: [],
  records: [],
  mayHave: () => true,
  ...more,
})
const order = (of: Partial<Evidence>) => recommend(evidence(of)).map((one) => one.unit)
const many = (times: number, ended: string, more: Partial<Precedent> = {}) =>
  Array.from({ length: times }, () => past(ended, more))

describe('recommend', () => {
  test('without any evidence nobody is recommended', () => {
    expect(recommend(evidence({}))).toEqual([])
  })

  test('the rule alone recommends its unit, surely but not certainly, and a few odd orders move nothing', () => {
    const [alone] = recommend(evidence({ choice: choice('works'), named: [rule('works')] }))
    expect(alone).toMatchObject({ unit: 'works', source: 'rule', words: [] })
    expect(alone?.score).toBeGreaterThan(0.85)
    expect(alone?.score).toBeLessThan(1)
    expect(order({ choice: choice('works'), named: [rule('works')], precedents: many(4, 'water') })[0]).toBe('works')
  })

  test('agreement raises the score, a steady practice against the rule stands above it', () => {
    const named = [rule('works')]
    const of = (precedents: Precedent[]) => recommend(evidence({ choice: choice('works'), named, precedents }))
    const [agreed] = of(many(10, 'works'))
    const [alone] = of([])
    expect(agreed?.score).toBeGreaterThan(alone?.score ?? 1)
    const [against, second] = of(many(12, 'water'))
    expect([against?.unit, second?.unit]).toEqual(['water', 'works'])
    expect(agreedRule(choice('works'), against)).toBeNull()
    expect(agreedRule(choice('works'), agreed)).toBe('r-works')
  })

  test('what a unit gave back counts against it, and what was never settled counts for nobody', () => {
    const returned = many(6, 'water', { wrong: [unit('works')] })
    const [first, ...others] = recommend(evidence({ precedents: [...many(5, 'works'), ...returned] }))
    expect(first?.unit).toBe('water')
    expect(others.map((one) => one.unit)).toEqual([])
    const [open] = recommend(evidence({ precedents: [...many(3, 'works'), past(null, { wrong: [unit('works')] })] }))
    expect(open).toMatchObject({ unit: 'works', wrong: 1 })
    expect(open?.precedents).toHaveLength(3)
    expect(open?.score).toBeLessThan(recommend(evidence({ precedents: many(3, 'works') }))[0]?.score ?? 0)
  })

  test('a rule whose unit returned most of what it sent weighs less than one that is kept', () => {
    const scored = (wrong: number) =>
      recommend(
        evidence({
          choice: choice('works'),
          named: [rule('works')],
          records: [{ unit: unit('works'), assigned: 10, kept: 10 - wrong, wrong }],
        }),
      )[0]?.score ?? 0
    expect(scored(9)).toBeLessThan(scored(0))
  })

  test('a unit that may not have the order is not recommended, whatever speaks for it', () => {
    const mayHave = (id: UnitId) => id !== 'works'
    expect(order({ named: [rule('works')], precedents: [...many(9, 'works'), past('water')], mayHave })).toEqual([
      'water',
    ])
  })

  test('the nearer and the liker a past order, the more it says; another scene says less', () => {
    const at = (region: string, more: Partial<Precedent> = {}) =>
      weightOf(past('x', { region: region as RegionCode, ...more }), HERE)
    expect(at(HERE)).toBeGreaterThan(at('990101001009'))
    expect(at('990101001009')).toBeGreaterThan(at('990101002001'))
    expect(at('990101002001')).toBeGreaterThan(at('990102001001'))
    expect(at(HERE, { likeness: 0.9 })).toBeGreaterThan(at(HERE, { likeness: 0.2 }))
    expect(at(HERE, { sameScene: false })).toBeLessThan(at(HERE))
    expect(at(HERE, { sameScene: false, likeness: 0 })).toBe(0)
  })

  test('duty words speak where nothing else does, and never against a rule', () => {
    const duties = [{ unit: unit('water'), match: 0.8, words: ['供水'] }]
    expect(recommend(evidence({ duties }))[0]).toMatchObject({ unit: 'water', source: 'duty', words: ['供水'] })
    expect(order({ duties, choice: choice('works'), named: [rule('works')] })).toEqual(['works', 'water'])
  })

  test('three at most, the same for the same evidence in whatever order it comes', () => {
    const precedents = ['a', 'b', 'c', 'd', 'e'].flatMap((id, i) => many(i + 1, id))
    const forwards = recommend(evidence({ precedents }))
    expect(forwards).toHaveLength(OFFERED)
    expect(order({ precedents: precedents.toReversed() })).toEqual(forwards.map((one) => one.unit))
    expect(forwards.reduce((sum, { score }) => sum + score, 0)).toBeLessThan(1)
  })
})
