import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#db/sql.ts'
import { type Door, openDoor } from './door.fixture.ts'
import { type Chain, chain } from './orders.fixture.ts'

let door: Door
let people: Chain
beforeAll(async () => {
  const [engine] = inject('engines')
  if (engine === undefined) throw new Error('no engine')
  door = await openDoor(engine)
  people = await chain(door)
})
afterAll(() => door.close())

const draft = {
  handling: '已到场',
  publicReply: '您好：我单位高度重视，将积极协调。请联系张建国。',
  solved: 'solved',
  solvedReason: null,
  policyBasis: null,
}

test('a draft is checked for the unit it is assigned to; another unit and a machine are told no', async () => {
  const { accept, dispatch, on, lead, co, desk } = people
  const { id } = await accept({ demand: '修好路灯' })
  await dispatch(id)
  await on(lead, 'signAssignment', id, undefined, 1)
  const ask = (badge: typeof lead, body: unknown) =>
    door.ask(badge, 'checkReply', { params: { orderId: id, n: 1 }, body })
  const checked = await ask(lead, { draft })
  expect(checked.status).toBe(200)
  const codes = (checked.body.findings as { code: string }[]).map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['personal', 'unanswered', 'empty']))
  expect(checked.body.score).toMatchObject({ relevance: { score: expect.any(Number) } })
  expect([403, 404, 409]).toContain((await ask(co, { draft })).status)
  expect((await ask(desk, { draft: null })).body).toEqual({ findings: [], score: null })
})

test('what still stands at submission is kept with it, as codes and marks', async () => {
  const { accept, dispatch, handle, lead } = people
  const { id } = await accept({ demand: '修好路灯' })
  await dispatch(id)
  await handle(lead, id, 1)
  const Row = z.object({ n: z.number(), unit: z.string(), standing: z.array(z.string()), relevance: z.number() })
  const rows = await door.house.db.rows(
    sql`select n, unit, standing, relevance from reply_check where order_id = ${id}`,
    Row,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ n: 1 })
})
