/**
 * A node of a city's taxonomy as this room needs it. `code` is the immutable id: a rename changes `name` only, a code is
 * closed (`offered` false, also when a node above it is closed) and never used twice.
 */
export type Label = {
  code: string
  name: string
  level: 1 | 2 | 3
  parent: string | null
  offered: boolean
  keywords: readonly string[]
}

/** Scenes: the nodes that are nobody's parent. Only they are suggested. */
export function scenesOf(labels: readonly Label[]): Label[] {
  const parents = new Set(labels.map((label) => label.parent))
  return labels.filter((label) => !parents.has(label.code))
}

/** `E0201` → `['E', 'E02', 'E0201']`: the way down to a code; itself alone where the taxonomy does not have it. */
export function wayTo(code: string, parents: ReadonlyMap<string, string | null>): string[] {
  const way = [code]
  for (let up = parents.get(code) ?? null; up !== null && !way.includes(up); up = parents.get(up) ?? null)
    way.unshift(up)
  return way
}

export const parentsOf = (labels: readonly Label[]): Map<string, string | null> =>
  new Map(labels.map((label) => [label.code, label.parent]))

/**
 * Sixteen hex digits over the codes in order (FNV-1a, two offsets): names, keywords and open or closed do not change it.
 * It tells two taxonomies apart on a model card; it is no protection against somebody who wants to deceive.
 */
export function labelSetHash(labels: readonly Pick<Label, 'code'>[]): string {
  const text = [...new Set(labels.map((label) => label.code))].sort().join('\n')
  return [0x811c9dc5, 0x01000193].map((start) => hexOf(fnv(text, start))).join('')
}

function fnv(text: string, start: number): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

const hexOf = (value: number): string => value.toString(16).padStart(8, '0')
