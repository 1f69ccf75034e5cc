import { describe, expect, test } from 'vitest'
import { classifierBytes } from '../classify/bytes.ts'
import { ModelFault, type ModelFaultKind } from '../classify/model-fault.ts'
import { labels, phrases } from './category.fixture.ts'
import { readCategoryModel } from './read-category-model.ts'
import { trainCategoryModel } from './train-category-model.ts'

const bytes = trainCategoryModel({ labels, phrases, orders: [] })

function faultOf(file: Uint8Array, among = labels): ModelFault {
  try {
    readCategoryModel(file, among)
  } catch (error) {
    if (error instanceof ModelFault) return error
    throw error
  }
  throw new Error('it was taken')
}

const altered = (at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))

describe('a model file', () => {
  test('cut short anywhere is refused as that', () => {
    const lengths = Array.from({ length: 60 }, (_, i) => Math.floor((i * bytes.length) / 60))
    const kinds = lengths.map((length): ModelFaultKind => faultOf(bytes.slice(0, length)).kind)
    expect(new Set(kinds)).toEqual(new Set(['cut-short']))
  })

  test('with one bit turned anywhere is refused', () => {
    const places = Array.from({ length: 60 }, (_, i) => Math.floor((i * bytes.length) / 60))
    for (const at of places) expect(() => readCategoryModel(altered(at), labels)).toThrow(ModelFault)
  })

  test.each([
    ['a text', new TextEncoder().encode('code,name,level,parent')],
    ['zeros', new Uint8Array(1000)],
    ['something behind it', Uint8Array.from([...bytes, 0, 0, 0, 0])],
  ])('%s is of a wrong format', (_, file) => {
    expect(faultOf(file).kind).toBe('wrong-format')
  })

  test('of another city is refused, and says which codes are foreign', () => {
    const fault = faultOf(
      bytes,
      labels.filter(({ code }) => !code.startsWith('R')),
    )
    expect(fault.kind).toBe('foreign-labels')
    expect(fault.codes).toEqual(['R0101', 'R0102'])
    expect(fault.message).toContain('R0101')
  })

  test('is taken as a view into a larger buffer, as databases give it', () => {
    const pool = new Uint8Array(bytes.length + 3)
    pool.set(bytes, 3)
    const { classifier } = readCategoryModel(Buffer.from(pool.buffer, 3, bytes.length), labels)
    expect(Buffer.compare(classifierBytes(classifier), bytes)).toBe(0)
  })

  test('holds no text it has learned from', () => {
    const text = Buffer.from(bytes).toString('utf8')
    for (const { phrase } of phrases) expect(text).not.toContain(phrase)
  })
})
