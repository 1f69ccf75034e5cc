import { type Least, namesBy, type Weights } from './name-model.ts'
import { nameWeights } from './name-weights.ts'
import type { Personal } from './personal.ts'
import { dotted, sounded } from './sounded-names.ts'
import { spacedNames } from './spaced-names.ts'

/**
 * Chosen on the development set, each half by a model of the other: from these scores on every kind gains about two
 * finds an alarm. See `docs/language.md`.
 */
const LEAST: Least = { family: -1, lone: 0, whole: -0.9, unsaid: -1, bare: -1, given: -1.5 }

/** A little word that belongs to the form of address: 老王, 小李, 阿强. */
const beginOf = (text: string, from: number, isFamily: boolean): number =>
  isFamily && /[老小阿]/.test(text[from - 1] ?? '') ? from - 1 : from

/** A road with its number (石桥路 42 号): whatever the model takes its first character for. */
const isRoad = (text: string, { from, to }: { from: number; to: number }): boolean =>
  /[路街巷弄道]$/.test(text.slice(from, to)) && /^ ?\d/.test(text.slice(to, to + 2))

/** Names of people in a narrowed text: those written by sound, and what the model takes for one. */
export const findNames = (text: string): Personal[] => namesOf(text, nameWeights(), LEAST)

/** The same by other weights and from other scores on: how thresholds are chosen, see `tools/train-names.ts`. */
export function namesOf(text: string, weights: Weights, least: Least): Personal[] {
  const bySound = [...dotted(text), ...sounded(text)]
  const learnt = namesBy(text, weights, least)
    .filter((name) => !isRoad(text, name))
    .map(({ kind, from, to }) => ({
      from: beginOf(text, from, kind === 'family'),
      to,
    }))
  return [...bySound, ...learnt, ...spacedNames(text, weights, least)].map((name) => ({ kind: 'name', ...name }))
}
