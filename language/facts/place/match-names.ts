import type { Span } from '../../text/span.ts'
import { alike, slipOf } from './misspelling.ts'
import { type NameIndex, SHORTEST_MISSPELLED } from './name-index.ts'
import { codesOf, Rolling } from './rolling.ts'

/** A stretch of the text that means one of these names, with how much the wording speaks for it (0–1). */
type Reading = {
  names: readonly number[]
  typed: 'exact' | 'alias' | 'misspelled'
  likelihood: number
}
export type NameMatch = Span & Reading

/** Words that are no names though they sound or look like some are kept from being read as misspelled below this. */
const LEAST = 0.25
/** A stem that stands for its name (江门口 for 江门口社区) is believed as written only. */
const MISSPELLED_FROM = 0.8

const HAN = /\p{Script=Han}/u

/** Names do not run across marks and spaces. */
function runsOf(plain: string): Span[] {
  return [...plain.matchAll(/[\p{Script=Han}\p{L}\p{N}]+/gu)].map(({ 0: run, index }) => ({
    from: index,
    to: index + run.length,
  }))
}

/** At most this many wordings are weighed at one place: many names that differ in one character stay bounded. */
const WEIGHED = 24

/** Within a longer word: 望岳小 of 望岳小学 is neither 望岳小区 with its end left off nor 望岳里 with a wrong one. */
function endsElsewhere({ soundOf }: NameIndex, said: string, meant: string): boolean {
  const [a = '', b = ''] = [said.at(-1), meant.at(-1)]
  if (a === b || (a === meant.at(-2) && b === said.at(-2))) return false
  return said.length < meant.length ? meant.startsWith(said) : alike(soundOf, a, b) === null
}

/** The likeliest reading of a stretch as a misspelled name; names that are about as likely are all kept. */
function likeliest(index: NameIndex, said: string, ids: ReadonlySet<number>, runsOn: boolean): Reading | null {
  const readings = [...ids].flatMap((id) => {
    const spelling = index.spellings[id]
    if (spelling === undefined || spelling.text.length < SHORTEST_MISSPELLED || spelling.weight < MISSPELLED_FROM)
      return []
    if (runsOn && endsElsewhere(index, said, spelling.text)) return []
    return [{ names: spelling.names, likelihood: slipOf(said, spelling.text, index.soundOf) * spelling.weight }]
  })
  const best = Math.max(0, ...readings.map(({ likelihood }) => likelihood))
  if (best < LEAST) return null
  const names = readings.filter(({ likelihood }) => likelihood > best - 0.1).flatMap((reading) => reading.names)
  return { names: [...new Set(names)], typed: 'misspelled', likelihood: best }
}

function looker(index: NameIndex, plain: string) {
  const codes = new Rolling(codesOf(plain))
  const sounds = new Rolling(Array.from({ length: plain.length }, (_, i) => index.heard(plain.charAt(i))))
  const exact = (from: number, to: number): NameMatch | null => {
    for (const id of index.exact.get(codes.of(from, to)) ?? []) {
      const spelling = index.spellings[id]
      if (spelling !== undefined && spelling.text.length === to - from && plain.startsWith(spelling.text, from))
        return { from, to, names: spelling.names, typed: spelling.typed, likelihood: spelling.weight }
    }
    return null
  }
  // Most stretches are near no name: nothing is made for them.
  const candidates = (from: number, to: number): Set<number> | null => {
    let found: Set<number> | null = null
    const take = (ids: readonly number[] | undefined) => {
      if (ids === undefined) return
      found ??= new Set()
      for (const id of ids) if (found.size < WEIGHED) found.add(id)
    }
    take(index.sounding.get(sounds.of(from, to)))
    take(index.gapped.get(codes.of(from, to)))
    for (let gap = from; gap < to; gap++) {
      const hash = codes.without(from, to, gap)
      take(index.gapped.get(hash))
      if (gap > from && gap < to - 1) take(index.exact.get(hash))
    }
    return found
  }
  // A text that repeats itself asks the same again and again.
  const weighed = new Map<string, Reading | null>()
  const misspelled = (from: number, to: number): NameMatch | null => {
    const ids = candidates(from, to)
    if (ids === null) return null
    const said = plain.slice(from, to)
    const runsOn = HAN.test(plain.charAt(to))
    const key = runsOn ? `${said}…` : said
    let reading = weighed.get(key)
    if (reading === undefined) {
      reading = likeliest(index, said, ids, runsOn)
      weighed.set(key, reading)
    }
    return reading === null ? null : { from, to, ...reading }
  }
  return { exact, misspelled }
}

/**
 * Every stretch that may mean a name, overlapping ones too: as written, by an alias, or with one character wrong,
 * missing, too many or swapped, or written by its sound. Time is linear in the text: at each place some `longest`
 * lengths with as many left-out characters.
 */
export function matchNames(index: NameIndex, plain: string): NameMatch[] {
  const { exact, misspelled } = looker(index, plain)
  const found: NameMatch[] = []
  for (const run of runsOf(plain))
    for (let from = run.from; from < run.to; from++)
      for (let to = from + 2; to <= Math.min(run.to, from + index.longest + 1); to++) {
        const match = exact(from, to) ?? (to - from < SHORTEST_MISSPELLED ? null : misspelled(from, to))
        if (match !== null) found.push(match)
      }
  return found
}
