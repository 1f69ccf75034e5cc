import { beforeAll, expect, test } from 'vitest'
import type { City } from '#domain/city/city.ts'
import type { PartRow } from '#domain/city/part.ts'
import { cellsOfRule } from '#domain/dispatch/rule-cells.ts'
import { CityFault, type Fault } from './city-fault.ts'
import { folderRows } from './folder-rows.ts'
import { loadCity } from './load-city.ts'
import { tryRules } from './try-rules.ts'

const FOLDER = 'city/demo'
let city: City
let rows: readonly PartRow[]
beforeAll(async () => {
  city = await loadCity(FOLDER)
  rows = await folderRows(FOLDER, 'rules')
})

const whole = (all: readonly PartRow[]): Promise<readonly Fault[]> =>
  loadCity(FOLDER, new Map([['rules', { number: 1, rows: all }]])).then(
    () => [],
    (error: unknown) => {
      if (error instanceof CityFault) return error.faults
      throw error
    },
  )
const withCell = (id: string, column: string, value: string) =>
  rows.map((row) => (row.id === id ? { ...row, [column]: value } : row))

test.each([
  ['lead', 'nobody'],
  ['lead', '@village'],
  ['co', 'municipal-works'],
  ['category', 'Z9999'],
  ['region', '110105'],
  ['timeOfDay', '22:00'],
  ['timeOfDay', '22:00~22:00'],
  ['season', '13-01~02-01'],
  ['keywords', '坑'],
  ['keywords', '井盖+'],
  ['ownership', 'nobody'],
  ['handling', 'by hand'],
  ['profile', 'Q9'],
  ['owner', 'nobody'],
  ['from', 'soon'],
  ['active', 'perhaps'],
  ['basis', ''],
])('a wrong %s (%s) is told as the loader of the whole city tells it', async (column, value) => {
  const twisted = withCell('r-E0201', column, value)
  const tried = await tryRules(city, twisted)
  const faults = tried.ok ? [] : tried.faults
  expect(faults.filter(({ file }) => file === 'rules.csv')).toMatchObject([{ column }])
  expect(faults).toEqual(await whole(twisted))
})

test('dates in the wrong order, an id twice and a scene left without a rule are told too', async () => {
  const turned = withCell('r-E0201', 'from', '2026-07-01').map((row) =>
    row.id === 'r-E0201' ? { ...row, to: '2026-06-30' } : row,
  )
  for (const twisted of [turned, [...rows, { ...rows[0] }], rows.filter(({ id }) => id !== 'r-A01')] as PartRow[][]) {
    const tried = await tryRules(city, twisted)
    expect(tried.ok ? [] : tried.faults).toEqual(await whole(twisted))
    expect(tried.ok).toBe(false)
  }
})

test('what reads well is the same catalogue, and every rule can be written as it was read', async () => {
  const tried = await tryRules(city, rows)
  expect(tried.ok && tried.city.rules).toEqual(city.rules)
  expect(city.rules.map(cellsOfRule)).toEqual(rows)
})
