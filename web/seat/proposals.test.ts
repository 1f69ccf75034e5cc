import { describe, expect, test } from 'vitest'
import { Understanding } from '#contract/understand.ts'
import { proposalsFor, sureOnes } from './proposals.ts'
import { EMPTY } from './seat-form.ts'
import { whereNow } from './select-span.ts'

const why = { zh: '提到“漏气”', en: 'says “漏气”' }
const ground = { probability: 0.93, why, words: [] }
const nothing = { sure: false, suggestions: [] }
const place = {
  ...{ name: '白沙小区', kind: 'estate', region: '990101001001', lng: 111.4, lat: 33.9, grid: null },
  path: [{ code: '990101', name: '澄湾区', level: 'district' }],
}
const read = (more: object = {}) =>
  Understanding.parse({
    ...{ model: 'm1', requestType: nothing, category: nothing, urgency: nothing, place: nothing, respondent: nothing },
    ...{ placeType: nothing, ownership: nothing, respondentType: nothing },
    ...{ hazard: null, demand: null, occurredAt: null, facts: [] },
    ...more,
  })
const fields = (form: typeof EMPTY, understanding: Understanding) =>
  proposalsFor(form, understanding).map(({ field, value, sure }) => [field, value, sure])

describe('what a text proposes', () => {
  const full = read({
    requestType: { sure: true, suggestions: [{ value: 'help', ...ground }] },
    urgency: { sure: true, suggestions: [{ value: 'critical', ...ground }] },
    place: {
      sure: false,
      suggestions: [
        { place, address: '白沙小区3栋', ...ground },
        { place, address: '白沙路', ...ground },
      ],
    },
    respondent: { sure: false, suggestions: [{ name: '和兴物业', sort: 'property', ...ground }] },
    placeType: { sure: true, suggestions: [{ value: 'residential-area', ...ground }] },
    respondentType: { sure: false, suggestions: [{ value: 'property-company', ...ground }] },
    category: { sure: true, suggestions: [{ category: 'E0601', name: '燃气泄漏', path: '公共设施', ...ground }] },
    hazard: { value: true, ...ground },
    demand: { text: '请尽快来人', words: [] },
    occurredAt: { text: '今晚八点', words: [] },
  })

  test('goes to the fields that are empty, doubtful places one by one', () => {
    expect(fields(EMPTY, full)).toEqual([
      ['type', 'help', true],
      ['place', '白沙小区3栋', false],
      ['place', '白沙路', false],
      ['placeType', 'residential-area', true],
      ['respondentType', 'property-company', false],
      ['urgency', 'critical', true],
      ['respondent', '和兴物业', false],
      ['hazard', '', true],
      ['demand', '请尽快来人', true],
      ['occurredAt', '今晚八点', true],
    ])
  })

  test('leaves what a person has filled; only a higher urgency is said all the same', () => {
    const form = {
      ...EMPTY,
      type: 'consult' as const,
      urgency: 'urgent' as const,
      placeType: 'road' as const,
      respondentType: 'shop' as const,
      demand: '问一问',
      occurredAt: '昨天',
    }
    expect(fields({ ...form, respondent: '物业', hazard: true, place }, full)).toEqual([['urgency', 'critical', true]])
    expect(fields({ ...form, urgency: 'critical', respondent: '物业', hazard: true, place }, full)).toEqual([])
  })

  test('one key takes what is sure, the category with it, and nothing else', () => {
    expect(sureOnes(EMPTY, full)).toEqual({
      ...{ type: 'help', urgency: 'critical', hazard: true, demand: '请尽快来人', occurredAt: '今晚八点' },
      placeType: 'residential-area',
      category: 'E0601',
    })
    expect(sureOnes({ ...EMPTY, category: 'A0101' }, full)).not.toHaveProperty('category')
    expect(sureOnes(EMPTY, read())).toBeNull()
  })
})

test('a stretch is found again after words before it were changed, and lost when it is gone', () => {
  expect(whereNow('电梯坏了', '我家电梯坏了', 0, 2)).toEqual({ from: 2, to: 4 })
  expect(whereNow('电梯坏了', '电梯坏了三天', 0, 2)).toEqual({ from: 0, to: 2 })
  expect(whereNow('电梯坏了', '路灯坏了', 0, 2)).toBeNull()
})
