import type { SoundOf } from './gazetteer.ts'
import { looksAlike, looseSound } from './sounds.ts'
import { stemOf } from './suffix.ts'

/** What stands in the text and what was meant. */
type Pair = { said: string; meant: string }

const differencesOf = ({ said, meant }: Pair): number[] => {
  const found: number[] = []
  for (let i = 0; i < meant.length; i++) if (said[i] !== meant[i]) found.push(i)
  return found
}

const soundsLike = (soundOf: SoundOf, a: string, b: string): boolean =>
  soundOf(a) !== '' && looseSound(soundOf(a), a) === looseSound(soundOf(b), b)

/** Whether two characters are taken for each other, and by what. */
export const alike = (soundOf: SoundOf, a: string, b: string): 'sound' | 'loose' | 'looks' | null => {
  if (soundOf(a) !== '' && soundOf(a) === soundOf(b)) return 'sound'
  if (soundsLike(soundOf, a, b)) return 'loose'
  return looksAlike(a, b) ? 'looks' : null
}
/** For names of three characters and for longer ones. */
const ALIKE_COUNTS = { sound: [0.8, 0.92], loose: [0.65, 0.85], looks: [0.6, 0.85] } as const

/** One character for another. Two names may differ in just that, so a short distinctive part must sound or look alike. */
function substituted({ said, meant }: Pair, at: number, soundOf: SoundOf): number {
  const stem = stemOf(meant).length
  const long = meant.length > 3
  const how = alike(soundOf, said[at] ?? '', meant[at] ?? '')
  if (how !== null) return ALIKE_COUNTS[how][long ? 1 : 0]
  // 枫丹家园 is not 枫丹花园, 人民街 not 人民路: another ending is another name.
  if (at >= stem) return stemOf(said).length === stem ? 0.2 : 0.6
  if (stem >= 3) return stem > 3 ? 0.7 : 0.5
  return long ? 0.3 : 0.1
}

/** Several characters for others of the same sound, as a careless input method leaves them. */
function soundingAlike(pair: Pair, at: readonly number[], soundOf: SoundOf): number {
  const { said, meant } = pair
  const kept = meant.length - at.length
  if (kept * 2 < meant.length && !(meant.length <= 3 && said.at(-1) === meant.at(-1))) return 0
  const strict = at.every((i) => soundOf(said[i] ?? '') === soundOf(meant[i] ?? ''))
  if (meant.length <= 3) return strict && said.at(-1) === meant.at(-1) ? 0.55 : 0
  return strict ? 0.85 : 0.6
}

function missing({ said, meant }: Pair): number {
  const stem = stemOf(meant).length
  let at = 0
  while (at < said.length && said[at] === meant[at]) at++
  if (at >= stem) return meant.length > 3 ? 0.7 : 0.2
  return stem >= 4 ? 0.75 : stem === 3 ? 0.55 : meant.length > 3 ? 0.3 : 0.1
}

function added({ said, meant }: Pair): number {
  let at = 0
  while (at < meant.length && said[at] === meant[at]) at++
  // At either end it is the next word and not part of the name.
  if (at === 0 || at === meant.length) return 0
  if (said[at] === said[at - 1]) return meant.length > 3 ? 0.88 : 0.75
  return meant.length > 3 ? 0.5 : 0.3
}

/** How much a stretch of a text that is not a name means it after all; 0: not within one slip of the hand. */
export function slipOf(said: string, meant: string, soundOf: SoundOf): number {
  const pair = { said, meant }
  if (said.length === meant.length - 1) return missing(pair)
  if (said.length === meant.length + 1) return added(pair)
  const at = differencesOf(pair)
  const [first = 0, second = 0] = at
  if (at.length === 1) return substituted(pair, first, soundOf)
  const swapped =
    at.length === 2 && second === first + 1 && said[first] === meant[second] && said[second] === meant[first]
  if (swapped) return meant.length > 3 ? 0.88 : 0.7
  return at.every((i) => soundsLike(soundOf, said[i] ?? '', meant[i] ?? '')) ? soundingAlike(pair, at, soundOf) : 0
}
