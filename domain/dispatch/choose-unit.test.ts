import { describe, expect, test } from 'vitest'
import type { City, DispatchRule } from '../city/city.ts'
import type { UnitId } from '../ids.ts'
import { at } from '../order/order.fixture.ts'
import { chooseUnit } from './choose-unit.ts'
import type { Matter } from './matter.ts'
import { cityWith, id, matter, ruleOf } from './rules.fixture.ts'

const NOBODY: ReadonlySet<UnitId> = new Set()
const chosenBy = (rules: readonly DispatchRule[], more: Partial<Matter> = {}, excluded = NOBODY) =>
  chooseUnit(matter(more), cityWith(rules), excluded)
const verdicts = (rules: readonly DispatchRule[], more: Partial<Matter> = {}) =>
  chosenBy(rules, more).trace.map(({ rule, verdict, failed }) => [rule, verdict, ...(failed ?? [])])

describe('every condition holds or is named as failed', () => {
  const asks: [string, Omit<Partial<Record<keyof DispatchRule, unknown>>, 'id'>, Partial<Matter>, Partial<Matter>][] = [
    ['region', { region: '980101' }, {}, { region: '980102101' as Matter['region'] }],
    ['requestType', { requestType: 'complaint' }, {}, { requestType: 'consult' }],
    ['kind', { kind: 'urgent' }, { kind: 'urgent' }, {}],
    ['placeType', { placeType: 'residential-area' }, { placeType: 'residential-area' }, { placeType: 'road' }],
    ['ownership', { ownership: 'community' }, { ownership: 'community' }, {}],
    ['respondentType', { respondentType: 'builder' }, { respondentType: 'builder' }, { respondentType: 'shop' }],
    ['keywords', { keywords: ['塌陷', '坑洼'] }, {}, { title: '路灯', content: '不亮' }],
    ['keywords', { keywords: ['坑洼+修补'] }, {}, { content: '坑洼' }],
    ['keywords', { keywords: ['ＬＥＤ屏'] }, { content: '坑洼，led屏太亮' }, {}],
    ['tags', { tags: ['防汛', '高考'] }, { tags: ['高考'] }, { tags: ['春运'] }],
  ]
  test.each(asks)('%s %o', (condition, asked, has, lacks) => {
    const rules = [ruleOf({ id: 'asks', ...asked })]
    expect(chosenBy(rules, has).rule).toBe('asks')
    expect(verdicts(rules, lacks)).toEqual([['asks', 'condition-failed', condition]])
  })

  test.each([
    ['22:00', '06:00', '2026-03-02 23:59', true],
    ['22:00', '06:00', '2026-03-02 05:59', true],
    ['22:00', '06:00', '2026-03-02 22:00', true],
    ['22:00', '06:00', '2026-03-02 06:00', false],
    ['22:00', '06:00', '2026-03-02 12:00', false],
    ['08:30', '24:00', '2026-03-02 23:59', true],
    ['00:00', '08:30', '2026-03-02 08:29', true],
    ['00:00', '08:30', '2026-03-02 08:30', false],
  ])('between %s and %s: %s is %s, in Shanghai', (from, to, received, speaks) => {
    const rules = [ruleOf({ id: 'hours', timeOfDay: { from, to } })]
    expect(chosenBy(rules, { receivedAt: at(received) }).rule).toBe(speaks ? 'hours' : null)
  })

  test.each([
    ['11-15', '03-15', '2026-01-01 12:00', true],
    ['11-15', '03-15', '2026-03-15 23:59', true],
    ['11-15', '03-15', '2026-11-15 00:00', true],
    ['11-15', '03-15', '2026-03-16 00:00', false],
    ['06-01', '09-30', '2026-07-01 12:00', true],
    ['02-29', '02-29', '2028-02-29 12:00', true],
  ])('from %s to %s: %s is %s', (from, to, received, speaks) => {
    const rules = [ruleOf({ id: 'season', season: { from, to } })]
    expect(chosenBy(rules, { receivedAt: at(received) }).rule).toBe(speaks ? 'season' : null)
  })

  test('all that fail are named', () => {
    const rules = [ruleOf({ id: 'picky', placeType: 'river', tags: ['防汛'], region: '980101' })]
    expect(verdicts(rules)).toEqual([['picky', 'condition-failed', 'placeType', 'tags']])
  })
})

describe('who comes before whom', () => {
  const plain = ruleOf({ id: 'plain' })
  const item = ruleOf({ id: 'item', category: 'R01', lead: { unit: 'east' } })

  test('the higher priority, however little it says', () => {
    expect(verdicts([plain, ruleOf({ id: 'top', category: null, priority: 9, lead: { unit: 'west' } })])).toEqual([
      ['top', 'chosen'],
      ['plain', 'lower-priority'],
    ])
  })

  test('a scene before an item whatever else the item’s rule asks; then the number of conditions', () => {
    const rich = ruleOf({ id: 'rich', category: 'R01', region: '980101', requestType: 'complaint', keywords: ['坑洼'] })
    const one = ruleOf({ id: 'one', requestType: 'complaint' })
    expect(verdicts([item, rich, plain, one])).toEqual([
      ['one', 'chosen'],
      ['plain', 'less-specific'],
      ['rich', 'less-specific'],
      ['item', 'less-specific'],
    ])
  })

  test('a town before its district', () => {
    const district = ruleOf({ id: 'district', region: '980101' })
    const town = ruleOf({ id: 'town', region: '980101001' })
    expect(verdicts([town, district]).map(([rule]) => rule)).toEqual(['town', 'district'])
    expect(verdicts([district, town]).map(([rule]) => rule)).toEqual(['town', 'district'])
  })

  test('of two that say as much the one that began later, else the later row', () => {
    const old = ruleOf({ id: 'old', from: '2025-01-01' })
    const young = ruleOf({ id: 'young', from: '2026-01-01' })
    expect(verdicts([young, old])).toEqual([
      ['young', 'chosen'],
      ['old', 'older'],
    ])
    expect(chosenBy([ruleOf({ id: 'first' }), ruleOf({ id: 'second' })]).rule).toBe('second')
  })

  test('one that is closed, over or yet to come does not speak; the day asked counts, not the day of receipt', () => {
    const rules = [
      ruleOf({ id: 'closed', active: false }),
      ruleOf({ id: 'over', to: '2026-03-01' }),
      ruleOf({ id: 'to-come', from: '2026-03-03' }),
      item,
    ]
    const told = verdicts(rules)
    expect(told.at(-1)).toEqual(['item', 'chosen'])
    expect(told.slice(0, 3).every(([, verdict]) => verdict === 'not-in-force')).toBe(true)
    expect(chooseUnit(matter(), cityWith(rules), NOBODY, at('2026-03-03 00:00')).rule).toBe('to-come')
    expect(chosenBy([ruleOf({ id: 'last-day', to: '2026-03-02' })]).rule).toBe('last-day')
  })

  test('a unit that gave it back, is closed or does not exist there lets the next rule speak', () => {
    const rules = [plain, item]
    const without = chosenBy(rules, {}, new Set(['roads' as UnitId]))
    expect(without).toMatchObject({ rule: 'item', lead: 'east' })
    expect(without.trace[0]).toEqual({ rule: 'plain', verdict: 'unit-excluded' })
    const nowhere = ruleOf({ id: 'nowhere', lead: { territorial: 'district' } })
    expect(verdicts([nowhere, item])).toEqual([
      ['nowhere', 'unit-missing'],
      ['item', 'chosen'],
    ])
  })
})

describe('who leads', () => {
  const leadOf = (lead: unknown, more: Partial<Matter> = {}, city: Partial<City> = {}) =>
    chooseUnit(matter(more), cityWith([ruleOf({ id: 'r', lead })], city), NOBODY).lead

  test('the place’s unit, the trade’s unit', () => {
    expect(leadOf({ territorial: 'town' })).toBe('east')
    expect(leadOf({ industry: true })).toBe('roads')
  })

  test('the owner: by the respondent’s name, else by the owners’ table in its order, else nobody', () => {
    const base = cityWith([])
    const units = new Map(base.units)
    const water = { ...[...base.units.values()][0], id: 'water', name: '汀溪市水务集团', type: 'public-enterprise' }
    units.set('water' as UnitId, { ...water, active: true } as never)
    const policy = {
      ...base.policy,
      owners: [
        { ownership: 'municipal', placeType: 'road', lead: { unit: 'roads' } },
        { ownership: 'community', lead: { territorial: 'town' } },
        { ownership: 'unknown', lead: { industry: true } },
        { names: ['自来水公司'], lead: { unit: 'water' } },
      ],
    } as City['policy']
    const city = { units, policy }
    const owner = { owner: true }
    expect(leadOf(owner, { ownership: 'municipal', placeType: 'road' }, city)).toBe('roads')
    expect(leadOf(owner, { ownership: 'community' }, city)).toBe('east')
    expect(leadOf(owner, { ownership: 'unknown' }, city)).toBe('roads')
    expect(leadOf(owner, { ownership: 'private' }, city)).toBeNull()
    expect(leadOf(owner, { ownership: 'community', respondentName: '水务集团东岸营业所' }, city)).toBe('water')
    expect(leadOf(owner, { respondentName: '汀溪自来水公司' }, city)).toBe('water')
  })

  test('an owner that is the trade and a trade that is the owner end', () => {
    const base = cityWith([])
    const categories = new Map(base.categories)
    for (const [code, one] of categories) categories.set(code, { ...one, leadUnit: '@owner' })
    const policy = { ...base.policy, owners: [{ lead: { industry: true as const } }] }
    expect(leadOf({ industry: true }, {}, { categories, policy })).toBeNull()
  })

  test('co-units once each, never the lead, and what the rule says of limits and handling goes along', () => {
    const co = [{ unit: 'roads' }, { territorial: 'town' }, { unit: 'east' }, { industry: true }, { unit: 'west' }]
    expect(chosenBy([ruleOf({ id: 'r', co, handling: 'grid', profile: 'G1' })])).toMatchObject({
      lead: 'roads',
      co: ['east', 'west'],
      handling: 'grid',
      profile: 'G1',
    })
  })

  test('without a scene nothing is proposed', () => {
    expect(chosenBy([ruleOf({ id: 'any', category: null })], { category: null })).toMatchObject({
      lead: null,
      rule: null,
      trace: [],
    })
    expect(chosenBy([ruleOf({ id: 'any', category: null })]).rule).toBe(id('any'))
  })
})
