import { describe, expect, test } from 'vitest'
import { type SameIndex, sameIndex } from './same-index.ts'
import { SEGMENT } from './segment.ts'
import { cosineOf, type Signature } from './signature.ts'

/** The same dice every time. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
function madeUp(roll: () => number): Signature {
  const terms = new Set<number>()
  while (terms.size < 12) terms.add(Math.floor(roll() ** 3 * 4000))
  const sorted = [...terms].sort((a, b) => a - b)
  return { terms: Uint32Array.from(sorted), weights: Uint8Array.from(sorted, () => 30 + Math.floor(roll() * 60)) }
}
const key = (n: number) => `01${String(n).padStart(24, '0')}`
const finish = (steps: Generator<void, void>) => {
  for (const _ of steps);
}
const ask = (index: SameIndex, signature: Signature, limit = 20) => index.query(signature, { limit, endedSince: null })

describe('the index of what was said', () => {
  const roll = dice(3)
  const signatures = Array.from({ length: 9000 }, () => madeUp(roll))
  const entry = (n: number, from = n) => ({
    key: key(n),
    signature: signatures[from] ?? { terms: new Uint32Array(0), weights: new Uint8Array(0) },
    ended: 0,
  })

  test('finds what comparing with every text finds', () => {
    const index = sameIndex()
    for (let n = 0; n < 5000; n++) index.put(entry(n))
    finish(index.tidy())
    for (let n = 5000; n < 5500; n++) index.put(entry(n))
    for (const asked of signatures.slice(6000, 6040)) {
      const wanted = signatures
        .slice(0, 5500)
        .map((other, n) => ({ key: key(n), cosine: cosineOf(asked, other) }))
        .sort((a, b) => b.cosine - a.cosine || (a.key < b.key ? 1 : -1))
        .slice(0, 5)
      expect(ask(index, asked, 5).map(({ cosine }) => cosine)).toEqual(wanted.map(({ cosine }) => cosine))
    }
  })

  test('after any mixture of putting, replacing and removing it is as if made anew', () => {
    const index = sameIndex()
    const here = new Map<string, number>()
    const choose = dice(5)
    for (let step = 0; step < 20_000; step++) {
      const n = Math.floor(choose() * 6000)
      if (choose() < 0.2) {
        index.remove(key(n))
        here.delete(key(n))
      } else {
        const from = Math.floor(choose() * 9000)
        index.put(entry(n, from))
        here.set(key(n), from)
      }
      if (step % 3000 === 0) finish(index.tidy())
    }
    finish(index.tidy())
    const anew = sameIndex()
    const entries = [...here].map(([name, from]) => ({ ...entry(0, from), key: name }))
    finish(anew.load(entries))
    expect(index.size()).toBe(here.size)
    expect(anew.size()).toBe(here.size)
    for (const asked of signatures.slice(0, 60)) expect(ask(index, asked)).toEqual(ask(anew, asked))
  })

  test('what changes while a segment is being made is not lost', () => {
    const index = sameIndex()
    for (let n = 0; n < 3000; n++) index.put(entry(n))
    const steps = index.tidy()
    steps.next()
    index.put(entry(7, 8500))
    index.remove(key(8))
    index.put(entry(8999))
    finish(steps)
    const [first] = ask(index, entry(0, 8500).signature)
    expect(first).toMatchObject({ key: key(7) })
    expect(ask(index, entry(8).signature, 3000).map((found) => found.key)).not.toContain(key(8))
    expect(ask(index, entry(8999).signature)[0]?.key).toBe(key(8999))
    expect(index.size()).toBe(3000)
  })

  test('what ended before the day is left out, what has not ended never', () => {
    const index = sameIndex()
    for (const [n, ended] of [0, 20_000, 20_010].entries()) index.put({ ...entry(n, 0), ended })
    const found = (endedSince: number) =>
      index.query(entry(0).signature, { limit: 9, endedSince }).map((one) => one.key)
    expect(found(20_005).sort()).toEqual([key(0), key(2)])
    finish(index.tidy())
    expect(found(20_011)).toEqual([key(0)])
  })

  test('of many segments it tells the same as of one, of two alike the newer key first', () => {
    const [one, many] = [sameIndex(), sameIndex()]
    // Every text is there thrice, in different segments: alike to the last bit.
    const entries = Array.from({ length: 6000 }, (_, n) => entry(n, n % 2000))
    finish(one.load(entries))
    for (let from = 0; from < 6000; from += 1000) finish(many.load(entries.slice(from, from + 1000)))
    for (const asked of signatures.slice(0, 40)) {
      const found = ask(many, asked, 9)
      expect(found).toEqual(ask(one, asked, 9))
      const order = found.toSorted((a, b) => b.cosine - a.cosine || (a.key < b.key ? 1 : -1))
      expect(found).toEqual(order)
    }
    expect(ask(many, entry(5).signature, 3).map((found) => found.key)).toEqual([key(4005), key(2005), key(5)])
  })

  test('old segments are forgotten whole', () => {
    const index = sameIndex()
    finish(index.load(Array.from({ length: 100 }, (_, n) => entry(n))))
    finish(index.load(Array.from({ length: 100 }, (_, n) => entry(200 + n))))
    index.dropBefore(key(150))
    expect(index.size()).toBe(100)
    expect(ask(index, entry(0).signature, 300).every((found) => found.key >= key(200))).toBe(true)
  })

  test('an empty question finds nothing, and a hundred bytes an entry are enough', () => {
    const index = sameIndex()
    finish(index.load(Array.from({ length: 4000 }, (_, n) => entry(n))))
    expect(ask(index, { terms: new Uint32Array(0), weights: new Uint8Array(0) })).toEqual([])
    expect(index.bytes() / index.size()).toBeLessThan(100)
    expect(SEGMENT).toBe(65_536)
  })
})
