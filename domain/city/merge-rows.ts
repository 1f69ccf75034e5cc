import { type CityPart, type PartRow, partShape } from './part.ts'
import { fieldsBetween, keyOf, nameOf } from './row-changes.ts'

/** Two people changed the same cell, or one changed what the other removed: a person chooses. */
export type RowConflict = { key: string; name: string; column: string; base: string; theirs: string; mine: string }
type MergedRows = { rows: PartRow[]; conflicts: RowConflict[] }

type Sides = { base: PartRow | undefined; theirs: PartRow | undefined; mine: PartRow | undefined }
type Merged = { row: PartRow | null; conflicts: RowConflict[] }

/** New on one side it stays; removed on one side it goes, unless the other side worked on it meanwhile. */
function oneSided(part: CityPart, key: string, { base, theirs, mine }: Sides): Merged {
  const left = mine ?? theirs
  if (left === undefined) return { row: null, conflicts: [] }
  if (base === undefined) return { row: left, conflicts: [] }
  if (fieldsBetween(part, base, left).length === 0) return { row: null, conflicts: [] }
  const column = partShape[part].key
  const conflict = {
    key,
    name: nameOf(part, left),
    column,
    base: key,
    theirs: theirs ? key : '',
    mine: mine ? key : '',
  }
  return { row: left, conflicts: [conflict] }
}

function bothSided(part: CityPart, key: string, base: PartRow, theirs: PartRow, mine: PartRow): Merged {
  const row = { ...theirs }
  const conflicts: RowConflict[] = []
  for (const { column, from, to } of fieldsBetween(part, base, mine)) {
    const other = theirs[column] ?? ''
    row[column] = to
    if (other !== from && other !== to)
      conflicts.push({ key, name: nameOf(part, mine), column, base: from, theirs: other, mine: to })
  }
  return { row, conflicts }
}

const mergedRow = (part: CityPart, key: string, sides: Sides): Merged =>
  sides.mine === undefined || sides.theirs === undefined
    ? oneSided(part, key, sides)
    : bothSided(part, key, sides.base ?? {}, sides.theirs, sides.mine)

/**
 * One's own changes carried over onto what somebody else adopted meanwhile. Nothing of either is lost: what both
 * touched keeps one's own value and is listed, for a person to decide. New rows follow the row they followed before.
 */
export function mergeRows(
  part: CityPart,
  base: readonly PartRow[],
  theirs: readonly PartRow[],
  mine: readonly PartRow[],
): MergedRows {
  const map = (rows: readonly PartRow[]) => new Map(rows.map((row) => [keyOf(part, row), row]))
  const [before, other, own] = [map(base), map(theirs), map(mine)]
  const keys = [...own.keys()]
  for (const [i, row] of theirs.entries()) {
    const key = keyOf(part, row)
    if (own.has(key)) continue
    const above = i === 0 ? -1 : keys.indexOf(keyOf(part, theirs[i - 1] ?? {}))
    keys.splice(above + 1, 0, key)
  }
  const merged = keys.map((key) =>
    mergedRow(part, key, { base: before.get(key), theirs: other.get(key), mine: own.get(key) }),
  )
  return {
    rows: merged.flatMap(({ row }) => (row === null ? [] : [row])),
    conflicts: merged.flatMap(({ conflicts }) => conflicts),
  }
}
