import { afterAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#db/sql.ts'
import { verifyLog } from '#db/verify.ts'
import { seedDemoStaff } from '#server/seed-staff.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { testHouse } from '#tools/test-house.ts'
import { makeHistory } from './make-history.ts'

const [engine] = inject('engines')
const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

test('a week of the city goes through the API, leaves a whole log and work on every desk', async () => {
  if (engine === undefined) throw new Error('no engine')
  const base = await freshDatabase(engine)
  const house = await testHouse(base.url, { mode: 'demo' })
  closing.push(base.drop, house.close)
  await seedDemoStaff(house, 'a-password-for-tests')
  const { tally, requests } = await makeHistory({ house, data: base }, () => undefined, {
    days: 7,
    perDay: 20,
    seed: 3,
  })
  expect(tally.accepted).toBeGreaterThan(0.9 * requests)
  const refused = [...tally.refusals.values()].reduce((sum, n) => sum + n, 0)
  expect(refused, JSON.stringify([...tally.details])).toBeLessThan(0.01 * tally.calls)
  const states = await house.db.rows(sql`select distinct state from work_order`, z.object({ state: z.string() }))
  expect(states.map(({ state }) => state)).toEqual(
    expect.arrayContaining(['draft', 'pending-review', 'pending-dispatch', 'in-handling', 'answered', 'closed']),
  )
  expect(tally.toGrid).toBeGreaterThan(0)
  expect(tally.byGrid + tally.reportedUp).toBeGreaterThan(0)
  expect(tally.whistled).toBeGreaterThan(0)
  const phones = await house.db.rows(
    sql`select worker, count(*)::int as n from assignment
        where worker is not null and state in ('pending-sign', 'signed', 'processing') group by worker`,
    z.object({ worker: z.string(), n: z.number() }),
  )
  expect(phones.find(({ worker }) => worker === 's-grid1')?.n).toBeGreaterThan(0)
  const sessions = await house.db.rows(sql`select count(*)::int as n from session`, z.object({ n: z.number() }))
  expect(sessions).toEqual([{ n: 0 }])
  expect((await verifyLog(house.db, house.vault.verify)).broken).toBeNull()
}, 600_000)
