import { expect, inject, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#db/sql.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { testHouse } from '#tools/test-house.ts'

test.each(inject('engines'))('a house stands on $name', async (engine) => {
  const database = await freshDatabase(engine)
  const house = await testHouse(database.url)
  const counted = await house.db.rows(sql`select count(*) as n from work_order`, z.object({ n: z.number() }))
  expect(counted).toEqual([{ n: 0 }])
  const forgotten = house.db.rows(
    sql`select order_id from work_order`,
    z.object({ order_id: z.string(), state: z.string() }),
  )
  await expect(forgotten).rejects.toThrow('gives no state')
  expect((await house.numbers.next(house.now())).no).toMatch(/^HL260302\d{7}$/)
  await house.close()
  await database.drop()
})
