/** How often a word stood in the requests of a period: each request counts once. */
type WordCount = { word: string; now: number; before: number }

type UnknownWord = WordCount & {
  /** scenes in which it stands, the commonest first */
  scenes: readonly (readonly [scene: string, times: number])[]
}

const LEAST = 5
/** At least so many times as often as before, beyond what chance brings. */
const GROWTH = 3

/** New this month: hardly said before, or several times as often, by more than the square root of what was expected. */
const isNewWord = ({ now, before }: WordCount): boolean =>
  now >= LEAST && now >= GROWTH * before && now - before > 2 * Math.sqrt(before + 1)

/**
 * 新词: words of this month's requests that the tree does not know, neither as a keyword nor in a phrase, and that were not
 * said so before. `before` is scaled to a period of the same length. A word within a longer one that says it as often is left out.
 */
export function unknownWords(
  requests: Iterable<{ scene: string; words: readonly string[] }>,
  before: ReadonlyMap<string, number>,
  known: (word: string) => boolean,
  most: number,
): UnknownWord[] {
  const counts = new Map<string, Map<string, number>>()
  for (const { scene, words } of requests)
    for (const word of words) {
      const scenes = counts.get(word) ?? new Map<string, number>()
      counts.set(word, scenes)
      scenes.set(scene, (scenes.get(scene) ?? 0) + 1)
    }
  const found = [...counts].flatMap(([word, scenes]): UnknownWord[] => {
    const now = [...scenes.values()].reduce((sum, n) => sum + n, 0)
    const count = { word, now, before: Math.round(before.get(word) ?? 0) }
    if (!isNewWord(count) || known(word)) return []
    return [{ ...count, scenes: [...scenes].toSorted((a, b) => b[1] - a[1]).slice(0, 5) }]
  })
  const longer = (one: UnknownWord) =>
    found.some(({ word, now }) => word !== one.word && word.includes(one.word) && now >= 0.9 * one.now)
  return found
    .filter((one) => !longer(one))
    .toSorted((a, b) => b.now - a.now || (a.word < b.word ? -1 : 1))
    .slice(0, most)
}
