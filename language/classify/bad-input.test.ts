import { expect, test } from 'vitest'
import { explain } from './explain.ts'
import { predict } from './predict.ts'
import { SMALL, smallCorpus } from './small-corpus.fixture.ts'
import { trainClassifier } from './train.ts'

const classifier = trainClassifier(smallCorpus, SMALL)
const long = '自来水发黄还停水三天，'.repeat(10_000)

const inputs: [string, string][] = [
  ['empty', ''],
  ['white space', ' \n\t　'],
  ['one character', '水'],
  ['110 k characters', long],
  ['one word repeated', '停'.repeat(100_000)],
  ['emoji', '🚰💧😡👨‍👩‍👧‍👦🇨🇳'],
  ['half an emoji', '\ud83d停水\udca7'],
  ['traditional', '自來水發黃還停水三天'],
  ['pinyin', 'xiaoqu tingshui san tian le'],
  ['English', 'The water has been cut off for three days'],
  ['HTML', '<p>停水<br/>三天&nbsp;</p><script>alert(1)</script>'],
  ['mojibake', 'ä½ å¥½ï¼Œæ°´ç®¡ \ufffd\ufffd 锟斤拷'],
  ['controls', '\u0000\u0007停\u200b水'],
]

test.each(inputs)('%s gets probabilities of all labels', (_, input) => {
  for (const text of [
    { title: '', content: input },
    { title: input, content: '' },
    { title: input, content: input },
  ]) {
    const said = predict(classifier, text)
    expect(said).toHaveLength(3)
    expect(said.every(({ probability }) => probability >= 0 && probability <= 1)).toBe(true)
    expect(said.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6)
    for (const reason of explain(classifier, text, ['供水']).flat())
      expect(text[reason.field].slice(reason.from, reason.to)).toBe(reason.text)
  }
})

test.each(['', '🚰💧😡', 'qqq'])('where nothing is known (%j) the labels’ shares are the answer', (content) => {
  const said = predict(classifier, { title: '', content })
  for (const { probability } of said) expect(probability).toBeCloseTo(1 / 3, 6)
})

test('what lies behind the limit changes nothing', () => {
  const shown = { title: '', content: long.slice(0, SMALL.features.limit) }
  expect(predict(classifier, { title: '', content: `${shown.content}${'红绿灯'.repeat(5000)}` })).toEqual(
    predict(classifier, shown),
  )
})

test('full width, capitals and digits read as the plain ones', () => {
  const read = (content: string) => predict(classifier, { title: '', content })
  expect(read('ＷＩＦＩ 停水３天')).toEqual(read('wifi 停水30天'))
})

test('a label learned from nonsense breaks nothing', () => {
  const odd = inputs.slice(0, 3).map(([, content]) => ({ label: '空', title: '', content }))
  const trained = trainClassifier([...smallCorpus, ...odd], SMALL)
  expect(predict(trained, { title: '', content: '' })).toHaveLength(4)
})
