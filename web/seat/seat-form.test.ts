import { describe, expect, test } from 'vitest'
import { CategoryCode } from '#domain/ids.ts'
import { elementsOf } from './five-elements.ts'
import { matchCategories } from './match-category.ts'
import { readAloud } from './read-aloud.ts'
import { bodyOf, cut, EMPTY, genderOf, isBlank, lacking, type SeatForm, titleOf } from './seat-form.ts'

const place = {
  name: '碧水小区',
  region: '990101004004',
  path: [{ code: '990101004', name: '桂苑街道' }],
  grid: null,
  lng: 111.4,
  lat: 33.9,
}
const full: SeatForm = {
  ...EMPTY,
  type: 'help',
  callerPhone: '13800001234',
  name: '周女士',
  place,
  address: '碧水小区3号楼',
  content: '来电人反映，昨晚起3号楼暖气不热，家里有幼儿。',
  demand: '尽快恢复供暖。',
  category: 'E0801',
}

describe('what is still needed', () => {
  test.each<[string, Partial<SeatForm>, Parameters<typeof lacking>[1], string[]]>([
    ['nothing', {}, 'submit', []],
    ['a type', { type: null }, 'submit', ['type']],
    ['a number or anonymity', { callerPhone: '' }, 'submit', ['contact']],
    ['no number of the anonymous', { callerPhone: '', anonymous: true }, 'submit', []],
    ['a number that is one', { contactPhone: '十三八' }, 'submit', ['phone']],
    ['a place down to the street', { place: { ...place, region: '990101' } }, 'submit', ['place']],
    ['a category to submit', { category: null }, 'submit', ['category']],
    ['no category for review', { category: null }, 'review', []],
    ['no place to answer', { place: null, category: null }, 'answer', []],
    ['no text to transfer', { content: '', place: null }, 'transfer', []],
    ['text to decline', { content: '  ' }, 'decline', ['content']],
  ])('%s', (_, change, outcome, lacks) => {
    expect(lacking({ ...full, ...change }, outcome)).toEqual(lacks)
  })
})

test('what is sent is what was written, with the city itself for a place that nobody needed', () => {
  const body = bodyOf(
    { ...full, title: ' ', place: null, content: '' },
    { kind: 'transfer', target: '110' },
    '990100',
    '转接 110',
  )
  expect(body.request).toMatchObject({ content: '转接 110', region: '990100', lng: null })
  expect('title' in body.request).toBe(false)
  expect(bodyOf({ ...full, anonymous: true }, { kind: 'submit' }, '', '').appellant?.name).toBeNull()
})

test('texts are cut at the bound, never through a character', () => {
  expect(cut('冷🥶冷', 2)).toBe('冷')
  expect(cut('冷🥶冷', 3)).toBe('冷🥶')
  expect(titleOf({ ...EMPTY, content: '长'.repeat(100) })).toHaveLength(40)
})

test('a name tells how to speak to somebody, and a form with a name alone is still empty', () => {
  expect([genderOf('周女士'), genderOf('王先生'), genderOf('李某')]).toEqual(['female', 'male', null])
  expect(isBlank({ ...EMPTY, name: '周女士', callerPhone: '13800001234' })).toBe(true)
  expect(isBlank({ ...EMPTY, content: '冷' })).toBe(false)
})

test('the five elements are seen in the text and in the fields', () => {
  expect(elementsOf(full)).toEqual({ time: true, place: true, person: true, course: true, cause: false })
  expect(elementsOf(EMPTY)).toEqual({ time: false, place: false, person: false, course: false, cause: false })
  expect(elementsOf({ ...EMPTY, content: '因为抢修停了暖' }).cause).toBe(true)
})

const node = (code: string, name: string, initials: string, keywords: string[] = []) => ({
  code: CategoryCode.parse(code),
  name,
  level: ((code.length + 1) / 2) as 1 | 2 | 3,
  parent: null,
  initials,
  keywords,
  active: code !== 'E0899',
})
const nodes = [
  node('E', '公共设施', 'ggss'),
  node('E08', '供热服务', 'grfw'),
  node('E0801', '室温不达标', 'swbdb', ['暖气不热']),
  node('E0802', '供热管道漏水', 'grgdls'),
  node('E0899', '旧分类', 'jfl'),
  node('B0101', '室内装修', 'snzx'),
]

describe('a category is found', () => {
  test.each([
    ['', ['E']],
    ['E', ['E08']],
    ['e08', ['E0801', 'E0802']],
    ['E0801', ['E0801']],
    ['swbdb', ['E0801']],
    ['室温', ['E0801']],
    ['室', ['E0801', 'B0101'].toSorted().reverse()],
    ['暖气不热', ['E0801']],
    ['jfl', []],
    ['没有的', []],
  ])('by %s', (typed, codes) => {
    expect(
      matchCategories(nodes, typed)
        .map(({ category }) => category.code)
        .toSorted(),
    ).toEqual(codes.toSorted())
  })
})

test('the sentence to read holds the real moments, the unit and no more than one breath of each text', () => {
  const now = Date.parse('2026-11-23T02:42:00Z')
  const clock = (code: string, due: string) => ({ code, due, from: '2026-11-23T02:42:00.000Z' })
  const preview = {
    lead: { name: '市供热办' },
    clocks: [
      clock('C1', '2026-11-23T02:47:00.000Z'),
      clock('C3', '2026-11-23T04:42:00.000Z'),
      clock('C5', '2026-11-24T02:42:00.000Z'),
    ],
  }
  const said = (form: SeatForm, language: 'zh' | 'en') =>
    readAloud(form, preview, now, language)
      .map(({ text }) => text)
      .join('')
  expect(said(full, 'zh')).toBe(
    '“周女士，您反映的是昨晚起3号楼暖气不热，家里有幼儿，想尽快恢复供暖。我们 5 分钟内转给市供热办，今天 12:42 前会有人联系您，明天 10:42 前给您答复。”',
  )
  expect(said({ ...full, replyWanted: false }, 'zh')).not.toContain('联系您')
  expect(said({ ...full, demand: '要'.repeat(300) }, 'zh').length).toBeLessThan(160)
  expect(said(full, 'en')).toContain('tomorrow 10:42')
})
