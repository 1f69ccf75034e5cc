import type { Span } from '../text/span.ts'
import type { CutWords, Word } from './cut-words.ts'
import { BEFORE_NAMES, TRADE_WORDS } from './respondent-words.ts'

/** A place of the gazetteer in the text: a name begins behind it, unless the place is what the name begins with. */
export type PlaceBefore = Span & { isRegion: boolean }

const LONGEST = 22
const NAME_CHARACTER = /[\p{Script=Han}\p{L}\p{N}·()（）]/u
/** Words that elsewhere only join, but stand in names as well: 众和, 安泰来. */
const NAME_JOINS = new Set([...'和同与为得新中来安'])

/** A text cut into words, with the place and the region at every position. */
export type CutText = CutWords & {
  placeAt: ReadonlyMap<number, PlaceBefore>
  regionAt: ReadonlyMap<number, PlaceBefore>
}

export function withPlaces(words: CutWords, places: readonly PlaceBefore[]): CutText {
  const [placeAt, regionAt] = [new Map<number, PlaceBefore>(), new Map<number, PlaceBefore>()]
  for (const place of places)
    for (let i = place.from; i < place.to; i++) (place.isRegion ? regionAt : placeAt).set(i, place)
  return { ...words, placeAt, regionAt }
}

/** 找过, 问了, 拦着: what somebody did stands before a name and never in it. */
const DONE = /.[过了着]$/u

const isPart = ({ text }: Word): boolean =>
  !BEFORE_NAMES.has(text) && !DONE.test(text) && [...text].every((character) => NAME_CHARACTER.test(character))

/** Whether something of the stem is a name and not only a trade: 鑫禾 of 鑫禾装饰, nothing of 装修公司. */
export function isNamed({ words, wordAt }: CutText, { from, to }: Span): boolean {
  if (to - from < 2) return false
  let whole = false
  for (let i = wordAt[from] ?? 0; i < words.length; i++) {
    const word = words[i]
    if (word === undefined || word.from >= to) break
    if (word.from < from || word.to > to) continue
    whole = true
    if (!TRADE_WORDS.has(word.text) && !/^[\d()（）·]+$/u.test(word.text)) return true
  }
  return !whole
}

/** A short joining word is part of a name if nothing but a trade stands behind it and the name begins before it. */
function joinsName(text: CutText, i: number, start: number, end: number): boolean {
  const [word, before, further] = [text.words[i], text.words[i - 1], text.words[i - 2]]
  if (word === undefined || before === undefined || !NAME_JOINS.has(word.text)) return false
  if (before.text.length > 2 || !isPart(before) || TRADE_WORDS.has(before.text)) return false
  return !isNamed(text, { from: start, to: end }) && (further === undefined || !isPart(further))
}

/** Where the name that ends before `end` begins: as far left as the words may belong to one, 22 characters at most. */
export function nameStart(text: CutText, end: number): number {
  let start = end
  for (let i = text.wordAt[Math.max(0, end - 1)] ?? 0; i >= 0; i--) {
    const word = text.words[i]
    if (word === undefined || end - word.from > LONGEST) break
    const place = text.placeAt.get(Math.min(word.to, start) - 1)
    if (place !== undefined) return Math.min(place.to, start)
    const joins = joinsName(text, i, start, end)
    if (!isPart(word) && !joins) break
    start = joins ? (text.words[i - 1]?.from ?? word.from) : Math.min(word.from, start)
    if (joins) i -= 1
  }
  return start
}
