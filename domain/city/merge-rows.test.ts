import { expect, test } from 'vitest'
import { mergeRows } from './merge-rows.ts'
import type { PartRow } from './part.ts'
import { changesBetween } from './row-changes.ts'

const day = (date: string, name: string, kind = 'holiday'): PartRow => ({ date, kind, name, notice: 'n' })
const base = [day('2026-01-01', '元旦'), day('2026-05-01', '劳动节'), day('2026-10-01', '国庆节')]
const merged = (theirs: PartRow[], mine: PartRow[]) => mergeRows('holidays', base, theirs, mine)

test('what two people did to different cells and rows is all kept', () => {
  const theirs = [day('2026-01-01', '元旦'), { ...day('2026-05-01', '劳动节'), notice: '新文件' }, ...base.slice(2)]
  const mine = [day('2026-01-01', '新年'), day('2026-05-01', '五一'), ...base.slice(2), day('2026-10-02', '国庆节')]
  const { rows, conflicts } = merged(theirs, mine)
  expect(conflicts).toEqual([])
  expect(rows).toEqual([
    day('2026-01-01', '新年'),
    { ...day('2026-05-01', '五一'), notice: '新文件' },
    day('2026-10-01', '国庆节'),
    day('2026-10-02', '国庆节'),
  ])
})

test('the same cell changed by both is listed, with one’s own value standing', () => {
  const { rows, conflicts } = merged(
    [day('2026-01-01', 'A'), ...base.slice(1)],
    [day('2026-01-01', 'B'), ...base.slice(1)],
  )
  expect(rows[0]?.name).toBe('B')
  expect(conflicts).toEqual([{ key: '2026-01-01', name: 'B', column: 'name', base: '元旦', theirs: 'A', mine: 'B' }])
})

test('a row removed by one goes, unless the other worked on it', () => {
  expect(merged(base.slice(1), base).rows).toEqual(base.slice(1))
  expect(merged(base, base.slice(1)).rows).toEqual(base.slice(1))
  const worked = merged([day('2026-01-01', 'A'), ...base.slice(1)], base.slice(1))
  expect(worked.rows.map((row) => row.date)).toContain('2026-01-01')
  expect(worked.conflicts).toMatchObject([{ key: '2026-01-01', column: 'date', theirs: '2026-01-01', mine: '' }])
})

test('a row the other added stands where they put it', () => {
  const theirs = [base[0], day('2026-02-01', '春节'), base[1], base[2]].filter((row) => row !== undefined)
  expect(merged(theirs, base).rows).toEqual(theirs)
})

test('order is a change only where order means something', () => {
  const rules = [{ id: 'a' }, { id: 'b' }] as PartRow[]
  expect(changesBetween('rules', rules, rules.toReversed()).reordered).toBe(true)
  expect(changesBetween('holidays', base, base.toReversed()).reordered).toBe(false)
})
