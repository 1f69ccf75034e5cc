import { plainOf } from '../plain.ts'
import { type Alias, composedAliases, derivedAliases } from './derived-aliases.ts'
import type { GazetteerEntry, Name, SoundOf, Spelling } from './gazetteer.ts'
import { codesOf, HashIndex, Rolling } from './rolling.ts'
import { looseSound } from './sounds.ts'

/** Shorter spellings are found as they stand only: one wrong character of two is another word. */
export const SHORTEST_MISSPELLED = 3

export type NameIndex = {
  names: readonly Name[]
  spellings: readonly Spelling[]
  longest: number
  /** spellings as they are, with one character left out, and by their sound */
  exact: HashIndex
  gapped: HashIndex
  sounding: HashIndex
  soundOf: SoundOf
  /** a character's sound as a number, loosely; remembered, since texts ask for the same ones */
  heard: (character: string) => number
}

function namesOf(entries: readonly GazetteerEntry[]): Name[] {
  const names = new Map<string, GazetteerEntry[]>()
  for (const entry of entries) {
    const text = plainOf(entry.name)
    const same = names.get(text)
    if (same === undefined) names.set(text, [entry])
    else same.push(entry)
  }
  return [...names].map(([text, of]) => ({ text, entries: of }))
}

/** Every other way to say a name: given by the city, derived from its form, composed with its community. */
function aliasesOf({ text, entries }: Name, regions: ReadonlyMap<string, string>): Alias[] {
  const composed = entries.flatMap(({ region, isRegion }) =>
    isRegion ? [] : composedAliases(text, regions.get(region) ?? ''),
  )
  const given = entries.flatMap(({ aliases }) => aliases.map((alias) => ({ text: plainOf(alias), weight: 0.95 })))
  return [...given, ...derivedAliases(text), ...composed]
}

/** Names themselves first: another name's alias never takes the place of a name. */
function spellingsOf(names: readonly Name[], regions: ReadonlyMap<string, string>): Spelling[] {
  const own = new Set(names.map(({ text }) => text))
  const aliases = new Map<string, { names: Set<number>; weight: number }>()
  for (const [i, name] of names.entries())
    for (const { text, weight } of aliasesOf(name, regions)) {
      if (text.length < 2 || own.has(text)) continue
      const known = aliases.get(text) ?? { names: new Set(), weight }
      aliases.set(text, { names: known.names.add(i), weight: Math.max(known.weight, weight) })
    }
  return [
    ...names.map(({ text }, i) => ({ text, names: [i], typed: 'exact' as const, weight: 1 })),
    ...[...aliases].map(([text, of]) => ({ text, names: [...of.names], typed: 'alias' as const, weight: of.weight })),
  ]
}

/** Only what has a sound is kept, some 20,000 characters at most. */
function remembered(soundOf: SoundOf): (character: string) => number {
  const known = new Map<string, number>()
  return (character) => {
    const number = known.get(character)
    if (number !== undefined) return number
    const sound = soundOf(character)
    const heard = looseSound(sound, character)
    if (sound !== '') known.set(character, heard)
    return heard
  }
}

/**
 * The gazetteer ready to be looked for in texts. 20,000 names with their aliases: some 60,000 spellings, about 0.5 s
 * and 60 MB; keep it. `soundOf` is asked once for every character of a name and later for those of a text.
 */
export function indexNames(entries: readonly GazetteerEntry[], soundOf: SoundOf): NameIndex {
  const regions = new Map(entries.filter(({ isRegion }) => isRegion).map(({ region, name }) => [region, plainOf(name)]))
  const names = namesOf(entries)
  const spellings = spellingsOf(names, regions)
  const [exact, gapped, sounding] = [new HashIndex(), new HashIndex(), new HashIndex()]
  const heard = remembered(soundOf)
  let longest = 0
  for (const [i, { text }] of spellings.entries()) {
    longest = Math.max(longest, text.length)
    const rolling = new Rolling(codesOf(text))
    exact.add(rolling.of(0, text.length), i)
    if (text.length < SHORTEST_MISSPELLED) continue
    for (let gap = 0; gap < text.length; gap++) gapped.add(rolling.without(0, text.length, gap), i)
    const sounds = new Rolling(Array.from({ length: text.length }, (_, at) => heard(text.charAt(at))))
    sounding.add(sounds.of(0, text.length), i)
  }
  return { names, spellings, longest, exact, gapped, sounding, soundOf, heard }
}
