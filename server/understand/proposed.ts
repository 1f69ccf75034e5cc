import type { CueAnswer } from '#language/facts/cues.ts'
import { saysWords } from './why-words.ts'

export const SHOWN = 3
/** What is less probable than this helps nobody choose. */
const WORTH_SHOWING = 0.05

export const rounded = (probability: number): number => Math.round(Math.min(1, probability) * 1e4) / 1e4

/** The likeliest few, each with the words that speak for it. */
export function proposed<Value>(answers: readonly CueAnswer<Value & string>[], sureFrom: number) {
  const shown = answers.filter(({ probability }) => probability >= WORTH_SHOWING).slice(0, SHOWN)
  return {
    sure: (answers[0]?.probability ?? 0) >= sureFrom,
    suggestions: shown.map(({ value, probability, words }) => ({
      value,
      probability: rounded(probability),
      why: saysWords(words),
      words: [...words],
    })),
  }
}
