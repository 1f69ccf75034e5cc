import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import { StraightThroughPolicy } from '../city/straight-through-policy.ts'
import type { UnitId } from '../ids.ts'
import { at, submitted } from '../order/order.fixture.ts'
import type { Order } from '../order/order.ts'
import { chooseUnit } from './choose-unit.ts'
import { matterOf } from './matter.ts'
import type { Recommended } from './recommend.ts'
import { categoryConfidence, checkStraight, mayGoStraight, type StraightCondition } from './straight-through.ts'

const city = await loadCity(fileURLToPath(new URL('../../city/demo', import.meta.url)))
const NOW = at('2026-03-02 10:00')
const plain = submitted(city, { requestType: 'help', confidential: 'none' }, NOW)
const sure: Order = {
  ...plain,
  request: { ...plain.request, kind: 'general', hazard: false, urgency: 'normal' },
  classification: {
    by: 'human',
    version: 'model-1',
    confidence: 0.95,
    reasons: [],
    proposed: plain.request.category,
  },
}
const choice = { ...chooseUnit(matterOf(sure), city, new Set()), handling: 'dispatch' as const }
const best: Recommended = {
  unit: choice.lead ?? ('' as UnitId),
  score: 0.97,
  source: 'rule',
  rule: null,
  precedents: [],
  wrong: 0,
  words: [],
  record: { unit: choice.lead ?? ('' as UnitId), assigned: 40, kept: 39, wrong: 1 },
}
const ground = { choice, best, claimed: false, allowed: true, grid: false }
const policy = StraightThroughPolicy.parse({ enabled: true })
const failed = (order: Order, of: Partial<typeof ground> = {}, set: Partial<StraightThroughPolicy> = {}) =>
  checkStraight(order, { ...ground, ...of }, { ...policy, ...set })
    .filter(({ held }) => !held)
    .map(({ condition }) => condition)
const asked = (request: Partial<Order['request']>): Order => ({ ...sure, request: { ...sure.request, ...request } })

test('off by default; what meets every condition may go', () => {
  expect(StraightThroughPolicy.parse({}).enabled).toBe(false)
  expect(choice.lead).not.toBeNull()
  expect(mayGoStraight(checkStraight(sure, ground, policy))).toBe(true)
})

test.each<[string, Order, Partial<typeof ground>, StraightCondition[]]>([
  ['confidential in part', asked({ confidential: 'name' }), {}, ['not-confidential']],
  ['complex', asked({ kind: 'complex' }), {}, ['not-complex']],
  ['urgent by scene', asked({ kind: 'urgent' }), {}, ['not-urgent']],
  ['urgent by the caller', asked({ urgency: 'urgent' }), {}, ['not-urgent']],
  ['a hazard', asked({ hazard: true }), {}, ['not-urgent']],
  ['held by somebody', sure, { claimed: true }, ['free']],
  ['refused by a guard', sure, { allowed: false }, ['dispatch-allowed']],
  ['the grid’s to take', sure, { grid: true }, ['not-for-grid']],
  ['for the grid by its rule', sure, { choice: { ...choice, handling: 'grid' as never } }, ['ordinary-handling']],
  ['a merge proposed', { ...sure, suggestedMaster: { id: sure.id, no: 'HL1' } }, {}, ['no-proposed-merge']],
  ['the machine read another category', { ...sure, classification: null }, {}, ['sure-category']],
  ['a low score', sure, { best: { ...best, score: 0.5 } }, ['score']],
  ['precedents against the rule', sure, { best: { ...best, unit: 'other' as UnitId } }, ['rule-agrees']],
  ['a new scene', sure, { best: { ...best, record: { ...best.record, kept: 3, wrong: 0 } } }, ['known-scene']],
  ['often wrong', sure, { best: { ...best, record: { ...best.record, kept: 30, wrong: 4 } } }, ['few-returns']],
])('%s stays with a person', (_, order, of, expected) => {
  expect(failed(order, of)).toEqual(expected)
})

test('with nothing recommended every condition that needs a unit fails, and none throws', () => {
  expect(failed(sure, { best: undefined as never })).toEqual(['rule-agrees', 'score', 'known-scene', 'few-returns'])
})

test('bounds and lists are the city’s; confidential, complex and new are not', () => {
  const open = { urgent: true, proposedMerge: true, minScore: 0, maxReturnRate: 1, minCases: 1, minConfidence: 0 }
  const hard = { ...asked({ confidential: 'all', kind: 'complex' }), classification: null }
  const unknown = { best: { ...best, record: { ...best.record, kept: 0, wrong: 0 } } }
  expect(failed(hard, unknown, open)).toEqual([
    'not-confidential',
    'not-complex',
    'sure-category',
    'known-scene',
    'few-returns',
  ])
  expect(failed(asked({ hazard: true }), {}, open)).toEqual([])
  const category = sure.request.category ?? ''
  const lists = (only: string[], never: string[]) =>
    failed(sure, {}, { categories: StraightThroughPolicy.parse({ categories: { only, never } }).categories })
  expect(lists([category.slice(0, 1)], [])).toEqual([])
  expect(lists([], [category.slice(0, 3)])).toEqual(['category-allowed'])
  expect(lists(['Z'], [])).toEqual(['category-allowed'])
})

test('an order that was dispatched before is a person’s', () => {
  const before: Order = {
    ...sure,
    assignments: [{ id: 'x/1', unit: 'water' } as unknown as Order['assignments'][number]],
  }
  expect(failed(before)).toEqual(['first-dispatch'])
})

test('a category set after the machine read another is not the machine’s to be sure of', () => {
  expect(categoryConfidence(sure)).toBe(0.95)
  expect(categoryConfidence(asked({ category: 'A0101' as never }))).toBeNull()
})
