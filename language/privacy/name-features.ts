import { isHan } from './clauses.ts'
import { givenWeight } from './given-names.ts'
import type { Candidate } from './name-candidates.ts'
import { afterOf, placeOf, sortOf } from './name-surroundings.ts'
import { isOrdinaryAt } from './ordinary-words.ts'
import { familyClass } from './surnames.ts'
import { isUsualGivenAt, isUsualSingle } from './usual-given-names.ts'
import { cutAt, innerTag, type Lay, lieOf, singleTag, tagClass, wordBefore, wordFrom } from './word-lay.ts'
import { pairAt } from './word-pairs.ts'

/** Features are numbers below this; two that meet in one share a weight, which training bears. */
export const FEATURES = 1 << 17
/** More than one candidate ever has. */
export const MOST = 128

const KINDS = { family: 1, whole: 2, unsaid: 3, bare: 4, given: 5 }

/** FNV-1a over small numbers, folded. */
function mix(kind: number, a: number, b: number): number {
  let h = Math.imul(0x811c9dc5 ^ kind, 0x01000193)
  h = Math.imul(h ^ a, 0x01000193)
  h ^= h >>> 15
  h = Math.imul(h ^ b, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return ((h >>> 15) ^ h) & (FEATURES - 1)
}

/** A word as one number. */
function hashOf(word: string): number {
  let h = 7
  for (let i = 0; i < word.length; i++) h = Math.imul(h, 31) + word.charCodeAt(i)
  return h | 0
}

/** What is known of a candidate, as small numbers; most features are two or three of them together. */
type Seen = ReturnType<typeof seenOf>

function seenOf(text: string, candidate: Candidate, lay: Lay, begin: number) {
  const { kind, from, to, family, honorific, cue } = candidate
  const given = to - from - family
  const one = givenWeight(text[from + family])
  const two = given > 1 ? givenWeight(text[from + family + 1]) : 0
  const three = given > 2 ? 16 * (1 + givenWeight(text[to - 1])) : 0
  const type = KINDS[kind] * 8 + Math.min(4, given) * 2 + Number(family === 2)
  const rank = familyClass(text, from)
  const [a, b] = [from - begin, to - begin]
  const left = cue.cue * 4 + Number(cue.isParted) + (from === 0 || !isHan(text[from - 1]) ? 2 : 0)
  const after = honorific.id >= 100 ? 10 : honorific.id > 0 ? 11 : afterOf(text, to)
  return {
    kind,
    honorific,
    family,
    given,
    type,
    rank,
    shape: type * 64 + rank * 8,
    two: one * 4 + two,
    givens: kind === 'family' ? 0 : one * 4 + two + three,
    a,
    b,
    lie: lieOf(lay, a, b),
    cuts: cutAt(lay, a) * 4 + cutAt(lay, b),
    left,
    after,
    said: left * 16 + after,
    place: placeOf(text, candidate),
    first: text.charCodeAt(from),
    before: text.charCodeAt(from - 1) || 0,
    next: text.charCodeAt(to) || 0,
  }
}

type Add = (kind: number, a: number, b: number) => void

/** By its own shape and what stands before and behind. */
function addShape(add: Add, seen: Seen, text: string, { from, to }: Candidate): void {
  const { type, shape, givens, left, after, said, lie, cuts, rank, place, before, next } = seen
  add(1, type, 0)
  add(2, shape, 0)
  add(3, shape, givens)
  add(4, type, left)
  add(5, type, after)
  add(6, type, said)
  add(7, type, lie)
  add(8, shape + lie, givens)
  add(9, type, cuts)
  add(10, cuts, left)
  add(11, cuts, after)
  add(12, type * 8 + lie, left)
  add(13, type * 8 + lie, after)
  add(14, type >> 3, before)
  add(15, before, text.charCodeAt(from - 2) || 0)
  add(16, type >> 3, next)
  add(17, next, text.charCodeAt(to + 1) || 0)
  add(18, shape, said)
  add(19, shape + lie, said)
  add(20, rank * 128 + givens, said)
  add(21, type, place)
  add(22, place, left)
  add(23, Number(isOrdinaryAt(text, from)), type * 32 + left)
  add(24, seen.first, type)
  add(25, shape, cuts)
  add(26, shape * 8 + lie, cuts)
  const sort = from === 0 ? 0 : sortOf(before)
  add(38, type, sort)
  add(39, shape + lie, sort)
}

/** By the form of address behind it and by what follows that: a person does something, a shop is a trade. */
function addHonorific(add: Add, seen: Seen, text: string, lay: Lay, to: number): void {
  const { honorific, type, shape, left, place, before } = seen
  const behind = to + honorific.length
  const local = Math.min(seen.b + honorific.length, lay.from.length - 1)
  const size = Number(honorific.length > 1)
  const word = wordFrom(lay, local)
  const further = word === '' ? '' : wordFrom(lay, lay.to[local] ?? local)
  const tag = word === '' ? 0 : tagClass(word)
  add(30, honorific.id, type)
  add(31, honorific.id, shape)
  add(32, honorific.id, left)
  add(33, size, shape + cutAt(lay, local))
  add(34, type * 2 + size, text.charCodeAt(behind) || 0)
  add(35, Number(isHan(text[behind])) * 2 + size, shape)
  add(70, hashOf(word), type >> 3)
  add(71, tag, honorific.id)
  add(72, tag, shape * 2 + size)
  add(73, tag * 64 + (further === '' ? 0 : tagClass(further)), (type >> 3) * 2 + size)
  add(74, place, honorific.id)
  add(75, place, shape)
  add(36, honorific.id, before)
  add(37, lieOf(lay, seen.a, local), shape + size)
}

/** By the words around it and by the word it would be itself. */
function addWords(add: Add, seen: Seen, lay: Lay): void {
  const { type, shape, left, after, a, b } = seen
  const single = singleTag(lay, a)
  add(66, single, type * 16 + left)
  add(67, single, shape)
  const [before, behind] = [wordBefore(lay, a), wordFrom(lay, b)]
  const tags = [before, behind].map((word) => (word === '' ? 0 : tagClass(word)))
  const [tagBefore = 0, tagBehind = 0] = tags
  if (before !== '') {
    add(40, hashOf(before), type >> 3)
    add(41, tagBefore, type)
  }
  if (behind !== '') {
    add(42, hashOf(behind), type >> 3)
    add(43, tagBehind, type)
  }
  add(44, type, before === '' ? 0 : tagBefore * 64 + tagBehind)
  const [beyond, further] = [wordBefore(lay, a - before.length), wordFrom(lay, b + behind.length)]
  add(76, tagBefore * 64 + (beyond === '' ? 0 : tagClass(beyond)), type)
  add(77, tagBehind * 64 + (further === '' ? 0 : tagClass(further)), type)
  add(83, hashOf(further), type >> 3)
  add(84, hashOf(beyond), type >> 3)
  add(78, hashOf(behind), tagBefore * 64 + (type >> 3))
  add(79, hashOf(before), tagBehind * 64 + (type >> 3))
  if (seen.lie !== 4) return
  const word = wordFrom(lay, a)
  add(45, hashOf(word), 0)
  add(46, tagClass(word), left)
  add(47, tagClass(word), after)
}

/** By the words that the dictionary would see across its ends and within it, whichever way the segmenter went. */
function addPairs(add: Add, seen: Seen, text: string, { from, to }: Candidate): void {
  const { type, shape, lie, left } = seen
  const [begins, ends, goes] = [pairAt(text, from - 1), pairAt(text, to - 1), pairAt(text, to)]
  add(85, type, begins * 6 + ends)
  add(86, type * 8 + lie, ends)
  add(87, type * 8 + lie, begins)
  add(88, type, goes * 6 + ends)
  add(89, shape + lie, begins * 36 + ends * 6 + goes)
  add(90, type * 16 + left, begins * 6 + ends)
  if (seen.kind === 'family') return
  const [head, tail] = [pairAt(text, from), seen.given > 1 ? pairAt(text, to - 2) : 0]
  add(91, type, head * 6 + tail)
  add(92, shape + lie, head * 36 + tail * 6 + ends)
  add(93, type * 16 + left, head * 6 + tail)
}

/** By the given name. */
function addGiven(add: Add, seen: Seen, text: string, lay: Lay, { from, to }: Candidate): void {
  const { type, shape, left, after, lie, given, family, a, b } = seen
  const inner = lieOf(lay, a + family, b) * 32 + innerTag(lay, a + family, b)
  add(55, inner, given)
  add(56, inner, type * 16 + left)
  add(57, inner, shape + lie)
  add(58, inner, after)
  add(59, singleTag(lay, a), inner)
  if (seen.kind === 'unsaid') return
  const last = text.charCodeAt(to - 1)
  if (given > 1) {
    const pair = text.charCodeAt(from + family) * 0x10000 + last
    add(48, pair, type >> 3)
    add(49, pair, lie)
  }
  const usual = Number(given === 2 ? isUsualGivenAt(text, to - 2) : given === 1 && isUsualSingle(text[to - 1] ?? ''))
  add(80, usual, type * 8 + lie)
  add(81, usual, type * 16 + left)
  add(82, usual, shape + after)
  add(50, text.charCodeAt(from + family), given)
  add(51, last, given)
  add(52, last, seen.next)
  add(53, seen.two, seen.cuts)
  add(54, seen.first, text.charCodeAt(from + 1))
}

/** By what makes a person of a family name alone: 小李, 姓王, 赵姓男子. */
function addFamily(add: Add, seen: Seen, c: string): void {
  const little = '老小大阿姓'.indexOf(c === '' ? '-' : c) + 1
  const isSurname = Number(seen.next === 0x59d3)
  add(60, little, seen.shape)
  add(61, little, seen.after * 8 + seen.lie)
  add(62, little, seen.cuts)
  add(63, little * 4 + isSurname, seen.first)
  add(64, isSurname, seen.shape)
  add(65, little, seen.next)
  add(68, seen.next, seen.place)
}

/**
 * The features of one candidate, written into `out`; returns how many. `begin`: where the clause that `lay` is of
 * begins in the text.
 */
export function featuresOf(text: string, candidate: Candidate, lay: Lay, begin: number, out: Int32Array): number {
  let n = 0
  const add = (kind: number, a: number, b: number) => {
    out[n] = mix(kind, a, b)
    n += 1
  }
  const seen = seenOf(text, candidate, lay, begin)
  addShape(add, seen, text, candidate)
  if (seen.honorific.id > 0) addHonorific(add, seen, text, lay, candidate.to)
  addWords(add, seen, lay)
  addPairs(add, seen, text, candidate)
  if (seen.kind === 'family') addFamily(add, seen, text[candidate.from - 1] ?? '')
  else addGiven(add, seen, text, lay, candidate)
  return n
}
