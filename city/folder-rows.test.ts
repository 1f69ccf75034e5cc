import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { CityPart, type PartRow } from '#domain/city/part.ts'
import { CityFault } from './city-fault.ts'
import { folderRows } from './folder-rows.ts'
import { type Adopted, loadCity } from './load-city.ts'

const demo = fileURLToPath(new URL('./demo', import.meta.url))

const adopted = (part: CityPart, rows: readonly PartRow[]): Adopted => new Map([[part, { number: 1, rows }]])

const faultsOf = async (part: CityPart, rows: readonly PartRow[]) => {
  const error = await loadCity(demo, adopted(part, rows)).catch((reason: unknown) => reason)
  if (!(error instanceof CityFault)) throw new Error('no fault')
  return error.faults
}

test.each(CityPart.options)('the folder’s own %s, taken as a table, make the same city', async (part) => {
  const [plain, over] = [await loadCity(demo), await loadCity(demo, adopted(part, await folderRows(demo, part)))]
  expect({ ...over, policy: plain.policy }).toEqual(plain)
})

test('orders remember which catalogue and taxonomy they were decided by', async () => {
  const city = await loadCity(demo, adopted('categories', await folderRows(demo, 'categories')))
  expect(city.policy).toMatchObject({ taxonomyVersion: '2025.1+1', ruleVersion: '2025.1' })
})

test('a limit that is no limit is named by row and column', async () => {
  const rows = (await folderRows(demo, 'sla')).map((row) => (row.code === 'G2' ? { ...row, C5: '三天' } : row))
  expect(await faultsOf('sla', rows)).toEqual([
    expect.objectContaining({ file: 'sla.json', row: rows.length + 1, column: 'C5', found: '"三天"' }),
  ])
  const half = rows.map((row) => ({ ...row, C5: '1.5 working-day' }))
  expect((await faultsOf('sla', half))[0]).toMatchObject({
    column: 'C5',
    expected: 'working days are whole: write half a day in working hours',
  })
})

test('a unit below itself is refused before anything walks up from it', async () => {
  const rows = (await folderRows(demo, 'units')).map((row) =>
    row.id === 'housing' ? { ...row, parent: 'water-company' } : row,
  )
  const knot = rows.map((row) => (row.id === 'water-company' ? { ...row, parent: 'housing' } : row))
  const known = rows.some((row) => row.id === 'water-company')
  const faults = await faultsOf(
    'units',
    known ? knot : rows.map((row) => (row.id === 'housing' ? { ...row, parent: 'housing' } : row)),
  )
  expect(faults).toContainEqual(expect.objectContaining({ file: 'units.csv', column: 'parent' }))
})

test('a closed scene stays in the city, marked', async () => {
  const rows = (await folderRows(demo, 'categories')).map((row) =>
    row.code === 'A0101' ? { ...row, active: '0' } : row,
  )
  const city = await loadCity(demo, adopted('categories', rows))
  expect([...city.categories.values()].filter((one) => !one.active).map((one) => one.code)).toEqual(['A0101'])
})
