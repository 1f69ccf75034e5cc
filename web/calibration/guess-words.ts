import type { calibrationWords } from './calibration-words.ts'

type Guess = { suggestedName: string | null; probability: number | null }
type Said = Pick<(typeof calibrationWords)['zh'], 'guess' | 'noGuess'>

/** Why an order's class is called uncertain: what the machine would have said and how sure it was. */
export const guessWords = ({ suggestedName, probability }: Guess, words: Said): string =>
  suggestedName === null ? words.noGuess : words.guess(suggestedName, String(Math.round(100 * (probability ?? 0))))
