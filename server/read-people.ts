import { z } from 'zod'
import { flag, listOf } from '#city/cells.ts'
import type { City } from '#domain/city/city.ts'
import { Role } from '#domain/city/vocabulary.ts'
import { RegionCode, UnitId } from '#domain/ids.ts'
import type { Table, TableFault } from './read-table.ts'

/** As staff.csv of a city folder, less the id, which is ours. */
export const COLUMNS = ['login', 'name', 'unit', 'roles', 'region', 'active'] as const

const PersonRow = z.object({
  login: z.string().regex(/^[\p{L}\p{N}._@-]{2,64}$/u, '2 to 64 letters, digits and . _ @ -'),
  name: z.string().min(1, 'a name').max(40, '40 characters at most'),
  unit: UnitId,
  roles: listOf(Role).refine((roles) => roles.length > 0, 'at least one role'),
  region: z.union([z.literal('').transform(() => null), RegionCode]).default(null),
  active: z.union([z.literal('').transform(() => true), flag]).default(true),
})
export type Person = z.infer<typeof PersonRow> & { row: number }

const fault = (row: number | null, column: string, found: string, expected: string): TableFault => ({
  row,
  column,
  found: JSON.stringify(found),
  expected,
})

/** What is wrong with one row by itself, and with its names in this city. */
function readPerson(city: City, row: number, cells: Record<string, string>): Person | TableFault[] {
  const parsed = PersonRow.safeParse(cells)
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => {
      const column = String(path[0] ?? '')
      return fault(row, column, cells[column] ?? '', column === 'roles' ? Role.options.join('; ') : message)
    })
  const { unit, region } = parsed.data
  const faults = [
    ...(city.units.has(unit) ? [] : [fault(row, 'unit', unit, 'a unit of units.csv')]),
    ...(region === null || city.regions.has(region) ? [] : [fault(row, 'region', region, 'a region of regions.csv')]),
  ]
  return faults.length > 0 ? faults : { ...parsed.data, row }
}

export function readPeople(city: City, table: Table): { people: Person[]; faults: TableFault[] } {
  const people: Person[] = []
  const faults: TableFault[] = [...table.faults]
  const missing = COLUMNS.filter((column) => column !== 'region' && column !== 'active').filter(
    (column) => !table.columns.includes(column),
  )
  faults.push(...missing.map((column) => fault(1, column, '', 'this column')))
  if (faults.length > 0) return { people, faults }
  const first = new Map<string, number>()
  for (const { row, cells } of table.rows) {
    const read = readPerson(city, row, cells)
    if (Array.isArray(read)) {
      faults.push(...read)
      continue
    }
    const earlier = first.get(read.login.toLowerCase())
    if (earlier !== undefined) faults.push(fault(row, 'login', read.login, `it once; row ${earlier} has it`))
    first.set(read.login.toLowerCase(), row)
    people.push(read)
  }
  return { people, faults }
}
