import type { Obstacle } from '#contract/city-versions.ts'
import { openByUnit, ordersUnder, peopleByUnit, tokensByUnit } from '#db/city-effect.ts'
import type { CityPart } from '#domain/city/part.ts'
import { keyOf, nameOf, type RowChanges } from '#domain/city/row-changes.ts'
import type { Shell } from './shell.ts'

/**
 * What stands in the way of removing a row that is spelled rightly: orders, people or systems that still use it. Closing
 * (`active` 0) is always open, so nothing here is a dead end.
 */
export async function obstaclesTo(
  shell: Shell,
  part: CityPart,
  changes: RowChanges,
  handedOver: ReadonlySet<string>,
): Promise<Obstacle[]> {
  const removed = changes.removed.map((row) => ({ key: keyOf(part, row), name: nameOf(part, row) }))
  if (removed.length === 0) return []
  const among = (kind: Obstacle['kind'], counted: ReadonlyMap<string, number>): Obstacle[] =>
    removed.flatMap((row) => {
      const count = counted.get(row.key) ?? 0
      return count === 0 ? [] : [{ kind, ...row, count }]
    })
  if (part === 'categories')
    return among(
      'category-has-orders',
      await ordersUnder(
        shell.db,
        removed.map(({ key }) => key),
      ),
    )
  if (part === 'units') {
    const [open, people, tokens] = await Promise.all([
      openByUnit(shell.db),
      peopleByUnit(shell.db),
      tokensByUnit(shell.db, shell.at),
    ])
    return [
      ...among('unit-has-assignments', new Map([...open].filter(([unit]) => !handedOver.has(unit)))),
      ...among('unit-has-people', people),
      ...among('unit-has-tokens', tokens),
    ]
  }
  // Old clocks name the calendar they were counted in, and are explained from it for as long as the order is kept.
  if (part === 'calendars') return removed.map((row) => ({ kind: 'calendar-kept', ...row, count: 1 }))
  return []
}
