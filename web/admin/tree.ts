import type { CityPart, PartRow } from '#domain/city/part.ts'
import { keyOf } from '#domain/city/row-changes.ts'

type Branch = { row: PartRow; key: string; depth: number; below: number }

const SEARCHED = ['name', 'id', 'code', 'duty', 'keywords', 'basis', 'phone'] as const

export const isFound = (row: PartRow, words: string): boolean =>
  words === '' || SEARCHED.some((column) => (row[column] ?? '').toLowerCase().includes(words.toLowerCase()))

/**
 * The rows as a tree in reading order: what is open shows its children; a search shows every hit with all that lies above
 * it. A row whose parent is missing stands at the top, so that nothing is ever out of sight.
 */
export function branches(
  part: CityPart,
  rows: readonly PartRow[],
  opened: ReadonlySet<string>,
  words: string,
): Branch[] {
  const keys = new Set(rows.map((row) => keyOf(part, row)))
  const children = new Map<string, PartRow[]>()
  for (const row of rows) {
    const parent = row.parent ?? ''
    const under = keys.has(parent) && parent !== keyOf(part, row) ? parent : ''
    children.set(under, [...(children.get(under) ?? []), row])
  }
  const shown: Branch[] = []
  const walk = (under: string, depth: number): boolean => {
    let any = false
    for (const row of children.get(under) ?? []) {
      const key = keyOf(part, row)
      const at = shown.length
      shown.push({ row, key, depth, below: children.get(key)?.length ?? 0 })
      const own = isFound(row, words)
      const inside = words !== '' ? walk(key, depth + 1) : opened.has(key) && walk(key, depth + 1)
      if (words !== '' && !own && !inside) shown.length = at
      any ||= own || inside
    }
    return any
  }
  walk('', 0)
  return shown
}
