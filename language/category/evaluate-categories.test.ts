import { describe, expect, test } from 'vitest'
import { sureFrom } from '../classify/probability.ts'
import { labels, phrases } from './category.fixture.ts'
import { calibrationError, evaluateCategories, splitInTime } from './evaluate-categories.ts'
import { readCategoryModel } from './read-category-model.ts'
import { trainCategoryModel } from './train-category-model.ts'

const model = readCategoryModel(trainCategoryModel({ labels, phrases, orders: [] }), labels)
const order = (code: string, content: string) => ({ code, title: '', content })

describe('the figures of a card', () => {
  const figures = evaluateCategories(model, [
    order('R0102', '桥墩裂开了很吓人'),
    order('R0102', '过桥时桥面在晃'),
    order('R0102', '楼上半夜蹦迪'),
    order('W0101', '楼上半夜蹦迪'),
    order('W0199', '楼上半夜蹦迪'),
  ])

  test('count what was right, among three, and on each level', () => {
    expect(figures).toMatchObject({ of: 5, right: 3 })
    expect(figures.levels).toEqual([
      { level: 1, right: 3, of: 4 },
      { level: 2, right: 3, of: 4 },
      { level: 3, right: 3, of: 4 },
    ])
  })

  test('name the worst scenes with what they were taken for, and the codes it cannot know', () => {
    expect(figures.unknownCodes).toEqual([{ code: 'W0199', times: 1 }])
    const [worst] = figures.worst
    expect(worst).toEqual({ code: 'R0102', right: 2, of: 3, f1: 0.8, confusedWith: [{ code: 'W0101', times: 1 }] })
  })

  test('of nothing are none', () => {
    expect(evaluateCategories(model, [])).toMatchObject({ of: 0, macroF1: null, calibrationError: null, worst: [] })
  })
})

test('the later part in time examines what the earlier taught', () => {
  const orders = ['03', '01', '05', '02', '04'].map((day) => ({ at: `2026-03-${day}` }))
  const { earlier, heldBack } = splitInTime(orders, 0.4)
  expect(earlier.map(({ at }) => at.slice(-2))).toEqual(['01', '02', '03'])
  expect(heldBack.map(({ at }) => at.slice(-2))).toEqual(['04', '05'])
})

test('claims that come true have no error, claims twice as high as that have half', () => {
  const answers = (probability: number) => Array.from({ length: 20 }, (_, i) => ({ probability, right: i % 2 === 0 }))
  expect(calibrationError(answers(0.5))).toBeCloseTo(0)
  expect(calibrationError(answers(1))).toBeCloseTo(0.5)
})

test('one is sure from the lowest probability above which enough are right', () => {
  const answers = [0.9, 0.8, 0.7, 0.6].map((probability) => ({ probability, right: probability !== 0.7 }))
  expect(sureFrom(answers, 0.965)).toBe(0.8)
  expect(sureFrom(answers, 0.75)).toBe(0.6)
  expect(sureFrom([{ probability: 0.9, right: false }], 0.965)).toBeGreaterThan(1)
  const alike = [true, false].map((right) => ({ probability: 0.9, right }))
  expect(sureFrom(alike, 0.965)).toBeGreaterThan(1)
})
