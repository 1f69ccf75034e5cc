import { wordsOf } from '../text/words.ts'
import { bucketOf, hashStep } from './hash.ts'
import { type PlainText, plainTextOf, stringOf } from './plain-text.ts'

/** The two texts of a request; either may be empty. */
export type Text = { title: string; content: string }
export type Field = keyof Text

/**
 * What of a text is counted: all stretches of 1 to `longest` characters and, with `words`, the segmenter's words, each
 * hashed into 2^`bits` buckets (16 to 22). Of the content the first `limit` UTF-16 units are read (of a title 200),
 * which bounds time and memory for any text.
 */
export type FeatureOptions = { bits: number; longest: number; words: boolean; limit: number }

const TITLE_LIMIT = 200
type Space = { characters: number; words: number }
/** Seeds of the name spaces: a title counts twice, once with the content's features and once as a title. */
const CONTENT: Space = { characters: 0x1b56c4e9, words: 0x2f0b4c47 }
const TITLE: Space = { characters: 0x6d2b79f5, words: 0x7feb352d }

/** One occurrence of a feature, `from` and `to` (exclusive) in UTF-16 units of the field's source. */
export type Visit = (bucket: number, field: Field, from: number, to: number) => void

/** Every occurrence of every feature of both texts, the title's first. */
export function visitFeatures(text: Text, options: FeatureOptions, visit: Visit): void {
  const title = plainTextOf(text.title, TITLE_LIMIT)
  const titleWords = options.words ? wordsOf(stringOf(title)) : []
  const inTitle = (bucket: number, from: number, to: number) =>
    visit(bucket, 'title', title.at[from] ?? 0, title.at[to] ?? 0)
  for (const space of [CONTENT, TITLE]) {
    visitCharacters(title, options, space.characters, inTitle)
    visitWords(titleWords, options.bits, space.words, inTitle)
  }
  const content = plainTextOf(text.content, options.limit)
  const inContent = (bucket: number, from: number, to: number) =>
    visit(bucket, 'content', content.at[from] ?? 0, content.at[to] ?? 0)
  visitCharacters(content, options, CONTENT.characters, inContent)
  if (options.words) visitWords(wordsOf(stringOf(content)), options.bits, CONTENT.words, inContent)
}

type VisitPlain = (bucket: number, from: number, to: number) => void

function visitCharacters(plain: PlainText, options: FeatureOptions, seed: number, visit: VisitPlain): void {
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

/** Words of one character are among the characters already. */
function visitWords(words: readonly string[], bits: number, seed: number, visit: VisitPlain): void {
  let from = 0
  for (const word of words) {
    const to = from + word.length
    if (word.length > 1 && word.trim() !== '') {
      let hash = seed
      for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i))
      visit(bucketOf(hash, bits), from, to)
    }
    from = to
  }
}
