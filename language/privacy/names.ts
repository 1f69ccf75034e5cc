import { namesBy } from './name-model.ts'
import { nameWeights } from './name-weights.ts'
import type { Personal } from './personal.ts'
import { dotted, sounded } from './sounded-names.ts'
import { spacedNames } from './spaced-names.ts'

/** From here on a find is more often a name than not where it matters: see `docs/language.md`. */
const LEAST = -1.25

/** A little word that belongs to the form of address: 老王, 小李, 阿强. */
const beginOf = (text: string, from: number, isFamily: boolean): number =>
  isFamily && /[老小阿]/.test(text[from - 1] ?? '') ? from - 1 : from

/** Names of people in a narrowed text: those written by sound, and what the model takes for one. */
export function findNames(text: string): Personal[] {
  const bySound = [...dotted(text), ...sounded(text)]
  const learnt = namesBy(text, nameWeights(), LEAST).map(({ kind, from, to }) => ({
    from: beginOf(text, from, kind === 'family'),
    to,
  }))
  return [...bySound, ...learnt, ...spacedNames(text, nameWeights(), LEAST)].map((name) => ({ kind: 'name', ...name }))
}
