import { expect, test } from 'vitest'
import { classifierBytes, readClassifier } from './bytes.ts'
import { explain } from './explain.ts'
import { predict } from './predict.ts'
import { FAST } from './settings.ts'
import { SMALL, smallCorpus } from './small-corpus.fixture.ts'
import { trainClassifier } from './train.ts'

const classifier = trainClassifier(smallCorpus, SMALL)

test.each([
  ['楼上装修噪音扰民', '每天晚上施工，吵得睡不着', '噪音'],
  ['', '自来水浑浊发黄，还停水两天', '供水'],
  ['路口红绿灯坏了', '', '交通'],
])('%s%s is %s', (title, content, label) => {
  const [first] = predict(classifier, { title, content })
  expect(first?.label).toBe(label)
})

test('probabilities of all labels come to one, the likeliest first', () => {
  const said = predict(classifier, { title: '停水', content: '没有水用' })
  expect(said.map(({ label }) => label).toSorted()).toEqual(['交通', '供水', '噪音'])
  expect(said.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9)
  expect(said).toEqual(said.toSorted((a, b) => b.probability - a.probability))
})

test('two trainings give the same bytes, and the bytes the same classifier', () => {
  const bytes = classifierBytes(classifier)
  expect(Buffer.compare(bytes, classifierBytes(trainClassifier(smallCorpus, SMALL)))).toBe(0)
  const again = readClassifier(bytes)
  expect(again).toEqual(classifier)
  for (const { title, content } of smallCorpus)
    expect(predict(again, { title, content })).toEqual(predict(classifier, { title, content }))
})

test('the fast classifier, without words, learns the same matters', () => {
  const fast = trainClassifier(smallCorpus, { ...FAST, vocabulary: SMALL.vocabulary })
  const right = smallCorpus.filter((example) => predict(fast, example)[0]?.label === example.label)
  expect(right).toHaveLength(smallCorpus.length)
})

test('texts without a label change how rare a word is, and nothing else is learned from them', () => {
  const texts = smallCorpus.map(() => ({ title: '', content: '红绿灯' }))
  const other = trainClassifier(smallCorpus, SMALL, { unlabelled: texts })
  expect(other.vocabulary.buckets).toEqual(classifier.vocabulary.buckets)
  expect(other.vocabulary.rarity).not.toEqual(classifier.vocabulary.rarity)
  expect(other.shares).toEqual(classifier.shares)
})

test('one label is nothing to tell apart', () => {
  expect(() => trainClassifier(smallCorpus.slice(0, 6), SMALL)).toThrow(RangeError)
  expect(() => trainClassifier([], SMALL)).toThrow(RangeError)
})

test('the words that speak for a label stand where their span says', () => {
  const text = { title: '红绿灯坏了', content: 'Ａ3区路口的１２３号红绿灯不亮，堵车严重😀' }
  const [reasons = [], unknown] = explain(classifier, text, ['交通', '没有这一类'])
  expect(reasons.map((reason) => text[reason.field].slice(reason.from, reason.to))).toEqual(
    reasons.map((reason) => reason.text),
  )
  expect(reasons.some((reason) => reason.text.includes('红绿灯'))).toBe(true)
  expect(reasons).toEqual(reasons.toSorted((a, b) => b.weight - a.weight))
  expect(unknown).toEqual([])
})
