import { MARK } from '../blanked.ts'
import { WHO } from '../left-cues.ts'
import { BEFORE_NAME, HONORIFIC, SHORT_HONORIFIC } from '../name-cues.ts'
import { ENDS, LANDS, POLITE, SAYINGS, SHOPS, TRADES } from './frame-words.ts'
import { type Dice, madeFamily, madeGiven, madeGivenAlone } from './made-names.ts'
import { NAME_FRAMES } from './name-frames.ts'
import type { Lesson } from './name-lessons.ts'
import { NOBODY_FRAMES, PLACE_FRAMES, SHOP_FRAMES } from './nobody-frames.ts'

const ROLES = `${BEFORE_NAME}|${WHO}`
  .split('|')
  .filter((word) => word.length > 1 && !/^(?:我叫|我是|名|叫|姓)/.test(word))
const OFFICES = HONORIFIC.split('|').filter((word) => word.length > 1 && !word.includes('['))
const ADDRESSES = TRADES.filter((word) => !/记|氏|家|府|胖|麻|瘸|胡子/.test(word))
const KIN = [...SHORT_HONORIFIC].filter((c) => !'处站太生奶'.includes(c))
const pick = (list: readonly string[], dice: Dice): string => list[Math.floor(dice() * list.length)] ?? ''
const framesOf = (frames: string): string[] => frames.trim().split('\n')

const family = (dice: Dice) => madeFamily(dice() < 0.03 ? 2 : 1, dice)
const MAKE: Record<string, (dice: Dice) => string> = {
  R: (dice) => pick(ROLES, dice),
  H: (dice) => pick(POLITE, dice),
  O: (dice) => pick(OFFICES, dice),
  K: (dice) => pick(KIN, dice),
  S: (dice) => pick(SAYINGS, dice),
  Q: (dice) => pick(SHOPS, dice),
  L: (dice) => pick(LANDS, dice),
  T: (dice) => pick(TRADES, dice),
  A: (dice) => pick(ADDRESSES, dice),
  F: family,
  N: (dice) => family(dice) + madeGiven(dice() < 0.38 ? 1 : 2, dice),
  E: (dice) => pick(ENDS, dice),
  G: (dice) => madeGiven(2 + Math.floor(dice() * 2), dice),
  D: (dice) => madeGivenAlone(dice),
  M: () => MARK,
}

/** What is reported, and single words. */
export type Stock = { clauses: readonly string[]; words: readonly string[] }

/** What is unsaid of the name that a place in a frame stands for: 某, 某某, ××. */
const unsaidAt = (frame: string, at: number): string => /^(?:某某?|××|XX)/.exec(frame.slice(at))?.[0] ?? ''

function wordFor(kind: string, { clauses, words }: Stock, dice: Dice): string {
  if (kind === 'P') return pick(clauses, dice)
  return kind === 'W' ? pick(words, dice) : (MAKE[kind]?.(dice) ?? '')
}

/** One frame filled in; {F} and {N} are names where somebody is meant. */
function filled(frame: string, stock: Stock, isPerson: boolean, dice: Dice): Lesson {
  let [text, at] = ['', 0]
  const names: { from: number; to: number }[] = []
  for (const { 0: slot, 1: kind = '', index } of frame.matchAll(/\{([A-Z])\}/g)) {
    text += frame.slice(at, index)
    at = index + slot.length
    const said = wordFor(kind, stock, dice)
    const length = said.length + (kind === 'F' ? unsaidAt(frame, at).length : 0)
    if (isPerson && 'DFN'.includes(kind)) names.push({ from: text.length, to: text.length + length })
    text += said
  }
  return { text: text + frame.slice(at), names }
}

/** Clauses of a few words, of what people report: what a name may stand beside. */
export const clausesOf = (phrases: readonly string[]): string[] =>
  [...new Set(phrases.flatMap((phrase) => phrase.split(/[，。？！；、,?!\s]+/)))].filter(
    (clause) => clause.length >= 3 && clause.length <= 16,
  )

/** Every frame so many times, with other names, persons and clauses each time. */
export function framedLessons(stock: Stock, times: number, dice: Dice): Lesson[] {
  const made = (frames: string, isPerson: boolean, n: number) =>
    framesOf(frames).flatMap((frame) => Array.from({ length: n }, () => filled(frame, stock, isPerson, dice)))
  return [
    ...made(NAME_FRAMES, true, times * 2),
    ...made(NOBODY_FRAMES, false, times * 2),
    ...made(PLACE_FRAMES, false, times * 3),
    ...made(SHOP_FRAMES, false, times * 4),
  ]
}
