import type { PartRow } from '#domain/city/part.ts'
import type { CatalogueSearch, FilterKey, SortKey } from './catalogue-search.ts'
import { filterKeys } from './catalogue-search.ts'
import { listOf, type RuleLine } from './rule-line.ts'

/** What a cell says in words, for searching and sorting as people read it. */
export type SayCell = (row: PartRow, column: string) => string

const same = (column: string) => (line: RuleLine, value: string) => (line.row[column] ?? '') === value
const withWord = (line: RuleLine, value: string) =>
  [...listOf(line.row.keywords), ...listOf(line.row.tags)].some((word) => word.includes(value))

/** A place holds what lies in it, and what lies around it holds for it: 城关街道 shows its own rules and 城关区's. */
const around = (code: string, value: string) => code !== '' && (code.startsWith(value) || value.startsWith(code))

const tests: Record<FilterKey, (line: RuleLine, value: string) => boolean> = {
  category: ({ row }, value) => (row.category ?? '').startsWith(value),
  region: ({ row }, value) => around(row.region ?? '', value),
  unit: ({ row }, value) => row.lead === value || listOf(row.co).includes(value),
  condition: (line, value) => line.conditions.some((column) => column === value),
  requestType: same('requestType'),
  kind: same('kind'),
  placeType: same('placeType'),
  ownership: same('ownership'),
  respondentType: same('respondentType'),
  // An empty cell is the usual way.
  handling: ({ row }, value) => (row.handling || 'dispatch') === value,
  profile: same('profile'),
  owner: same('owner'),
  priority: same('priority'),
  standing: (line, value) => line.standing === value,
  word: withWord,
}

export const setFilters = (search: CatalogueSearch): FilterKey[] =>
  filterKeys.filter((key) => (search[key] ?? '') !== '')

/** All that a row says, in words and in codes, worked out once a row: thousands are searched at every letter typed. */
export function textsOf(say: SayCell): (row: PartRow) => string {
  const known = new WeakMap<PartRow, string>()
  return (row) => {
    const before = known.get(row)
    if (before !== undefined) return before
    const text = Object.entries(row)
      .map(([column, cell]) => (cell === '' ? '' : `${cell} ${say(row, column)}`))
      .join(' ')
      .toLowerCase()
    known.set(row, text)
    return text
  }
}

/** The lines that pass every filter that is set; words are looked for in all that the row says. */
export function narrowed(
  lines: readonly RuleLine[],
  search: CatalogueSearch,
  textOf: (row: PartRow) => string,
): RuleLine[] {
  const asked = (search.q ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean)
  const keys = setFilters(search)
  return lines.filter((line) => {
    if (search.only === 'faults' && line.faults === 0) return false
    if (search.only === 'touched' && line.touch === null) return false
    if (!keys.every((key) => tests[key](line, search[key] ?? ''))) return false
    return asked.length === 0 || asked.every((word) => textOf(line.row).includes(word))
  })
}

/** Sorted as people read the cells; equal ones, and without a column all of them, stay in the catalogue's own order. */
export function sorted(lines: readonly RuleLine[], by: SortKey | undefined, desc: boolean, say: SayCell): RuleLine[] {
  if (by === undefined) return [...lines]
  const turn = desc ? -1 : 1
  const value = (line: RuleLine): string =>
    by === 'category' ? (line.row.category ?? '') : by === 'conditions' ? '' : say(line.row, by)
  const keyed = lines.map((line) => ({ line, value: value(line) }))
  return keyed
    .toSorted((a, b) => {
      const order =
        by === 'priority'
          ? Number(a.line.row.priority ?? 0) - Number(b.line.row.priority ?? 0)
          : by === 'conditions'
            ? a.line.conditions.length - b.line.conditions.length
            : a.value.localeCompare(b.value, 'zh-CN')
      return order * turn || a.line.at - b.line.at
    })
    .map(({ line }) => line)
}
