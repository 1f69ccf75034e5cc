import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OrderId, RuleId, UnitId } from '../ids.ts'
import { type Fault, findingFaults } from './find-faults.ts'
import { majorityProbability, wilsonLower } from './odds.ts'
import type { SeenCase } from './seen-case.ts'
import { bestSpan, inSpan } from './time-window.ts'

const unit = (id: string) => UnitId.parse(id)
const rule = RuleId.parse('r')
let next = 0
const seen = (more: Partial<SeenCase> = {}): SeenCase => ({
  id: OrderId.parse(`o${next++}`),
  rule,
  present: unit('a'),
  final: unit('a'),
  wants: [more.final ?? 'a'],
  evidence: 'kept',
  overriddenBy: null,
  tokens: [],
  hour: 10,
  text: '',
  words: [],
  ...more,
})
const times = (n: number, more: Partial<SeenCase> = {}) => Array.from({ length: n }, () => seen(more))
const gone = (to: string, more: Partial<SeenCase> = {}): Partial<SeenCase> => ({
  final: unit(to),
  wants: [to],
  evidence: 'returned',
  ...more,
})
const find = (cases: readonly SeenCase[]): Fault[] => {
  const finding = findingFaults(
    cases,
    () => new Set(),
    () => () => null,
  )
  for (;;) {
    const step = finding.next()
    if (step.done === true) return step.value
  }
}
const told = (faults: readonly Fault[]) =>
  faults.map(({ lead, conditions }) => `${conditions.map(({ field, value }) => `${field}=${value}`).join('&')}→${lead}`)

describe('what the cases of a rule say about it', () => {
  test('all went elsewhere: another lead', () => {
    expect(told(find(times(6, gone('b'))))).toEqual(['→b'])
  })

  test('those of one place went elsewhere: an exception, and no more than that', () => {
    const park = { tokens: ['placeType=park'] }
    const cases = [...times(7, gone('b', park)), ...times(20, { tokens: ['placeType=road'] })]
    expect(told(find(cases))).toEqual(['placeType=park→b'])
  })

  test('those of the night, and those that name a thing', () => {
    const night = [...times(4, gone('b', { hour: 23 })), ...times(4, gone('b', { hour: 2 })), ...times(20)]
    expect(told(find(night))).toEqual(['timeOfDay=22:00-06:00→b'])
    const bikes = gone('c', { text: '路边的共享单车', words: ['共享单车'] })
    expect(told(find([...times(8, bikes), ...times(25)]))).toEqual(['keywords=共享单车→c'])
  })

  test('nothing odd about the cases that left: nothing is proposed', () => {
    expect(find([...times(4, gone('b')), ...times(30)])).toEqual([])
  })

  test('what leaves a rule whatever is asked makes no exception of the few for which something happens to hold', () => {
    const park = { tokens: ['placeType=park'] }
    const inPark = [...times(4, gone('b', park)), ...times(2, park)]
    expect(find([...inPark, ...times(50), ...times(10, gone('b'))])).toEqual([])
    expect(told(find([...inPark, ...times(60)]))).toEqual(['placeType=park→b'])
  })

  test('a unit that gives back everywhere is expected to give back here too', () => {
    const elsewhere = Array.from({ length: 6 }, (_, i) => {
      const of = { rule: RuleId.parse(`r${i}`) }
      return [...times(12, { ...gone('b'), ...of }), ...times(20, of)]
    }).flat()
    const here = [
      ...times(3, gone('b', { tokens: ['kind=urgent'] })),
      ...times(2, { tokens: ['kind=urgent'] }),
      ...times(20),
    ]
    expect(find([...elsewhere, ...here]).filter((fault) => fault.rule === rule)).toEqual([])
  })

  test('one dispatcher’s conviction is no evidence, two dispatchers’ is', () => {
    const by = (who: string) => gone('b', { evidence: 'overridden', overriddenBy: who })
    expect(find(times(8, by('x')))).toEqual([])
    expect(told(find([...times(5, by('x')), ...times(4, by('y'))]))).toEqual(['→b'])
  })

  test('whatever the cases, a find has more for it than against it, and three orders at least', () => {
    const arbitrary = fc.record({
      to: fc.constantFrom('a', 'b', 'c'),
      token: fc.constantFrom('placeType=park', 'placeType=road', 'region=990101'),
      hour: fc.integer({ min: 0, max: 23 }),
    })
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 40 }), (drawn) => {
        const cases = drawn.map(({ to, token, hour }) =>
          seen(to === 'a' ? { tokens: [token], hour } : gone(to, { tokens: [token], hour })),
        )
        const ids = new Set(cases.map(({ id }) => id))
        for (const { support, against, lead } of find(cases)) {
          expect(support.length).toBeGreaterThanOrEqual(3)
          expect(support.length).toBeGreaterThan(against.length)
          expect(lead).not.toBe('a-stranger')
          expect([...support, ...against].every((id) => ids.has(id))).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('odds', () => {
  test('Wilson’s bound lies below the share and climbs with the number', () => {
    expect(wilsonLower(5, 5)).toBeCloseTo(0.65, 2)
    expect(wilsonLower(50, 50)).toBeGreaterThan(0.94)
    expect(wilsonLower(0, 0)).toBe(0)
  })

  test('a majority: none known is even, three to nothing is fifteen in sixteen', () => {
    expect(majorityProbability(0, 0)).toBeCloseTo(0.5)
    expect(majorityProbability(3, 0)).toBeCloseTo(15 / 16)
    expect(majorityProbability(2, 2)).toBeCloseTo(0.5)
  })

  test('a span over midnight holds its night and not its day', () => {
    expect([22, 23, 0, 5].every((hour) => inSpan(hour, '22:00-06:00'))).toBe(true)
    expect([6, 12, 21].some((hour) => inSpan(hour, '22:00-06:00'))).toBe(false)
    const byHour = Array.from({ length: 24 }, (_, hour) => (hour >= 22 || hour < 6 ? 1 : -1))
    expect(bestSpan(byHour)).toBe('22:00-06:00')
  })
})
