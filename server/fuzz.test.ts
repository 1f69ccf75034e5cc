import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { api, type EndpointName } from '#contract/api.ts'
import { commonRefusals } from '#contract/endpoint.ts'
import { refusalWords } from '#contract/wording.ts'
import { sealChanges } from '#db/seals.ts'
import { type Sql, sql } from '#db/sql.ts'
import { verifyLog } from '#db/verify.ts'
import { OrderState } from '#domain/order/states.ts'
import { type Door, openDoor, type Said } from './door.fixture.ts'
import { loadAll, tablesAndLog } from './figures-of-log.fixture.ts'
import { everybody, SELDOM, type Wild, type World, wildCalls } from './fuzz.fixture.ts'
import { hoursLater, ordersOfAllStates, sweepAll } from './orders.fixture.ts'

const engines = inject('engines')
const CALLS = Math.ceil(40_000 / engines.length)
const BATCH = 400
const AT_ONCE = 8
/** FUZZ_SEED=n repeats a run; another number walks other ways. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_302)

const Ticket = z.object({ no: z.string(), code: z.string() })
const Id = z.object({ id: z.string() })
const Versioned = Id.extend({ version: z.number(), state: OrderState })

/** What is wrong with an answer, or null: no fault of ours, and every "no" typed, worded and promised by the contract. */
function wrongWith({ name }: Wild, said: Said): string | null {
  if (said.status === 200) return null
  if (said.status >= 500) return `${said.status} ${said.text}`
  const words = refusalWords[said.code as keyof typeof refusalWords]
  if (words === undefined) return `an untyped answer: ${said.status} ${said.text.slice(0, 200)}`
  if (words.status !== said.status || said.body.status !== said.status) return `${said.code} with status ${said.status}`
  const promised: readonly string[] = [...commonRefusals, ...api[name].refusals]
  return promised.includes(said.code ?? '') ? null : `${said.code} is not promised`
}

describe.each(engines)('on $name', (engine) => {
  let door: Door
  const world: World = {
    orders: [],
    at: {},
    inState: {},
    tickets: [],
    files: [],
    staff: [],
    tokens: [],
    items: [],
    views: [],
    templates: [],
    versions: [],
  }
  const done = new Map<EndpointName, number>()
  const faults: string[] = []
  let calls = 0
  let draw: ((count: number, seed: number) => Wild[]) | undefined
  const logged: string[] = []

  beforeAll(async () => {
    const error = (fields: Record<string, unknown>, message: string) => void logged.push(`${message} ${fields.error}`)
    door = await openDoor(engine, { log: { info: () => undefined, error } })
    world.orders = Object.values(await ordersOfAllStates(door))
  }, 60_000)
  afterAll(() => door.close())

  async function learn(): Promise<void> {
    const { db } = door.house
    const ids = async (query: Sql) => (await db.rows(query, Id)).map(({ id }) => id)
    // A few of every state, or the rare ones would hardly ever be met.
    const orders = await db.rows(
      sql`select order_id as id, version, state from (
            select order_id, version, state, ended_at, row_number() over (partition by state order by random()) as nth
            from work_order
          ) as o
          where nth <= case when ended_at is null then 5 else 2 end`,
      Versioned,
    )
    world.orders = orders.map(({ id }) => id)
    world.inState = {}
    for (const { id, state } of orders) world.inState[state] = [...(world.inState[state] ?? []), id]
    world.at = Object.fromEntries(orders.map(({ id, version }) => [id, version]))
    world.tickets = await db.rows(
      sql`select order_no as no, query_code as code from work_order order by state <> 'pending-callback', random() limit 2`,
      Ticket,
    )
    world.files = await ids(sql`select hash as id from file limit 5`)
    world.staff = await ids(sql`select staff_id as id from staff order by random() limit 5`)
    world.items = await ids(sql`select item_id as id from knowledge_item order by random() limit 3`)
    world.views = await ids(sql`select view_id as id from saved_view order by random() limit 3`)
    world.templates = await ids(sql`select template_id as id from reply_template order by random() limit 3`)
    world.versions = await ids(sql`select id::text as id from city_version order by random() limit 3`)
    world.tokens = await ids(sql`select token_id as id from machine_token order by random() limit 2`)
  }

  async function batch(seed: number): Promise<void> {
    await learn()
    const people = await everybody(door)
    draw ??= wildCalls(world, people)
    const wild = draw(BATCH, seed)
    const next = wild[Symbol.iterator]()
    const walker = async () => {
      for (const call of next) {
        const said = await door.ask(people[call.who]?.badge ?? {}, call.name, call.wish)
        calls += 1
        if (said.status === 200) done.set(call.name, (done.get(call.name) ?? 0) + 1)
        const wrong = wrongWith(call, said)
        if (wrong !== null)
          faults.push(`seed ${seed} ${call.name} ${JSON.stringify(call.wish).slice(0, 600)} → ${wrong}`)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, walker))
  }

  test(`${CALLS} wild requests from everybody find no fault (seed ${SEED})`, async () => {
    for (let n = 0; calls < CALLS && faults.length < 20; n++) {
      await batch(SEED + n)
      hoursLater(door, 2)
      if (n % 5 === 0) await sweepAll(door)
    }
    expect(faults, logged.slice(0, 5).join('\n')).toEqual([])
    expect(calls).toBeGreaterThanOrEqual(CALLS)
  }, 300_000)

  test('they were not all turned away at the door: most endpoints did their work many times', () => {
    const successes = [...done.values()].reduce((a, b) => a + b, 0)
    expect(successes / calls).toBeGreaterThan(0.2)
    const asked = (Object.keys(api) as EndpointName[]).filter((name) => !SELDOM.includes(name))
    const never = asked.filter((name) => !done.has(name))
    expect(never.length, `never done: ${never.join(', ')}`).toBeLessThan(asked.length / 5)
  })

  test('no sweep failed on what they left, and nothing was logged as a fault', async () => {
    await sweepAll(door)
    expect(logged).toEqual([])
  })

  test('the log is whole, and every order still loads', async () => {
    const { db, vault } = door.house
    await sealChanges(db, door.house.now(), vault.sign)
    const verified = await verifyLog(db, vault.verify)
    expect(verified).toMatchObject({ broken: null, unsealed: 0 })
    expect(await loadAll(db)).toBe(verified.orders)
    expect(verified.events).toBeGreaterThan(600)
  })

  test('figures and order rows are what the log makes of itself, read again from its first line', async () => {
    const { figures, orders } = await tablesAndLog(door.house.db)
    expect(figures.read).toEqual(figures.recounted)
    expect(orders.stored).toEqual(orders.replayed)
  })
})
