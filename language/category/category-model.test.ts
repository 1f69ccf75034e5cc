import { describe, expect, test } from 'vitest'
import { labels, phrases } from './category.fixture.ts'
import type { Label } from './label-set.ts'
import { readCategoryModel } from './read-category-model.ts'
import { suggestCategories } from './suggest-categories.ts'
import { trainCategoryModel } from './train-category-model.ts'

const bytes = trainCategoryModel({ labels, phrases, orders: [] })
const model = readCategoryModel(bytes, labels)
const suggested = (content: string, title = '') => suggestCategories(model, { title, content })
const codesFor = (content: string, among: readonly Label[] = labels) =>
  suggestCategories(readCategoryModel(bytes, among), { title: '', content }).suggestions.map(({ code }) => code)

describe('a cold start', () => {
  test('answers with the scene, three at most, best first, in probabilities', () => {
    const { suggestions } = suggested('我们村口的桥墩裂开了一条缝')
    expect(suggestions.length).toBe(3)
    expect(suggestions[0]?.code).toBe('R0102')
    const probabilities = suggestions.map(({ probability }) => probability)
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a))
    expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1.000001)
  })

  test('shows words that stand where it says, in title and content', () => {
    const text = { title: '楼上半夜太吵', content: '昨天楼上又唱歌到凌晨，吵死了。' }
    const [best] = suggestCategories(model, text).suggestions
    expect(best?.code).toBe('W0101')
    expect(best?.words.length).toBeGreaterThan(1)
    for (const word of best?.words ?? []) expect(text[word.field].slice(word.from, word.to)).toBe(word.text)
    expect(new Set(best?.words.map(({ field }) => field))).toEqual(new Set(['title', 'content']))
  })

  test('two trainings give the same bytes, whatever the order of the taxonomy', () => {
    expect(trainCategoryModel({ labels, phrases, orders: [] })).toEqual(bytes)
    expect(trainCategoryModel({ labels: [...labels].reverse(), phrases, orders: [] })).toEqual(bytes)
  })

  test('with too few examples to know how right it is, nothing is sure', () => {
    for (const { phrase } of phrases) expect(suggested(phrase).sure).toBe(false)
  })

  test('a taxonomy without an offered scene is refused with the reason', () => {
    const closed = labels.map((label) => ({ ...label, offered: false }))
    expect(() => trainCategoryModel({ labels: closed, phrases, orders: [] })).toThrow('nothing to learn from')
  })
})

describe('corrections', () => {
  const corrected = Array.from({ length: 5 }, (_, i) => ({
    title: '无人机航拍噪声',
    content: `第${i}次有人在楼顶飞无人机`,
    code: 'W0101',
    at: `2026-03-0${i + 1}T08:00:00.000+08:00`,
    corrected: true,
  }))

  test('shift the answer, and what was known stays known', () => {
    const text = { title: '', content: '邻居在楼顶飞无人机' }
    expect(suggestCategories(model, text).suggestions[0]?.code).not.toBe('W0101')
    const learned = readCategoryModel(trainCategoryModel({ labels, phrases, orders: corrected }), labels)
    expect(suggestCategories(learned, text).suggestions[0]?.code).toBe('W0101')
    for (const { code, phrase } of phrases)
      expect(suggestCategories(learned, { title: '', content: phrase }).suggestions[0]?.code).toBe(code)
  })

  test('what people closed as an item, a domain or a strange code teaches nothing', () => {
    const orders = corrected.map((order, i) => ({ ...order, code: ['W01', 'W', 'Z9999'][i % 3] ?? 'W' }))
    expect(trainCategoryModel({ labels, phrases, orders })).toEqual(bytes)
  })
})

describe('a taxonomy that changes', () => {
  const changed = (code: string, change: Partial<Label>) =>
    labels.map((label) => (label.code === code ? { ...label, ...change } : label))
  const text = '楼上半夜放音响吵死了'

  test('a rename changes nothing', () => {
    const renamed = changed('W0101', { name: '安宁诉求', keywords: [] })
    expect(codesFor(text, renamed)).toEqual(codesFor(text))
  })

  test('what is closed is not suggested, and its share is given to nobody', () => {
    const { suggestions } = suggestCategories(readCategoryModel(bytes, changed('W0101', { offered: false })), {
      title: '',
      content: text,
    })
    const before = suggested(text).suggestions
    expect(suggestions.map(({ code }) => code)).not.toContain('W0101')
    expect(suggestions[0]).toEqual(before[1])
  })

  const split: readonly Label[] = [
    ...changed('W0101', { offered: false }),
    { code: 'W0103', name: '夜间噪声', level: 3, parent: 'W01', offered: true, keywords: ['半夜', '凌晨'] },
    { code: 'W0104', name: '白天噪声', level: 3, parent: 'W01', offered: true, keywords: ['中午', '白天'] },
  ]

  test('after a split the old model works on: new scenes by their words, never surely', () => {
    const old = readCategoryModel(bytes, split)
    expect(old.unknown.map(({ code }) => code)).toEqual(['W0103', 'W0104'])
    const { sure, suggestions } = suggestCategories(old, { title: '', content: text })
    expect(sure).toBe(false)
    const night = suggestions.find(({ code }) => code === 'W0103')
    expect(night?.words).toEqual([{ text: '半夜', field: 'content', from: 2, to: 4 }])
    expect(suggestions.map(({ code }) => code)).not.toContain('W0101')
    expect(codesFor('桥墩裂开了', split)[0]).toBe('R0102')
  })

  test('after a split and a training the new scenes are told apart', () => {
    const own = [
      ...phrases,
      ...['半夜楼上蹦迪', '凌晨两点还在唱歌', '夜里吵得没法睡'].map((phrase) => ({ code: 'W0103', phrase })),
      ...['中午楼上拖桌子', '白天邻居放音响', '午休时敲敲打打'].map((phrase) => ({ code: 'W0104', phrase })),
    ]
    const trained = readCategoryModel(trainCategoryModel({ labels: split, phrases: own, orders: [] }), split)
    expect(trained.unknown).toEqual([])
    const best = (content: string) => suggestCategories(trained, { title: '', content }).suggestions[0]?.code
    expect([best('楼上凌晨还在蹦迪'), best('白天邻居拖桌子放音响')]).toEqual(['W0103', 'W0104'])
  })
})

describe('whatever is written', () => {
  const odd = {
    emoji: '🚰💧🔥🔥',
    lone: '\ud83d',
    traditional: '樓上半夜唱歌吵得睡不著',
    pinyin: 'lou shang ban ye chang ge',
    english: 'The neighbours sing at night.',
    html: '<p onclick="x()">楼上<b>半夜</b>唱歌</p><script>alert(1)</script>',
    mojibake: 'æ¥¼ä¸Šå\u008dŠå¤œå”±æ­Œ\ufffd\ufffd',
    zeros: '\u0000\u0000\u200b\u202e',
    wide: '楼上半夜唱歌ＡＢＣ１２３ﬁ㍿',
    repeated: '吵'.repeat(3000),
    long: '楼上半夜唱歌到凌晨。'.repeat(10_000),
  }

  test.each(['', ' ', '\n', '。', '🚰', 'zzqq'])('%j has no known word: no suggestion, not sure', (content) => {
    expect(suggested(content)).toEqual({ sure: false, suggestions: [] })
  })

  test.each(Object.entries(odd))('%s: a defined answer, words that stand in the text', (_, content) => {
    for (const text of [
      { title: content, content: '' },
      { title: '', content },
    ]) {
      const { sure, suggestions } = suggestCategories(model, text)
      expect(sure).toBe(false)
      for (const { probability, words } of suggestions) {
        expect(probability).toBeGreaterThanOrEqual(0)
        expect(probability).toBeLessThanOrEqual(1)
        for (const word of words) expect(text[word.field].slice(word.from, word.to)).toBe(word.text)
      }
    }
  })

  test('traditional characters are read as simplified ones', () => {
    expect(suggested(odd.traditional).suggestions[0]?.code).toBe('W0101')
  })

  test('a hundred thousand characters are read to the two-thousandth', () => {
    expect(suggested(odd.long)).toEqual(suggested(odd.long.slice(0, 2000)))
  })
})
