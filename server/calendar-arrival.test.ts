import { expect, inject, test } from 'vitest'
import { findOrder } from '#db/orders.ts'
import type { City } from '#domain/city/city.ts'
import type { Day } from '#domain/ids.ts'
import { at } from '#domain/order/order.fixture.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { testHouse } from '#tools/test-house.ts'
import { acceptOne } from '#tools/test-shell.ts'
import { runSweep, sweeps } from './sweeps.ts'

/** As if the State Council's notice for 2027 had come, with an invented holiday on Monday 4 January. */
const with2027 = (city: City): City => ({
  ...city,
  calendars: new Map(
    [...city.calendars].map(([code, calendar]) => [
      code,
      {
        ...calendar,
        version: `${calendar.version}+2027`,
        years: [...calendar.years, 2027],
        holidays: new Map([...calendar.holidays, ['2027-01-01' as Day, '元旦'], ['2027-01-04' as Day, '测试假日']]),
      },
    ]),
  ),
})

test('a promise beyond the published calendar says so, and is worked out anew when the calendar arrives', async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  const base = await freshDatabase(engine)
  const now = at('2026-12-30 10:00')
  const house = await testHouse(base.url, { now })
  const later = await testHouse(base.url, { now, changeCity: with2027 })
  try {
    const { order } = await acceptOne(house, { category: 'K0101' })

    const promise = async () => (await findOrder(house.db, order.id))?.order.clocks.find((c) => c.id === 'citizen-C5')
    const before = await promise()
    expect(before?.provisional).toBe(true)
    const calendar = sweeps.find((sweep) => sweep.name === 'calendar')
    if (calendar === undefined) throw new Error('no calendar sweep')
    expect(await runSweep(house, calendar)).toBe(0)
    expect(await runSweep(later, calendar)).toBe(1)
    expect(await runSweep(later, calendar)).toBe(0)
    const after = await promise()
    expect(after?.provisional).toBe(false)
    expect(after?.from).toBe(before?.from)
    // Two days become holidays; 2027-01-02 and 03 are a weekend: the due day moves past both.
    expect(Date.parse(after?.due ?? '')).toBeGreaterThan(Date.parse(before?.due ?? ''))
  } finally {
    await house.close()
    await later.close()
    await base.drop()
  }
})
