import { expect, test } from 'vitest'
import type { Candidate } from '#contract/candidates.ts'
import type { UnitId } from '#domain/ids.ts'
import type { DispatchChoice } from '#domain/order/event.ts'
import { dispatchWords } from './dispatch-words.ts'
import { bodyOf, needsReason, type Plan, proposedPlan, whyNotSend, withCo, withLead } from './plan.ts'

const words = dispatchWords.zh
const unit = (id: string, refused: Candidate['refused'] = null): Candidate => ({
  unit: id as UnitId,
  name: id,
  type: 'department',
  load: { open: 0, red: 0, yellow: 0, green: 0, overdue: 0 },
  refused,
  score: 0.9,
  source: 'rule',
  why: { zh: '', en: '' },
  rule: null,
  words: [],
  record: { assigned: 0, kept: 0, wrong: 0 },
  ended: 0,
  wrong: 0,
  precedents: [],
})
const choice: DispatchChoice = {
  version: '1',
  rule: null,
  lead: 'water' as UnitId,
  co: [],
  handling: 'dispatch',
  profile: null,
  trace: [],
}
const plan: Plan = proposedPlan({ choice, candidates: [unit('water'), unit('works')], co: [unit('street')] })
const pending = { state: 'pending-dispatch' } as const

test('the plan begins as the rules propose, without units that may not have it', () => {
  expect([plan.lead?.unit, plan.co.map((co) => co.unit)]).toEqual(['water', ['street']])
  const refused = proposedPlan({ choice, candidates: [unit('water', 'unit-closed')], co: [unit('x', 'unit-closed')] })
  expect([refused.lead, refused.co]).toEqual([null, []])
})

test('a unit stands in a plan once', () => {
  expect(withLead(plan, unit('street')).co).toEqual([])
  expect(withCo(plan, unit('water')).co.map((co) => co.unit)).toEqual(['street'])
  expect(withCo(plan, unit('street')).co).toHaveLength(1)
})

test.each<[string, Plan, 'pending-dispatch' | 'in-handling', string | null]>([
  ['as proposed', plan, 'pending-dispatch', null],
  ['another unit without a reason', withLead(plan, unit('works')), 'pending-dispatch', words.reasonFirst],
  [
    'with blanks for a reason',
    { ...withLead(plan, unit('works')), reason: '  ' },
    'pending-dispatch',
    words.reasonFirst,
  ],
  ['with a reason', { ...withLead(plan, unit('works')), reason: '权属' }, 'pending-dispatch', null],
  ['nobody', { ...plan, lead: null }, 'pending-dispatch', words.chooseFirst],
  ['already dispatched', plan, 'in-handling', words.wrongState('办理中')],
])('%s', (_, given, state, expected) => {
  expect(whyNotSend(given, choice, { ...pending, state }, '办理中', words)).toBe(expected)
})

test('empty words are sent as none', () => {
  expect(bodyOf({ ...plan, note: ' ' }, unit('water'))).toEqual({
    lead: 'water',
    co: ['street'],
    overrideReason: null,
    note: null,
  })
  expect(needsReason(plan, choice)).toBe(false)
})
