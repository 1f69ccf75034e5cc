import { describe, expect, test } from 'vitest'
import { rarityIn } from './rarities.ts'
import { TermRow } from './term-row.ts'
import { hashOf, textGrams, titleGrams } from './terms.ts'
import { cosine, type Gather, termsOf, vectorOf } from './vector.ts'
import { EMPTY_TABLE, learnWords } from './word-table.ts'

/** Straight from the definition, with maps. */
function plainly(gather: Gather, rarity: (term: number) => number): Map<number, number> {
  const row = new TermRow()
  gather(row)
  const times = new Map<number, number>()
  row.count((term, n) => times.set(term, n))
  return new Map([...times].map(([term, n]) => [term, (1 + Math.log(n)) * rarity(term)]))
}
const lengthOf = (of: Map<number, number>) => Math.sqrt([...of.values()].reduce((sum, weight) => sum + weight ** 2, 0))
const plainCosine = (a: Map<number, number>, b: Map<number, number>) =>
  [...a].reduce((sum, [term, weight]) => sum + weight * (b.get(term) ?? 0), 0) / (lengthOf(a) * lengthOf(b))

const TEXTS = [
  {
    title: '翠竹苑小区三栋电梯频繁困人',
    content: '三栋电梯这个月坏了四次，昨晚又把老人困在里面半小时，物业不修，物业不修。',
  },
  { title: '翠竹苑电梯又困人了', content: '翠竹苑小区三栋二单元的电梯今天又困人，请督促物业彻底维修。' },
  { title: '路灯不亮', content: '北门的路灯坏了两周，晚上看不见 see lamp no 12, lamp no 12。' },
]
const learner = learnWords()
for (const text of TEXTS) learner.add(text)
for (const text of TEXTS.slice(0, 2)) learner.add(text)
const table = learner.table()

test('a row counts each term once, in ascending order, however many there are, and is empty afterwards', () => {
  const row = new TermRow()
  const times = new Map<number, number>()
  for (let n = 0; n < 20_000; n++) {
    const term = hashOf(String(n % 7000))
    row.add(term)
    times.set(term, (times.get(term) ?? 0) + 1)
  }
  const found: [number, number][] = []
  expect(row.count((term, n) => found.push([term, n]))).toBe(7000)
  expect(found).toEqual([...times].sort(([a], [b]) => a - b))
  expect(row.count(() => expect.fail('nothing is left'))).toBe(0)
})

describe('a vector', () => {
  test.each([
    ['with words learned', table],
    ['before any are', EMPTY_TABLE],
  ])('is what its definition says, and so is the cosine of two: %s', (_, words) => {
    const rarity = rarityIn(words)
    for (const gather of [(t: (typeof TEXTS)[number]) => textGrams(t, 3), titleGrams])
      for (const one of TEXTS)
        for (const other of TEXTS) {
          const [a, b] = [plainly(gather(one), rarity), plainly(gather(other), rarity)]
          expect([...vectorOf(gather(one), words).terms]).toEqual([...a.keys()])
          expect(cosine(vectorOf(gather(one), words), vectorOf(gather(other), words))).toBeCloseTo(plainCosine(a, b), 6)
        }
  })

  test('of a text without terms is like nothing', () => {
    const nothing = vectorOf(titleGrams({ title: '，。', content: '' }), table)
    expect(nothing.terms.length).toBe(0)
    expect(cosine(nothing, vectorOf(titleGrams({ title: '路灯', content: '' }), table))).toBe(0)
  })

  test('of a hundred thousand characters is bounded by them alone', () => {
    const long = termsOf(textGrams({ title: '', content: '甲乙丙丁'.repeat(25_000) }, 3))
    expect(long.length).toBe(8)
  })
})

test('a rarity is that of the definition for each term of the table, and that of the unseen for any other', () => {
  const rarity = rarityIn(table)
  const wanted = [...table.terms].map((_, i) => Math.log((table.documents + 1) / ((table.counts[i] ?? 0) + 0.5)))
  expect([...table.terms].map(rarity)).toEqual(wanted.map((value) => Math.fround(Math.max(0.01, value))))
  const others = Array.from({ length: 500 }, (_, n) => hashOf(`nobody says ${n}`)).filter(
    (term) => !table.terms.includes(term),
  )
  expect(new Set(others.map(rarity))).toEqual(new Set([Math.log((table.documents + 1) / 0.5)]))
})
