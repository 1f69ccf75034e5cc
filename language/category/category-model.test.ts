import { expect, test } from 'vitest'
import { labels, phrases } from './category.fixture.ts'
import { readCategoryModel } from './read-category-model.ts'
import { suggestCategories } from './suggest-categories.ts'
import { trainCategoryModel } from './train-category-model.ts'

const bytes = trainCategoryModel({ labels, phrases, orders: [] })
const model = readCategoryModel(bytes, labels)
const first = (content: string) => suggestCategories(model, { title: '', content }).suggestions[0]

test('a cold start answers with the scene and with words that stand in the text', () => {
  const content = '我们村口的桥墩裂开了一条缝'
  const best = first(content)
  expect(best?.code).toBe('R0102')
  expect(best?.words.length).toBeGreaterThan(0)
  for (const { text, from, to } of best?.words ?? []) expect(content.slice(from, to)).toBe(text)
})

test('two trainings give the same bytes', () => {
  expect(trainCategoryModel({ labels, phrases, orders: [] })).toEqual(bytes)
})
