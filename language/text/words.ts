import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict'

let jieba: Jieba | null = null

/** The dictionary takes about 0.4 s and 60 MB, so it is read at the first word and not at the start. */
function segmenter(): Jieba {
  jieba ??= Jieba.withDict(dict)
  return jieba
}

/**
 * The words of a text in its order, everything kept: joined they give the text back. Unknown words are guessed by the
 * segmenter's hidden Markov model. About 10 µs for 40 characters; bound the text before asking (`slice`).
 */
export const wordsOf = (text: string): string[] => segmenter().cut(text, true)

const tags = new Map<string, string>()
/** More words than a city's texts have; emptied when full, so that made-up words cannot fill the memory. */
const TAGS = 60_000

/** The part of speech of one word that `wordsOf` gave; `x` where the dictionary has no such word. */
export function wordTag(word: string): string {
  const known = tags.get(word)
  if (known !== undefined) return known
  if (tags.size >= TAGS) tags.clear()
  const said = word.length > 16 ? [] : segmenter().tag(word, true)
  const tag = said.length === 1 ? (said[0]?.tag ?? 'x') : 'x'
  tags.set(word, tag)
  return tag
}
