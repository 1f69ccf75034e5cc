/** Where something stands and how much that says: a title was written to tell the matter, a reply repeats much. */
const FIELD_WEIGHT = { title: 6, keywords: 4, demand: 3, address: 2.5, respondent: 2.5, content: 2, reply: 2 }
export type Field = keyof typeof FIELD_WEIGHT

/** One text to be ranked, its fields normalised; `ageDays` null: age says nothing of it. */
export type Document = { fields: Partial<Record<Field, string>>; ageDays: number | null; open: boolean }

const FRESH_HALF_DAYS = 120
const FRESHNESS = 2
const IS_OPEN = 0.5
const TOGETHER = 3
const WHOLE_TITLE = 2
const NEAR = 2
const NEAR_CHARACTERS = 20

/** How often a word stands in a text; seven times says no more than three. */
function occurrences(text: string, word: string): number {
  let [n, at] = [0, text.indexOf(word)]
  while (at >= 0 && n < 3) {
    n += 1
    at = text.indexOf(word, at + word.length)
  }
  return n
}

/** The best place a word stands at, a little more for standing at several. 0: nowhere. */
function wordScore({ fields }: Document, word: string): number {
  let [best, more] = [0, 0]
  for (const [field, text] of Object.entries(fields)) {
    const n = occurrences(text, word)
    if (n === 0) continue
    best = Math.max(best, FIELD_WEIGHT[field as Field])
    more += 0.2 * n
  }
  return best === 0 ? 0 : best + more
}

/** Where a word stands nearest to a place; -1: nowhere. */
function nearest(text: string, word: string, at: number): number {
  const [before, after] = [text.lastIndexOf(word, at), text.indexOf(word, at)]
  if (before < 0 || after < 0) return Math.max(before, after)
  return after - at <= at - before ? after : before
}

const LOOKED_AT = 20

/** Characters from the first to the last of the words where they stand nearest together; null: not all are there. */
function spread(text: string, [first = '', ...others]: readonly string[]): number | null {
  let shortest: number | null = null
  let at = text.indexOf(first)
  for (let n = 0; at >= 0 && n < LOOKED_AT; n++) {
    const places = others.map((word) => ({ from: nearest(text, word, at), length: word.length }))
    if (places.some(({ from }) => from < 0)) return null
    const all = [{ from: at, length: first.length }, ...places]
    const width = Math.max(...all.map(({ from, length }) => from + length)) - Math.min(...all.map(({ from }) => from))
    shortest = Math.min(shortest ?? width, width)
    at = text.indexOf(first, at + 1)
  }
  return shortest
}

function nearness({ fields }: Document, words: readonly string[]): number {
  const length = words.reduce((sum, word) => sum + word.length, 0)
  const together = [words.join(''), words.join(' ')]
  let best = 0
  for (const text of Object.values(fields)) {
    if (together.some((one) => text.includes(one))) return TOGETHER
    const apart = spread(text, words)
    if (apart !== null) best = Math.max(best, NEAR / (1 + Math.max(0, apart - length) / NEAR_CHARACTERS))
  }
  return best
}

/**
 * How well a text answers; larger is better. `rarity` of each word (1: as common as can be) weighs it against the
 * others; a word that does not occur costs its share, so that all words stand above some.
 */
export function scoreOf(document: Document, words: readonly string[], rarity: readonly number[]): number {
  const weights = words.map((_, i) => rarity[i] ?? 1)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const scores = words.map((word) => wordScore(document, word))
  const said = scores.reduce((sum, score, i) => sum + score * (weights[i] ?? 1), 0) / Math.max(total, 1e-9)
  const missing = scores.filter((score) => score === 0).length
  const title = document.fields.title ?? ''
  const covered = words.reduce((sum, word) => sum + (title.includes(word) ? word.length : 0), 0)
  const whole = title === '' ? 0 : WHOLE_TITLE * Math.min(1, covered / title.length)
  const near = words.length > 1 && missing === 0 ? nearness(document, words) : 0
  const fresh = document.ageDays === null ? 0 : FRESHNESS * 2 ** (-Math.max(0, document.ageDays) / FRESH_HALF_DAYS)
  const standing = fresh + (document.open ? IS_OPEN : 0)
  return (said + whole + near) * ((words.length - missing) / Math.max(1, words.length)) ** 2 + standing
}

/** How rare each word is among the documents at hand, 1 for one that all have: natural logarithm of the share, plus 1. */
export const rarityOf = (documents: readonly Document[], words: readonly string[]): number[] =>
  words.map((word) => {
    const having = documents.filter(({ fields }) => Object.values(fields).some((text) => text.includes(word))).length
    return 1 + Math.log((documents.length + 1) / (having + 1))
  })
