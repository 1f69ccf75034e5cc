/** A name of the city with its pinyin as it is read, whole and as initials; `sound`: each character read by itself. */
export type KnownName = { name: string; initials: string; full: string; sound: string }
/** What was meant instead: `at` the stretch that was typed, `name` the city's own name for it. */
export type Meant = { typed: string; name: string; why: 'initials' | 'pinyin' | 'spelling' }

const LATIN = /^[a-z0-9]+$/
const SHORTEST_SPELT = 3
const WORD_AT_MOST = 30

/** One character wrong, missing, too much, or two changed over. */
export function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && right === `${left[1]}${left[0]}`)
}

/**
 * Names typed as pinyin: `bsxq`, `baishaxiaoqu`. Whole initials before beginnings of four letters and more; shorter
 * beginnings would be anything.
 */
export function namesByPinyin(names: readonly KnownName[], typed: string, limit: number): Meant[] {
  const word = typed.toLowerCase().replace(/['’]/g, '')
  if (!LATIN.test(word) || !/[a-z]/.test(word) || word.length < 2) return []
  const ranked = names.flatMap(
    ({ name, initials, full }): { name: string; rank: number; why: 'initials' | 'pinyin' }[] => {
      if (initials === word) return [{ name, rank: 0, why: 'initials' }]
      if (full === word) return [{ name, rank: 1, why: 'pinyin' }]
      if (word.length > 3 && full.startsWith(word)) return [{ name, rank: 3, why: 'pinyin' }]
      return word.length > 2 && initials.startsWith(word) ? [{ name, rank: 2, why: 'initials' }] : []
    },
  )
  const best = Math.min(...ranked.map(({ rank }) => rank))
  return ranked
    .filter(({ rank }) => rank === best)
    .toSorted((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name, why }) => ({ typed, name, why }))
}

/**
 * Names that a word holds misspelt: one character off, or sounding the same, at any place of it. Names of three characters
 * and more; a word that holds a name rightly means that name. `sounds`: the pinyin of each of the word's characters.
 */
export function namesMisspelt(
  names: readonly KnownName[],
  word: string,
  sounds: readonly string[],
  limit: number,
): Meant[] {
  if (word.length < SHORTEST_SPELT || word.length > WORD_AT_MOST || !/\p{Script=Han}/u.test(word)) return []
  const long = names.filter(({ name }) => name.length >= SHORTEST_SPELT)
  if (long.some(({ name }) => word.includes(name))) return []
  const heads = new Set(word)
  const found = long.flatMap(({ name, sound }) => {
    const same = soundingLike(word, sounds, name, sound)
    if (same !== null) return [{ typed: same, name, rank: 0 }]
    // Of three characters one off leaves two, which many names share.
    const mayBeOneOff = name.length > SHORTEST_SPELT && (heads.has(name[0] ?? '') || heads.has(name.at(-1) ?? ''))
    const near = mayBeOneOff ? oneOffIn(word, name) : null
    return near === null ? [] : [{ typed: near, name, rank: 1 }]
  })
  const best = Math.min(...found.map(({ rank }) => rank))
  return found
    .filter(({ rank }) => rank === best)
    .toSorted((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ typed, name }) => ({ typed, name, why: 'spelling' }))
}

/** A stretch as long as the name and of the same sound. */
function soundingLike(word: string, sounds: readonly string[], name: string, sound: string): string | null {
  if (sounds.length !== word.length) return null
  for (let at = 0; at + name.length <= word.length; at++)
    if (sounds.slice(at, at + name.length).join('') === sound) return word.slice(at, at + name.length)
  return null
}

/** A stretch one character off the name, of its own length before others; a part of the name is found without this. */
function oneOffIn(word: string, name: string): string | null {
  for (const length of [name.length, name.length - 1, name.length + 1])
    for (let at = 0; at + length <= word.length; at++) {
      const window = word.slice(at, at + length)
      if (isOneOff(window, name) && !name.includes(window)) return window
    }
  return null
}
