import { describe, expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import type { City, DispatchRule } from '../city/city.ts'
import type { CategoryCode, Day, UnitId } from '../ids.ts'
import type { IssueKind } from './catalogue-issue.ts'
import { checkCatalogue } from './check-catalogue.ts'
import { chooseUnit } from './choose-unit.ts'
import { cityWith, coveredCity, matter, ruleOf } from './rules.fixture.ts'

const TODAY = '2026-03-02' as Day
type Cells = Omit<Partial<Record<keyof DispatchRule, unknown>>, 'id'>
const issuesOf = (rules: readonly DispatchRule[], more: Partial<City> = {}) =>
  checkCatalogue(coveredCity(rules, more), TODAY)
const kinds = (rules: readonly DispatchRule[], more: Partial<City> = {}): [IssueKind, ...string[]][] =>
  issuesOf(rules, more).map(({ kind, rules: ids }) => [kind, ...ids])
const pair = (a: Cells, b: Cells) => [ruleOf({ id: 'a', ...a }), ruleOf({ id: 'b', lead: { unit: 'west' }, ...b })]

describe('two rules of equal weight with different leads', () => {
  const meet: [string, Cells, Cells][] = [
    ['the same in all', {}, {}],
    ['different conditions that can both hold', { placeType: 'road' }, { ownership: 'municipal' }],
    [
      'hours that share some',
      { timeOfDay: { from: '22:00', to: '06:00' } },
      { timeOfDay: { from: '05:00', to: '09:00' } },
    ],
    ['seasons over New Year', { season: { from: '11-15', to: '03-15' } }, { season: { from: '03-01', to: '05-01' } }],
    ['dates that share a day', { from: '2026-01-01', to: '2026-06-30' }, { from: '2026-06-30' }],
    ['words of which one says the other', { keywords: ['井盖松动'] }, { keywords: ['井盖', '路灯'] }],
    ['a tag of both', { tags: ['防汛', '高考'] }, { tags: ['高考'] }],
    ['the same town', { region: '980101001' }, { region: '980101001' }],
  ]
  test.each(meet)('%s: a contradiction, with a matter of which both speak', (_, a, b) => {
    const rules = pair(a, b)
    const [first] = issuesOf(rules)
    expect(first).toMatchObject({ kind: 'contradiction', blocking: true, column: 'lead' })
    expect([...(first?.rules ?? [])].sort()).toEqual(['a', 'b'])
    const example = first?.example
    if (example == null) throw new Error('no example')
    const received = `${example.day ?? '2026-03-02'}T${example.time ?? '10:00'}:00+08:00`
    const asked = matter({
      placeType: example.placeType,
      ownership: example.ownership,
      tags: example.tags,
      content: example.words.join('，'),
      receivedAt: new Date(received).toISOString() as never,
    })
    const spoke = chooseUnit(asked, cityWith(rules), new Set()).trace.map(({ verdict }) => verdict)
    expect(spoke.toSorted()).toEqual(['chosen', 'older'])
  })

  const apart: [string, Cells, Cells][] = [
    ['other place types', { placeType: 'road' }, { placeType: 'river' }],
    ['other types', { requestType: 'consult' }, { requestType: 'help' }],
    [
      'hours that only touch',
      { timeOfDay: { from: '22:00', to: '06:00' } },
      { timeOfDay: { from: '06:00', to: '22:00' } },
    ],
    ['seasons apart', { season: { from: '11-15', to: '03-15' } }, { season: { from: '03-16', to: '11-14' } }],
    ['one after the other', { to: '2026-06-30' }, { from: '2026-07-01' }],
    [
      'the season is over before the other begins',
      { season: { from: '03-01', to: '04-01' }, to: '2026-12-31' },
      { season: { from: '03-01', to: '04-01' }, from: '2026-04-02' },
    ],
    ['other towns', { region: '980101001' }, { region: '980102101' }],
    ['a town in the other’s district', { region: '980101001' }, { region: '980101' }],
    ['another priority', { priority: 1, placeType: 'road' }, { ownership: 'municipal' }],
    ['one that says more', { placeType: 'road' }, {}],
    ['one that is over', { to: '2026-03-01' }, {}],
    ['one that is closed', { active: false }, {}],
    ['the same lead', {}, { lead: { unit: 'roads' } }],
  ]
  test.each(apart)('%s: none', (_, a, b) => {
    expect(issuesOf(pair(a, b)).filter(({ blocking }) => blocking)).toEqual([])
  })

  test('words that may occur together are worth knowing and stop nothing', () => {
    expect(kinds(pair({ keywords: ['供水'] }, { keywords: ['电力'] }))).toEqual([['may-meet', 'b', 'a']])
  })

  test('with the same lead they overlap', () => {
    expect(kinds(pair({}, { lead: { unit: 'roads' }, co: [{ unit: 'east' }] }))).toEqual([['overlap', 'b', 'a']])
  })
})

describe('what else keeps a catalogue from being published', () => {
  test('a closed unit, as lead and as helper', () => {
    const base = cityWith([])
    const units = new Map([...base.units].map(([id, unit]) => [id, { ...unit, active: id !== 'west' }]))
    const rules = [
      ruleOf({ id: 'a', lead: { unit: 'west' } }),
      ruleOf({ id: 'b', category: 'R0102', co: [{ unit: 'west' }] }),
    ]
    expect(issuesOf(rules, { units }).map(({ kind, rules: [id], column, unit }) => [kind, id, column, unit])).toEqual([
      ['inactive-unit', 'a', 'lead', 'west'],
      ['inactive-unit', 'b', 'co', 'west'],
    ])
  })

  const uncovered = (rules: readonly DispatchRule[]) =>
    checkCatalogue(cityWith(rules), TODAY)
      .filter(({ kind }) => kind === 'uncovered')
      .map(({ category, region, requestType }) => [category, region, requestType])

  test('a category nobody speaks of, and one that only a condition speaks of', () => {
    const others = [ruleOf({ id: 'w', category: 'W' })]
    expect(uncovered(others)).toEqual([
      ['R01', null, null],
      ['R0101', null, null],
      ['R0102', null, null],
    ])
    expect(uncovered([...others, ruleOf({ id: 'r', category: 'R01', placeType: 'road' })])).toHaveLength(3)
    expect(uncovered([...others, ruleOf({ id: 'r', category: 'R01', to: '2026-03-01' })])).toHaveLength(3)
    expect(uncovered([...others, ruleOf({ id: 'r', category: 'R01' })])).toEqual([])
  })

  test('districts and types together cover the city, and the one that is missing is named', () => {
    const all = ruleOf({ id: 'all', category: 'W' })
    const east = ruleOf({ id: 'east', category: 'R01', region: '980101' })
    const west = ruleOf({ id: 'west', category: 'R01', region: '980102' })
    expect(uncovered([all, east, west])).toEqual([])
    expect(uncovered([all, east])[0]).toEqual(['R01', '980102', 'consult'])
    const consult = ruleOf({ id: 'consult', category: 'R01', requestType: 'consult' })
    expect(uncovered([all, east, consult])[0]).toEqual(['R01', '980102', 'help'])
    const town = ruleOf({ id: 'town', category: 'R01', region: '980102101' })
    expect(uncovered([all, east, town])).toEqual([])
  })

  test('a closed category needs no rule', () => {
    const base = cityWith([])
    const categories = new Map([...base.categories].map(([code, one]) => [code, { ...one, active: code !== 'R01' }]))
    expect(checkCatalogue(cityWith([ruleOf({ id: 'w', category: 'W' })], { categories }), TODAY)).toEqual([])
  })

  test('a lead that goes in a circle', () => {
    const base = cityWith([])
    const policy = { ...base.policy, owners: [{ lead: { industry: true as const } }] }
    const categories = new Map(
      [...base.categories].map(([code, one]) => [
        code,
        { ...one, leadUnit: code === 'R0101' ? '@owner' : one.leadUnit },
      ]),
    )
    const rules = [
      ruleOf({ id: 'a', lead: { industry: true } }),
      ruleOf({ id: 'b', category: 'R0102', lead: { industry: true } }),
    ]
    expect(kinds(rules, { policy, categories })).toEqual([['circular', 'a']])
  })
})

describe('what is worth knowing', () => {
  test('a rule that another always comes before', () => {
    const top = ruleOf({ id: 'top', category: 'R01', priority: 5, placeType: 'road' })
    const under = ruleOf({ id: 'under', placeType: 'road', requestType: 'help', lead: { unit: 'east' } })
    expect(kinds([top, under])).toEqual([['shadowed', 'under', 'top']])
    expect(kinds([top, { ...under, placeType: 'river' }])).toEqual([])
    expect(kinds([{ ...top, to: '2026-12-31' as Day }, under])).toEqual([])
    expect(kinds([{ ...top, timeOfDay: { from: '22:00', to: '06:00' } }, under])).toEqual([])
    expect(
      kinds([
        { ...top, timeOfDay: { from: '22:00', to: '06:00' } },
        { ...under, timeOfDay: { from: '23:00', to: '05:00' } },
      ]),
    ).toEqual([['shadowed', 'under', 'top']])
  })

  test('expired, not yet, and a lead that may not be found', () => {
    expect(kinds([ruleOf({ id: 'a', to: '2026-03-01' }), ruleOf({ id: 'b', from: '2026-03-03' })])).toEqual([
      ['expired', 'a'],
      ['not-yet', 'b'],
    ])
    const own = ruleOf({ id: 'own', category: null, lead: { owner: true } })
    expect(checkCatalogue(cityWith([own]), TODAY).map(({ kind }) => kind)).toEqual(['lead-unknown'])
  })
})

test('the cities of the house may be published', async () => {
  for (const folder of ['city/demo', 'tools/fixtures/tiny-city'])
    expect(checkCatalogue(await loadCity(folder), TODAY).filter(({ blocking }) => blocking)).toEqual([])
})

test('thirty contradictions among five thousand rules are found, and no other', async () => {
  const city = await loadCity('city/demo')
  const [codes, regions] = [[...city.categories.keys()], [...city.regions.keys()]]
  const units = [...city.units.keys()]
  const rules = Array.from({ length: 5000 }, (_, i) =>
    ruleOf({
      id: `r${i}`,
      category: codes[i % codes.length] as CategoryCode,
      region: regions[Math.floor(i / codes.length) % regions.length],
      lead: { unit: units[i % units.length] as UnitId },
    }),
  )
  const twisted = rules
    .slice(0, 30)
    .map((rule, i) => ({ ...rule, id: ruleOf({ id: `t${i}` }).id, lead: { territorial: 'town' as const } }))
  const found = checkCatalogue({ ...city, rules: [...city.rules, ...rules, ...twisted] }, TODAY)
  expect(found.filter(({ kind }) => kind === 'contradiction').map(({ rules: [one] }) => one)).toEqual(
    twisted.map(({ id }) => id),
  )
})
