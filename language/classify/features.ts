import { wordsOf } from '../text/words.ts'
import { bucketOf, hashStep } from './hash.ts'
import { type PlainText, plainTextOf, stringOf } from './plain-text.ts'

/** The two texts of a request; either may be empty. */
export type Text = { title: string; content: string }
export type Field = keyof Text

/**
 * What of a text is counted: all stretches of 1 to `longest` characters and, with `words`, the segmenter's words, each
 * hashed into 2^`bits` buckets (16 to 22). Of the content the first `limit` UTF-16 units are read (of a title 200),
 * which bounds time and memory for any text. `titleWeight` is the length of the title's vector beside the whole text's,
 * whose length is 1.
 */
export type FeatureOptions = { bits: number; longest: number; words: boolean; limit: number; titleWeight: number }

/** A title is read so far. */
export const TITLE_LIMIT = 200

/**
 * Where a feature counts: a title counts twice, once with the content as the whole text, and once more as a title, which
 * is short and says best what the matter is.
 */
export type Part = 'whole' | 'title'

/** Seeds of the hashes, so that a stretch is one feature in the text and another in its title. */
const SEEDS: Record<Part, { characters: number; words: number }> = {
  whole: { characters: 0x1b56c4e9, words: 0x2f0b4c47 },
  title: { characters: 0x6d2b79f5, words: 0x7feb352d },
}

/** One occurrence of a feature, `from` and `to` (exclusive) in units of the plain text. */
type Visit = (bucket: number, from: number, to: number) => void
/** Asked at the beginning of each part of each field for who visits its features. */
type VisitorOf = (part: Part, field: Field, plain: PlainText) => Visit

/** Every occurrence of every feature: those of the whole text first, then those of the title as a title. */
export function visitFeatures(text: Text, options: FeatureOptions, visitorOf: VisitorOf): void {
  const { title, content } = readingOf(text, options)
  visitField(title, 'whole', options, visitorOf)
  visitField(content, 'whole', options, visitorOf)
  visitField(title, 'title', options, visitorOf)
}

type ReadField = { field: Field; plain: PlainText; words: readonly string[] }
type Reading = Text & { options: FeatureOptions; fields: Record<Field, ReadField> }

/** Whoever scores a text explains the answer next: the same text is cut into words once and not three times. */
let last: Reading | null = null

function readingOf({ title, content }: Text, options: FeatureOptions): Record<Field, ReadField> {
  if (last?.options === options && last.title === title && last.content === content) return last.fields
  const fields = {
    title: readField('title', plainTextOf(title, TITLE_LIMIT), options),
    content: readField('content', plainTextOf(content, options.limit), options),
  }
  last = { title, content, options, fields }
  return fields
}

const readField = (field: Field, plain: PlainText, options: FeatureOptions): ReadField => ({
  field,
  plain,
  words: options.words ? wordsOf(stringOf(plain)) : [],
})

function visitField(read: ReadField, part: Part, options: FeatureOptions, visitorOf: VisitorOf): void {
  const seeds = SEEDS[part]
  const visit = visitorOf(part, read.field, read.plain)
  visitCharacters(read.plain, options, seeds.characters, visit)
  visitWords(read.words, options.bits, seeds.words, visit)
}

function visitCharacters(plain: PlainText, options: FeatureOptions, seed: number, visit: Visit): void {
  const { codes, length } = plain
  for (let from = 0; from < length; from++) {
    let hash = seed
    for (let to = from; to < length && to < from + options.longest; to++) {
      const code = codes[to] ?? 0
      if (code === 0) break
      hash = hashStep(hash, code)
      visit(bucketOf(hash, options.bits), from, to + 1)
    }
  }
}

/** A character that is a word of its own says more than one within a word (煤 in 挖煤 and in 煤气). */
function visitWords(words: readonly string[], bits: number, seed: number, visit: Visit): void {
  let from = 0
  for (const word of words) {
    const to = from + word.length
    if (word.trim() !== '') {
      let hash = seed
      for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i))
      visit(bucketOf(hash, bits), from, to)
    }
    from = to
  }
}
