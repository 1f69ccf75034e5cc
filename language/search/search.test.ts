import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairsOf } from '../text/pairs.ts'
import { excerptOf } from './excerpt.ts'
import { jointsOf } from './keys.ts'
import { isOneOff, type KnownName, namesByPinyin, namesMisspelt } from './near-names.ts'
import { needleOf, plainLine } from './needle.ts'
import { questionOf } from './question.ts'
import { type Document, rarityOf, scoreOf } from './rank.ts'
import { simplify } from './traditional.ts'

const chars = fc.constantFrom(...'路灯坏了，三天。我 怕！a1\n（电）')
const texts = fc.array(chars, { minLength: 2, maxLength: 40 }).map((parts) => parts.join(''))

test('every stretch of a text that holds two characters, one of them a letter, is found by its keys and its like', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.integer({ min: 2, max: 6 }), (text, at, length) => {
      const body = plainLine(text)
      const start = at % text.length
      const typed = text.slice(start, start + length).trim()
      const question = questionOf(typed)
      if (question === null) expect(typed.replace(/\s+/g, ' ')).toMatch(/^[^\p{L}\p{N}]*$|^.?$/u)
      const keys = new Set([...pairsOf(body), ...jointsOf(body)])
      for (const word of question?.words ?? []) {
        expect(body).toContain(word.text)
        expect(word.pairs.every((pair) => keys.has(pair))).toBe(true)
      }
    }),
  )
})

test.each([
  ['路灯 坏了', ['路灯', '坏了']],
  ['“路灯 坏了” 小区', ['路灯 坏了', '小区']],
  ['"路灯"路灯', ['路灯']],
  ['吵 我', ['吵 我']],
  ['路灯 坏', ['路灯', '坏']],
  ['ＷＩＦＩ', ['wifi']],
  ['路', null],
  ['！！', null],
  ['🚰', null],
])('%s asks for %j', (typed, words) => {
  expect(questionOf(typed)?.words.map(({ text }) => text) ?? null).toEqual(words)
})

test('what SQL takes for wild stays what it is', () => {
  expect(needleOf('50%_\\').like).toBe('%50\\%\\_\\\\%')
})

describe('ranking', () => {
  const said = (fields: Document['fields'], more: Partial<Document> = {}): Document => ({
    fields,
    ageDays: 10,
    open: false,
    ...more,
  })
  const better = (a: Document, b: Document, words: string[]) => {
    const rarity = rarityOf([a, b], words)
    return scoreOf(a, words, rarity) > scoreOf(b, words, rarity)
  }
  test.each<[string, Document, Document, string[]]>([
    ['title before demand', said({ title: '路灯坏' }), said({ title: '照明', demand: '修路灯' }), ['路灯']],
    ['demand before text', said({ demand: '修路灯' }), said({ content: '路灯坏' }), ['路灯']],
    [
      'all words before one that is often',
      said({ content: '路灯，井盖' }),
      said({ title: '路灯路灯路灯' }),
      ['路灯', '井盖'],
    ],
    [
      'together before apart',
      said({ content: '路灯井盖' }),
      said({ content: `路灯${'。'.repeat(90)}井盖` }),
      ['路灯', '井盖'],
    ],
    ['fresh before old', said({ title: '路灯' }), said({ title: '路灯' }, { ageDays: 900 }), ['路灯']],
    ['open before closed', said({ title: '路灯' }, { open: true }), said({ title: '路灯' }), ['路灯']],
    [
      'an old title before a fresh text',
      said({ title: '路灯' }, { ageDays: 900 }),
      said({ content: '路灯' }),
      ['路灯'],
    ],
    ['the whole title before a part of it', said({ title: '路灯' }), said({ title: '路灯和很多别的事情' }), ['路灯']],
  ])('%s', (_, a, b, words) => {
    expect(better(a, b, words)).toBe(true)
  })
})

describe('excerpts', () => {
  test('show the stretch with most words, marked, without cutting a character in two', () => {
    const text = `${'前言。'.repeat(60)}路灯坏了🚰井盖也坏了${'后话。'.repeat(60)}`
    const { text: shown, marks } = excerptOf(text, ['路灯', '井盖'], 60) ?? { text: '', marks: [] }
    expect(marks.map(({ from, to }) => shown.slice(from, to))).toEqual(['路灯', '井盖'])
    expect(shown.isWellFormed()).toBe(true)
    expect(shown).toMatch(/^….*…$/)
  })
  test('marks what was written otherwise, and nothing where nothing is', () => {
    expect(excerptOf('ＷｉＦｉ  坏了', ['wifi 坏'], 60)).toEqual({
      text: 'ＷｉＦｉ  坏了',
      marks: [{ from: 0, to: 7 }],
    })
    expect(excerptOf('路灯', ['井盖'], 60)).toBeNull()
  })
})

const name = (text: string, full: string, initials: string): KnownName => ({ name: text, full, initials, sound: full })
const NAMES = [
  name('枫丹花园', 'fengdanhuayuan', 'fdhy'),
  name('枫丹花苑', 'fengdanhuayuan', 'fdhy'),
  name('丰达河沿', 'fengdaheyan', 'fdhy'),
  name('阳光小区', 'yangguangxiaoqu', 'ygxq'),
]
const PINYIN: Record<string, string> = {
  风: 'feng',
  枫: 'feng',
  丹: 'dan',
  花: 'hua',
  园: 'yuan',
  停: 'ting',
  水: 'shui',
}
const sounds = (text: string) => Array.from(text, (char) => PINYIN[char] ?? '')
const misspelt = (word: string) => namesMisspelt(NAMES, word, sounds(word), 3)

test('names by initials and by whole pinyin', () => {
  expect(namesByPinyin(NAMES, 'FDHY', 9).map(({ name }) => name)).toHaveLength(3)
  expect(namesByPinyin(NAMES, 'yangguang', 9)).toEqual([{ typed: 'yangguang', name: '阳光小区', why: 'pinyin' }])
  for (const typed of ['y', '110', '路灯', 'zzz']) expect(namesByPinyin(NAMES, typed, 9)).toEqual([])
})

test.each([
  ['风丹花园停水', '风丹花园', '枫丹花园'],
  ['阳光小曲', '阳光小曲', '阳光小区'],
  ['阳光的小区', '阳光的小区', '阳光小区'],
  ['阳小光区', '阳小光区', '阳光小区'],
])('%s holds %s for %s', (word, typed, meant) => {
  expect(misspelt(word)).toContainEqual({ typed, name: meant, why: 'spelling' })
})

test('a right name, a part of one, and what is nothing like one mean nothing else', () => {
  for (const word of ['枫丹花园路灯', '阳光小', '路灯坏了', '电梯']) expect(misspelt(word)).toEqual([])
  expect([isOneOff('ab', 'ab'), isOneOff('abc', 'b'), isOneOff('abc', 'acb')]).toEqual([false, false, true])
})

test('traditional characters become the simplified ones they are written with, one for one', () => {
  expect(simplify('電梯壞了三天，物業不維修')).toBe('电梯坏了三天，物业不维修')
  expect(simplify('已经简化')).toBe('已经简化')
})
