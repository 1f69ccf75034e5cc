import { describe, expect, test } from 'vitest'
import { cityWith, matter, ruleOf } from '../dispatch/rules.fixture.ts'
import { OrderId, RuleId, UnitId } from '../ids.ts'
import { at } from '../order/order.fixture.ts'
import type { CalibrationCase } from './calibration-case.ts'
import { proposeChanges } from './propose-changes.ts'

const city = cityWith([ruleOf({ id: 'r' })])
const today = at('2026-04-01 09:00')
let next = 0
/** Orders of one day that the road office got, and whoever had them in the end. */
const ended = (n: number, day: string, final: string): CalibrationCase[] =>
  Array.from({ length: n }, () => ({
    id: OrderId.parse(`o${next++}`),
    matter: matter({ receivedAt: at(`${day} 10:00`) }),
    words: [],
    final: UnitId.parse(final),
    evidence: final === 'roads' ? ('kept' as const) : ('returned' as const),
    overriddenBy: null,
  }))

describe('what a month proposes', () => {
  test('a lead that the period bears out, with its cases', () => {
    const found = proposeChanges(ended(6, '2026-03-05', 'east'), city, today)
    expect(found.map(({ change, support, replay }) => [change, support.length, replay])).toEqual([
      [{ kind: 'change-lead', rule: 'r', lead: expect.any(String) }, 6, { moved: 6, gains: 6, losses: 0, astray: 0 }],
    ])
  })

  test('four that went and three that stayed are no reason', () => {
    const cases = [...ended(4, '2026-03-05', 'east'), ...ended(3, '2026-03-05', 'roads')]
    expect(proposeChanges(cases, city, today)).toEqual([])
  })

  test('what a rule was changed for is not brought up against it: only orders since count, and must say more', () => {
    const changed = new Map([[RuleId.parse('r'), at('2026-03-10 00:00')]])
    const before = ended(6, '2026-03-05', 'east')
    expect(proposeChanges(before, city, today, changed)).toEqual([])
    expect(proposeChanges([...before, ...ended(2, '2026-03-20', 'east')], city, today, changed)).toEqual([])
    const since = [...ended(5, '2026-03-20', 'east'), ...ended(1, '2026-03-20', 'roads')]
    expect(proposeChanges(since, city, today)).toHaveLength(1)
    expect(proposeChanges([...before, ...since], city, today, changed)).toEqual([])
    const [again] = proposeChanges([...before, ...ended(7, '2026-03-20', 'east')], city, today, changed)
    expect(again?.support).toHaveLength(7)
  })
})
