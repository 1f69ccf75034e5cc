import type { Personal } from './personal.ts'

export type Scored = { text: string; finds: readonly Personal[]; found: readonly Personal[] }

const groupOf = (kind: string): 'names' | 'numbers' => (/^(?:name|room)/.test(kind) ? 'names' : 'numbers')

/** A label counts as found when one find of its group (numbers and mail; names and rooms) covers it wholly. */
const isFound = (label: Personal, found: readonly Personal[]): boolean =>
  found.some((find) => groupOf(find.kind) === groupOf(label.kind) && find.from <= label.from && find.to >= label.to)

/** Finds that no label overlaps: a sentence with one is a false alarm. */
const strays = ({ finds, found }: Scored): readonly Personal[] =>
  found.filter((find) => !finds.some((label) => label.from < find.to && find.from < label.to))

export type KindScore = { kind: string; labels: number; found: number }

/** A family name alone and a whole name are found by different means. */
const sortOf = ({ kind, from, to }: Personal): string => (kind === 'name' ? `name of ${Math.min(4, to - from)}` : kind)

/**
 * Recall of labels, by kind and by group, and the share of sentences with a false alarm. What the recall of a group is
 * without labels: 1.
 */
export function scoreFinds(sentences: readonly Scored[]) {
  const kinds = new Map<string, KindScore>()
  for (const { finds, found } of sentences)
    for (const label of finds) {
      const kind = sortOf(label)
      const score = kinds.get(kind) ?? { kind, labels: 0, found: 0 }
      score.labels += 1
      if (isFound(label, found)) score.found += 1
      kinds.set(kind, score)
    }
  const recall = (group: 'names' | 'numbers'): number => {
    const own = [...kinds.values()].filter(({ kind }) => groupOf(kind) === group)
    const labels = own.reduce((sum, score) => sum + score.labels, 0)
    return labels === 0 ? 1 : own.reduce((sum, score) => sum + score.found, 0) / labels
  }
  const alarms = sentences.map(strays).filter((stray) => stray.length > 0)
  const alarmsOf: Record<string, number> = {}
  for (const stray of alarms) for (const kind of new Set(stray.map(sortOf))) alarmsOf[kind] = (alarmsOf[kind] ?? 0) + 1
  return {
    alarmsOf,
    sentences: sentences.length,
    kinds: [...kinds.values()],
    recallNumbers: recall('numbers'),
    recallNames: recall('names'),
    falseAlarms: sentences.length === 0 ? 0 : alarms.length / sentences.length,
  }
}
