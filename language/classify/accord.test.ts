import { expect, test } from 'vitest'
import { accordOf, labelsRight } from './accord.ts'
import { bagsOf } from './bag.ts'
import { calibrate } from './calibrate.ts'
import { NEVER } from './probability.ts'
import { SMALL, smallCorpus } from './small-corpus.fixture.ts'
import { rowOfBucket, vocabularyOf } from './vocabulary.ts'

test('each text is paired once with the one nearly the same, and what is like none with nobody', () => {
  const contents = smallCorpus.map(({ content }) => content)
  const texts = [...contents, `${contents[0]}。`, `${contents[1]}！！`].map((content) => ({ title: '', content }))
  const bags = bagsOf(texts, SMALL.features)
  const rights = Uint16Array.from(texts, (_, i) => (i === contents.length + 1 ? 1 : 0))
  const { bits, titleWeight } = SMALL.features
  const vocabulary = vocabularyOf({ bags, rights, labels: 2 }, [], { bits, ...SMALL.vocabulary, unevenness: 0 })
  const weighing = { rowOf: rowOfBucket(vocabulary, bits), rarity: vocabulary.rarity, titleWeight }
  expect(accordOf(bags, rights, weighing)).toEqual({ alike: 1, of: 2 })
  expect(accordOf([], [], weighing)).toEqual({ alike: 0, of: 0 })
})

test('of people who err once in ten, two agree in 81 of 100 cases; few pairs prove nothing', () => {
  expect(labelsRight({ alike: 81_000, of: 100_000 })).toBeCloseTo(0.9, 2)
  expect(labelsRight({ alike: 81, of: 100 })).toBeGreaterThan(0.9)
  expect(labelsRight({ alike: 50, of: 99 })).toBe(1)
  expect(labelsRight({ alike: 500, of: 500 })).toBe(1)
})

test('where a tenth of the labels is wrong, nine of ten agreements are enough to be sure', () => {
  const judged = Array.from({ length: 200 }, (_, i) => ({ scores: Float64Array.of(3, 0), right: i % 10 === 0 ? 1 : 0 }))
  expect(calibrate(judged).sureFrom).toBe(NEVER)
  expect(calibrate(judged, { labelsRight: 0.93 }).sureFrom).toBeCloseTo(0.9, 2)
})

test('an answer less probable than not is never sure, however right they all are', () => {
  const judged = Array.from({ length: 100 }, () => ({ scores: Float64Array.of(0.1, 0, 0), right: 0 }))
  expect(calibrate(judged, { sharper: 0.01 }).sureFrom).toBe(0.5)
})
