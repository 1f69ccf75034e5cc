/** A name with its pinyin, as the search reads it. */
export type Named<T> = { it: T; name: string; initials: string; full: string }

/**
 * How well a name answers what was typed; smaller is better, null is no answer. Typed words come first as they are (an
 * address with its house number holds the name of its road), then as initials, then as whole syllables.
 */
export function rankOf({ name, initials, full }: Omit<Named<unknown>, 'it'>, typed: string): number | null {
  if (name === typed) return 0
  if (name.startsWith(typed)) return 1
  if (initials === typed) return 2
  if (name.length > 1 && typed.includes(name)) return 3
  if (name.includes(typed)) return 4
  if (initials.startsWith(typed)) return 5
  if (full.startsWith(typed)) return 6
  if (typed.length > 1 && initials.includes(typed)) return 7
  return typed.length > 2 && full.includes(typed) ? 8 : null
}

/** Spaces and case say nothing in a name; pinyin is typed with and without apostrophes. */
const plain = (text: string): string => text.toLowerCase().replace(/[\s'’]/g, '')

/**
 * The best answers first. In an address every part answers (district, road, estate): the longest name tells most;
 * otherwise the shorter name is the nearer one.
 */
export function findNames<T>(names: readonly Named<T>[], text: string, limit: number): T[] {
  const typed = plain(text)
  if (typed === '') return []
  return names
    .flatMap((named) => {
      const rank = rankOf(named, typed)
      return rank === null ? [] : [{ it: named.it, rank, length: rank === 3 ? -named.name.length : named.name.length }]
    })
    .toSorted((a, b) => a.rank - b.rank || a.length - b.length)
    .slice(0, limit)
    .map(({ it }) => it)
}
