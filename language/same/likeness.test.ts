import { describe, expect, test } from 'vitest'
import { clustersOf } from './clusters.ts'
import { likenessOf, matterOf, SAME_AT } from './likeness.ts'
import { matterTextOf } from './matter-text.ts'
import { cosineOf, readSignature, signatureBytes, signatureOf } from './signature.ts'
import type { MatterText } from './terms.ts'
import { EMPTY_TABLE, learnWords, readTable, tableBytes } from './word-table.ts'

const LIFT = {
  title: '翠竹苑小区三栋电梯频繁困人',
  content: '三栋电梯这个月坏了四次，昨晚又把老人困在里面半小时，物业不修。',
}
const AGAIN = { title: '翠竹苑电梯又困人了', content: '翠竹苑小区三栋二单元的电梯今天又困人，请督促物业彻底维修。' }
const ELSEWHERE = { title: '金桂园小区三栋电梯频繁困人', content: LIFT.content }
const LAMP = { title: '翠竹苑小区路灯不亮', content: '翠竹苑小区北门的路灯坏了两周，晚上看不见。' }

const learner = learnWords()
for (const text of [LIFT, AGAIN, ELSEWHERE, LAMP]) learner.add(text)
for (let n = 0; n < 60; n++)
  learner.add({ title: `咨询第${n}项`, content: `咨询办理第${n}项业务要带什么材料，窗口几点上班` })
const table = learner.table()
const like = (a: MatterText, b: MatterText, words = table) => likenessOf(matterOf(a, words), matterOf(b, words), words)

describe('likeness', () => {
  test.each([
    ['with words learned', table],
    ['before any are', EMPTY_TABLE],
  ])('the same in other words is one matter, the same words about another place are not: %s', (_, words) => {
    expect(like(LIFT, AGAIN, words).score).toBeGreaterThanOrEqual(SAME_AT)
    expect(like(LIFT, ELSEWHERE, words)).toMatchObject({ places: { stand: 'different' } })
    expect(like(LIFT, ELSEWHERE, words).score).toBeLessThan(SAME_AT)
  })

  test('another trouble of the same estate is another matter, once it is known which words are rare', () => {
    expect(like(LIFT, LAMP).places.stand).toBe('same')
    expect(like(LIFT, LAMP).score).toBeLessThan(SAME_AT)
  })

  test('a name that no list knows is told apart by its sentence', () => {
    const at = (name: string) => ({ title: `${name}门口摊贩占道经营`, content: '每天早上几十个摊贩占道，垃圾没人扫。' })
    const { score, places } = like(at('德思勤'), at('步步高'))
    expect([places.stand, score < SAME_AT]).toEqual(['different', true])
  })

  test('it is symmetrical, certain of a text and itself, and the same every time', () => {
    expect(like(LIFT, AGAIN)).toEqual(like(LIFT, AGAIN))
    expect(like(LIFT, AGAIN).score).toBeCloseTo(like(AGAIN, LIFT).score, 10)
    expect(like(LIFT, LIFT).score).toBeGreaterThan(0.99)
  })

  test.each<[string, string]>([
    ['nothing', ''],
    ['one character', '电'],
    ['emoji', '😡🚰'],
    ['spaces', ' \n\t '],
    ['half a surrogate', '\ud83d'],
    ['HTML', '<b>&nbsp;</b>'],
    ['pinyin', 'dian ti huai le'],
    ['traditional', '電梯壞了'],
    ['mojibake', '鐢垫鍧忎簡'],
    ['a hundred thousand characters', '路灯不亮，'.repeat(20_000)],
    ['a hundred thousand without a stop', '灯'.repeat(100_000)],
  ])('%s has a defined likeness, and none with something else', (_, content) => {
    for (const text of [
      { title: '', content },
      { title: content, content: '' },
    ]) {
      const { score } = like(LIFT, text)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThan(SAME_AT)
    }
  })
})

describe('signatures and the table of words', () => {
  test('a signature survives its bytes, 32 words at most, and a cut one is refused', () => {
    const long = { title: '', content: Array.from({ length: 200 }, (_, n) => `词${n}号`).join('，') }
    const signature = signatureOf(long, table)
    expect(signature.terms).toHaveLength(32)
    expect(readSignature(signatureBytes(signature))).toEqual(signature)
    expect(cosineOf(signature, signature)).toBeCloseTo(1, 1)
    expect(() => readSignature(signatureBytes(signature).subarray(1))).toThrow(RangeError)
    expect(readSignature(signatureBytes(signatureOf({ title: '', content: '' }, table))).terms).toHaveLength(0)
  })

  test('the table survives its bytes; anything else is refused', () => {
    expect(readTable(tableBytes(table))).toEqual(table)
    for (const bytes of [tableBytes(table).subarray(0, 50), new Uint8Array(0), new Uint8Array(64)])
      expect(() => readTable(bytes)).toThrow(RangeError)
  })

  test('two learnings of the same texts give the same bytes', () => {
    const again = learnWords()
    for (const text of [LIFT, AGAIN]) again.add(text)
    const once = learnWords()
    for (const text of [AGAIN, LIFT]) once.add(text)
    expect(tableBytes(again.table())).toEqual(tableBytes(once.table()))
  })

  test('a stored text begins with its title', () => {
    expect(matterTextOf('路灯不亮\n文昌路\n\n尽快')).toEqual({ title: '路灯不亮', content: '文昌路\n\n尽快' })
    expect(matterTextOf('')).toEqual({ title: '', content: '' })
  })
})

describe('groups of one matter', () => {
  const link = (one: string, other: string, score: number) => ({ one, other, score })

  test('those alike on the mean come together; a chain of neighbours does not', () => {
    const full = [link('a', 'b', 0.9), link('b', 'c', 0.8), link('a', 'c', 0.7), link('c', 'd', 0.35)]
    expect(clustersOf(full)).toEqual([['a', 'b', 'c']])
    const chain = Array.from({ length: 8 }, (_, n) => link(`n${n}`, `n${n + 1}`, 0.6))
    expect(Math.max(...clustersOf(chain).map((group) => group.length))).toBeLessThanOrEqual(5)
  })

  test('two alone must be the same by themselves', () => {
    expect(clustersOf([link('a', 'b', 0.45)])).toEqual([])
    expect(clustersOf([link('a', 'b', 0.55)])).toEqual([['a', 'b']])
  })

  test('the order of the links changes nothing, a link to oneself nor a second one of a pair either', () => {
    const links = Array.from({ length: 60 }, (_, n) => link(`k${n % 13}`, `k${(n * 7) % 17}`, ((n * 37) % 100) / 100))
    expect(clustersOf(links.toReversed())).toEqual(clustersOf(links))
    expect(clustersOf([...links, link('k1', 'k1', 1), ...links])).toEqual(clustersOf(links))
    expect(clustersOf([])).toEqual([])
  })
})
