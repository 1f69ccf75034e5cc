import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { pairsOf } from '#language/text/pairs.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { newestFirst, type Word } from './newest-first.ts'
import { openPool, pgDb } from './pg.ts'
import { type Db, sql } from './sql.ts'

type Row = { id: string; state: string; units: readonly string[]; gone: string; body: string }

const UNITS = ['a', 'b', 'c', 'd']
const WORDS = ['路灯', '漏水', '井盖', '灯不']

/** 240 orders in which things are frequent early and rare late, and the other way round. */
const rows: Row[] = Array.from({ length: 240 }, (_, i) => ({
  id: `01${String(i).padStart(24, '0')}`,
  state: i % 7 === 0 || i > 200 ? 'closed' : i < 40 ? 'draft' : 'archived',
  units: [UNITS[i % 2] ?? 'a', ...(i % 5 === 0 ? ['c'] : [])],
  gone: i % 11 === 0 ? 'd' : '',
  body: [i % 3 === 0 ? '路灯不亮' : '', i < 30 ? '厨房漏水' : '', i === 5 || i === 239 ? '井盖缺失' : ''].join(' '),
}))

async function fill(db: Db): Promise<void> {
  const orders = JSON.stringify(rows.map(({ id, state }) => ({ id, state })))
  await db.run(sql`
    insert into work_order (order_id, order_no, query_code, version, head_hash, state, channel, request_type, category, region,
      kind, urgency, hazard, confidential, title, light, max_light, lead_unit, received_at, rework_count, urge_count)
    select id, id, '', 1, '', state, 'phone', 'help', '', '990101001', 'general', 'normal', false, 'none', '', 'green', 'green', '',
           now(), 0, 0 from json_to_recordset(${orders}::json) as o(id text, state text)`)
  const assigned = rows.flatMap(({ id, units, gone }) => [
    ...units.map((unit, i) => ({ id, n: i + 1, unit, state: 'signed' })),
    ...(gone === '' ? [] : [{ id, n: 9, unit: gone, state: 'returned' }]),
  ])
  await db.run(sql`
    insert into assignment (order_id, n, unit, role, state, dispatched_at)
    select id, n, unit, 'lead', state, now()
    from   json_to_recordset(${JSON.stringify(assigned)}::json) as a(id text, n int, unit text, state text)`)
  for (const { id, body } of rows)
    await db.run(
      sql`insert into order_text (order_id, body, pairs, joints) values (${id}, ${body}, ${pairsOf(body)}, '{}')`,
    )
}

const wordOf = (word: string): Word => ({ like: `%${word}%`, pairs: pairsOf(word) })

describe.each(inject('engines'))('on $name', (engine) => {
  const closing: (() => Promise<unknown>)[] = []
  let db: Db
  beforeAll(async () => {
    const base = await freshDatabase(engine)
    const pool = openPool(base.url, { max: 2 })
    closing.push(base.drop, () => pool.end())
    db = pgDb(pool)
    await fill(db)
  })
  afterAll(async () => {
    for (const close of closing.reverse()) await close()
  })

  test('looking at the newest first and at the rest after gives what looking at everything gives', async () => {
    const some = <T>(items: readonly T[]) => fc.subarray([...items], { minLength: 1 })
    const asks = fc.record({
      state: fc.option(fc.constantFrom('closed', 'draft', 'archived', 'rework')),
      units: fc.array(some(UNITS), { maxLength: 2 }),
      words: fc.subarray(WORDS, { maxLength: 2 }),
      from: fc.option(fc.constantFrom(...rows.map((row) => row.id))),
      before: fc.option(fc.constantFrom(...rows.map((row) => row.id))),
      limit: fc.integer({ min: 1, max: 30 }),
      look: fc.record({
        texts: fc.integer({ min: 1, max: 60 }),
        ofUnits: fc.integer({ min: 1, max: 60 }),
        further: fc.integer({ min: 0, max: 5 }),
      }),
    })
    const property = fc.asyncProperty(asks, async ({ state, units, words, from, before, limit, look }) => {
      fc.pre(units.length > 0 || words.length > 0)
      const given = state === null ? [] : [sql`w.state = ${state}`]
      const search = { given, keys: { from, before }, units, words: words.map(wordOf), look }
      const found = await newestFirst(db, search, limit)
      const wanted = rows
        .filter((row) => state === null || row.state === state)
        .filter((row) => (from === null || row.id >= from) && (before === null || row.id < before))
        .filter((row) => units.every((set) => set.some((unit) => row.units.includes(unit))))
        .filter((row) => words.every((word) => row.body.includes(word)))
      expect(found.map((row) => row.order_id)).toEqual(
        wanted
          .map((row) => row.id)
          .reverse()
          .slice(0, limit),
      )
    })
    await fc.assert(property, { numRuns: 400 })
  }, 60_000)
})
