import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

const kinds = ['mobile', 'landline', 'identity', 'card', 'plate', 'mail', 'name', 'room'] as const
const Sentence = z.object({
  text: z.string(),
  finds: z.array(z.object({ kind: z.enum(kinds), from: z.number(), to: z.number() })),
})
const [head, ...lines] = read('redaction-sentences.jsonl').trimEnd().split('\n')
const sentences = lines.map((line) => Sentence.parse(JSON.parse(line)))
const foundAs = (kind: (typeof kinds)[number]): string[] =>
  sentences.flatMap(({ text, finds }) => finds.filter((f) => f.kind === kind).map((f) => text.slice(f.from, f.to)))

/** A value with full-width and Chinese digits as plain ones and without what people put between digits. */
const plain = (value: string) =>
  value
    .normalize('NFKC')
    .replace(/[零一二三四五六七八九]/g, (sign) => String('零一二三四五六七八九'.indexOf(sign)))
    .replaceAll('幺', '1')
    .replace(/[\s.,·()+-]/g, '')

/** What a marked value must look like once it stands in plain signs. */
const shapes = {
  mobile: /^(86|0086)?1[3-9]\d{9}$/,
  landline: /^(0\d{2,3})?\d{7,8}$/,
  identity: /^\d{15}$|^\d{17}[\dXx]$/,
  card: /^\d{16,19}$/,
  plate: /^\p{Script=Han}[A-Za-z][A-HJ-NP-Za-hj-np-z\d]{4}([A-HJ-NP-Za-hj-np-z\d]{1,2}|学)$/u,
  mail: /^[^@\s]+@[^@\s]+\.[a-z]+$/i,
  name: /^[\p{Script=Han}·]{1,10}$/u,
  room: /\d$|[室房户号门东西南北中一二三四五六七八九]$/,
} as const

describe('the sentences for redaction', () => {
  test('there are enough of them, each once, two of five without a find', () => {
    expect(JSON.parse(head ?? '')).toEqual({ about: expect.stringContaining('RULES') })
    expect(sentences.length).toBeGreaterThanOrEqual(700)
    expect(new Set(sentences.map((s) => s.text)).size).toBe(sentences.length)
    const innocent = sentences.filter((s) => s.finds.length === 0).length / sentences.length
    expect(innocent).toBeGreaterThan(0.35)
    expect(innocent).toBeLessThan(0.45)
  })

  test('none of them is learnt from', () => {
    const own = new Set(sentences.map((s) => s.text))
    const learnt = read('redaction-dev.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => z.object({ text: z.string().optional() }).parse(JSON.parse(line)).text ?? '')
    expect(learnt.length).toBeGreaterThan(7700)
    expect(learnt.filter((text) => own.has(text)).length).toBe(0)
  })

  test('marks follow one another inside the text and have no blanks at their ends', () => {
    for (const { text, finds } of sentences) {
      finds.forEach((find, i) => {
        const value = text.slice(find.from, find.to)
        expect(find.from, text).toBeGreaterThanOrEqual(finds[i - 1]?.to ?? 0)
        expect(find.to, text).toBeLessThanOrEqual(text.length)
        expect(value, text).toBe(value.trim())
        expect(value, text).not.toBe('')
      })
    }
  })

  test.each(kinds)('what is marked %s looks like it', (kind) => {
    const values = foundAs(kind)
    expect(values.length).toBeGreaterThan(15)
    const asWritten = kind === 'mail' || kind === 'name' || kind === 'room'
    const odd = values.filter((value) => !shapes[kind].test(asWritten ? value : plain(value)))
    expect(odd).toEqual([])
  })

  test('no value marked in one sentence stands unmarked in another part of it', () => {
    const missed = sentences.filter(({ text, finds }) => {
      const rest = finds.reduceRight((left, f) => `${left.slice(0, f.from)}▇${left.slice(f.to)}`, text)
      return /(?<!\d)1[3-9]\d{9}(?!\d)|\d{17}[\dXx]|@/.test(rest) && finds.length > 0
    })
    expect(missed).toEqual([])
  })
})

describe("the test phrases of the demo city's scenes", () => {
  const table = (text: string): Record<string, string>[] =>
    parse(text, { columns: true, comment: '#', comment_no_infix: true })
  const phrases = table(read('scene-phrases-test.csv')).map((row) => ({
    code: row.code ?? '',
    phrase: row.phrase ?? '',
  }))
  const scenes = table(read('../../city/demo/categories.csv'))
    .filter((row) => row.level === '3')
    .map((row) => row.code ?? '')

  test('every scene has at least four, no phrase stands twice and no code is unknown', () => {
    const few = scenes.filter((code) => phrases.filter((p) => p.code === code).length < 4)
    expect(few).toEqual([])
    expect(phrases.filter((p) => !scenes.includes(p.code))).toEqual([])
    expect(new Set(phrases.map((p) => p.phrase)).size).toBe(phrases.length)
  })

  test('they are of a length that people speak and type', () => {
    expect(phrases.filter(({ phrase }) => phrase.length < 8 || phrase.length > 80)).toEqual([])
  })
})
