import { expect, test } from 'vitest'
import { wordsOf } from './words.ts'

test('words are those of the language, and nothing of the text is lost', () => {
  const text = '小区电梯坏了三天，物业一直不修！Tel 0731'
  const words = wordsOf(text)
  expect(words).toEqual(expect.arrayContaining(['小区', '电梯', '物业']))
  expect(words.join('')).toBe(text)
})

test.each(['', ' ', '水', '🚰💧', '\u0000\ufffd', '電梯壞了', 'a'.repeat(1000)])('%j comes back whole', (text) => {
  expect(wordsOf(text).join('')).toBe(text)
})
