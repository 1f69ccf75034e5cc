import { type CityPart, type PartRow, partShape } from './part.ts'

type FieldChange = { column: string; from: string; to: string }
type RowChange = { key: string; name: string; fields: readonly FieldChange[] }
export type RowChanges = {
  added: readonly PartRow[]
  removed: readonly PartRow[]
  changed: readonly RowChange[]
  /** the rows that stayed stand in another order, and the order means something */
  reordered: boolean
}

const byKey = (part: CityPart, rows: readonly PartRow[]): Map<string, PartRow> =>
  new Map(rows.map((row) => [keyOf(part, row), row]))

export const keyOf = (part: CityPart, row: PartRow): string => row[partShape[part].key] ?? ''
export const nameOf = (part: CityPart, row: PartRow): string => row[partShape[part].name] ?? ''

export const fieldsBetween = (part: CityPart, from: PartRow, to: PartRow): FieldChange[] =>
  partShape[part].columns
    .map((column) => ({ column, from: from[column] ?? '', to: to[column] ?? '' }))
    .filter((field) => field.from !== field.to)

/** What a version says otherwise than another: rows are the same row when they have the same key. */
export function changesBetween(part: CityPart, from: readonly PartRow[], to: readonly PartRow[]): RowChanges {
  const [before, after] = [byKey(part, from), byKey(part, to)]
  const changed = [...after].flatMap(([key, row]) => {
    const old = before.get(key)
    const fields = old === undefined ? [] : fieldsBetween(part, old, row)
    return fields.length === 0 ? [] : [{ key, name: nameOf(part, row), fields }]
  })
  const stayed = (rows: Map<string, PartRow>, other: Map<string, PartRow>) =>
    [...rows.keys()].filter((k) => other.has(k))
  return {
    added: [...after].filter(([key]) => !before.has(key)).map(([, row]) => row),
    removed: [...before].filter(([key]) => !after.has(key)).map(([, row]) => row),
    changed,
    reordered: partShape[part].ordered && stayed(before, after).join() !== stayed(after, before).join(),
  }
}

export const isNoChange = (changes: RowChanges): boolean =>
  changes.added.length + changes.removed.length + changes.changed.length === 0 && !changes.reordered
