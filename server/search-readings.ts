import type { AlsoAsked } from '#contract/search-all.ts'
import type { Atlas } from '#domain/city/atlas.ts'
import type { City } from '#domain/city/city.ts'
import { type KnownName, type Meant, namesByPinyin, namesMisspelt } from '#language/search/near-names.ts'
import { needleOf } from '#language/search/needle.ts'
import { type Question, questionOf, type Word } from '#language/search/question.ts'
import { simplify } from '#language/search/traditional.ts'
import { wordsOf } from '#language/text/words.ts'
import { pinyinOf, soundOf } from './pinyin.ts'
import { candidatesOf } from './places.ts'
import type { Shell } from './shell.ts'

/** One way to read what was typed: words that must all occur. `also` null: as it was typed. */
export type Reading = { words: readonly Word[]; also: AlsoAsked | null }

const names = new WeakMap<City, { atlas: Atlas; known: KnownName[] }>()

const soundsOf = (text: string): string[] => Array.from({ length: text.length }, (_, i) => soundOf(text[i] ?? ''))

/** Places and units with their pinyin: a tenth of a second for 1,500, so once per city and atlas. */
function namesOf({ city, atlas }: Pick<Shell, 'city' | 'atlas'>): KnownName[] {
  const kept = names.get(city)
  if (kept?.atlas === atlas) return kept.known
  const all = [
    ...candidatesOf(city, atlas).map(({ name }) => name),
    ...[...city.units.values()].map(({ name }) => name),
  ]
  const known = [...new Set(all)].map((name) => ({ name, ...pinyinOf(name), sound: soundsOf(name).join('') }))
  names.set(city, { atlas, known })
  return known
}

const NAMES_EACH = 3
const READINGS_AT_MOST = 5

const wordOf = (text: string): Word => ({ ...needleOf(text), exact: false })

/** The word with the name in place of what was typed for it; what stands around it is looked for beside it. */
function meaning(word: Word, { typed, name }: Meant): Word[] {
  const at = word.text.indexOf(typed)
  const around = at < 0 ? [] : [word.text.slice(0, at), word.text.slice(at + typed.length)]
  return [name, ...around].map(wordOf).filter(({ pairs }) => pairs.length > 0)
}

/** Names that one of the words means, each with the whole question asked anew with it. */
function meantBy(shell: Pick<Shell, 'city' | 'atlas'>, { words }: Question): Reading[] {
  const known = namesOf(shell)
  return words.flatMap((word, i) => {
    if (word.exact) return []
    const meant = [
      ...namesByPinyin(known, word.text, NAMES_EACH),
      ...namesMisspelt(known, word.text, soundsOf(word.text), NAMES_EACH),
    ]
    return meant.map((one) => ({
      words: [...words.slice(0, i), ...meaning(word, one), ...words.slice(i + 1)],
      also: { typed: one.typed, name: one.name, why: one.why },
    }))
  })
}

/** As typed, then what else may be meant; null: there is nothing to look for. */
export function readingsOf(shell: Pick<Shell, 'city' | 'atlas'>, q: string, asTyped: boolean): Reading[] | null {
  const question = questionOf(q)
  if (question === null) return null
  const typed: Reading = { words: question.words, also: null }
  if (asTyped) return [typed]
  const simple = simplify(q)
  const simplified = simple === q ? null : questionOf(simple)
  const folded: Reading[] =
    simplified === null ? [] : [{ words: simplified.words, also: { typed: q, name: simple, why: 'traditional' } }]
  return [typed, ...folded, ...meantBy(shell, simplified ?? question)].slice(0, READINGS_AT_MOST)
}

/** One word is cut from four characters on: shorter ones are words already. */
const CUT_FROM = 4
const PARTS_AT_MOST = 6

/** The words a long word is made of, for texts that say the same otherwise; null where it cannot be cut. */
function cutReading({ words }: Reading): Reading | null {
  if (words.some(({ exact }) => exact)) return null
  const parts = words.flatMap(({ text }) => (text.length < CUT_FROM ? [text] : wordsOf(text)))
  const distinct = [...new Set(parts)].map(wordOf).filter(({ pairs }) => pairs.length > 0)
  return distinct.length < 2 || distinct.length === words.length
    ? null
    : { words: distinct.slice(0, PARTS_AT_MOST), also: null }
}

/** All words but one, each in turn: what says most of them. */
const mostReadings = ({ words }: Reading): Reading[] =>
  words.length < 2
    ? []
    : words
        .map((_, i) => ({ words: words.filter((_word, j) => j !== i), also: null }))
        .filter((reading) => reading.words.some(({ pairs }) => pairs.length > 0))

/** A way to ask that counts only where those before found nothing; `measuredBy`: the words a find is ranked by. */
type Attempt = { matched: 'all' | 'cut' | 'most'; readings: readonly Reading[]; measuredBy: readonly Reading[] }

/** All that was typed and meant; then the words a long word is made of; then what has most of them. */
export function attemptsOf(readings: readonly Reading[]): Attempt[] {
  const [typed] = readings
  const all: Attempt = { matched: 'all', readings, measuredBy: readings }
  if (typed === undefined) return [all]
  const cut = cutReading(typed)
  const words = cut ?? typed
  return [
    all,
    ...(cut === null ? [] : [{ matched: 'cut' as const, readings: [cut], measuredBy: [cut] }]),
    { matched: 'most', readings: mostReadings(words), measuredBy: [words] },
  ]
}
