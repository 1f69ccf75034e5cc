import type { Span } from '../text/span.ts'
import { wordsOf } from '../text/words.ts'

export type Word = Span & { text: string }
/** A text cut into words, with the number of the word at every position. */
export type CutWords = { words: readonly Word[]; wordAt: Int32Array }

export function cutWords(plain: string): CutWords {
  const words: Word[] = []
  const wordAt = new Int32Array(plain.length)
  let at = 0
  for (const text of wordsOf(plain)) {
    wordAt.fill(words.length, at, at + text.length)
    words.push({ text, from: at, to: at + text.length })
    at += text.length
  }
  return { words, wordAt }
}
