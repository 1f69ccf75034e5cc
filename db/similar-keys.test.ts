import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { isOpen, type OrderState } from '#domain/order/states.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { openPool, pgDb } from './pg.ts'
import { similarKeys } from './similar-keys.ts'
import { similarOrders } from './similar-orders.ts'
import { type Db, sql } from './sql.ts'

const STATES: readonly OrderState[] = ['in-handling', 'draft', 'closed', 'answered', 'withdrawn', 'pending-callback']
const SINCE = '2026-11-01T00:00:00.000Z'
const LATE = '2026-11-10T00:00:00.000Z'
const EARLY = '2026-10-10T00:00:00.000Z'
const idOf = (i: number) => `01${String(i).padStart(24, '0')}`
const phone = (i: number) => Buffer.from([1, i])

/** Places a square apart, in two towns, of three categories, of few callers; what has ended, late or too early. */
const rows = Array.from({ length: 240 }, (_, i) => {
  const state = STATES[i % STATES.length] ?? 'in-handling'
  return {
    id: idOf(i),
    state,
    ended: isOpen(state) ? null : i % 4 === 0 ? EARLY : LATE,
    region: i % 2 === 0 ? '990101001001' : '990102001001',
    category: ['E0201', 'E0202', ''][i % 3] ?? '',
    lng: i % 5 === 0 ? null : 113 + (i % 13) * 0.0025 + 0.001,
    lat: i % 5 === 0 ? null : 34 + (i % 7) * 0.0025 + 0.001,
    caller: i % 17,
    contact: i % 19,
  }
})
type Row = (typeof rows)[number]

async function fill(db: Db): Promise<void> {
  const orders = JSON.stringify(rows)
  await db.run(sql`
    insert into work_order (order_id, order_no, query_code, version, head_hash, state, channel, request_type, category, region,
      kind, urgency, hazard, confidential, title, light, max_light, lead_unit, received_at, rework_count, urge_count, ended_at, lng, lat)
    select id, id, '', 1, '', state, 'phone', 'help', category, region, 'general', 'normal', false, 'none', '', 'green', 'green', '',
           now(), 0, 0, ended, lng, lat
    from   json_to_recordset(${orders}::json)
           as o(id text, state text, category text, region text, ended timestamptz, lng real, lat real)`)
  for (const { id, caller, contact } of rows) {
    await db.run(sql`
      insert into appellant (order_id, identity, caller_index, contact_index)
      values (${id}, '', ${phone(caller)}, ${phone(contact)})`)
    await db.run(sql`insert into order_text (order_id, body, pairs, joints) values (${id}, ${id}, '{}', '{}')`)
  }
}

const NOTHING = { byWords: [], phoneIndexes: [], box: null, region: null, category: null, town: null, reach: null }
type Search = Parameters<typeof similarKeys>[1]
const searching = (wish: Partial<Search>): Search => ({ ...NOTHING, fromId: idOf(20), endedSince: SINCE, ...wish })

const square = (degrees: number) => Math.floor(degrees * 400)
/** The column keeps 32 bits. */
const squareOf = (degrees: number) => square(Math.fround(degrees))
const ofCaller = (row: Row, { phoneIndexes, fromId }: Search) =>
  row.id >= fromId && phoneIndexes.some((one) => one.equals(phone(row.caller)) || one.equals(phone(row.contact)))

/** By looking at every row. */
function plainly(search: Search): { id: string; sameCaller: boolean }[] {
  const { byWords, box, region, category, town, fromId, reach } = search
  const inBox = ({ lng, lat }: Row) =>
    box !== null &&
    lng !== null &&
    lat !== null &&
    squareOf(lng) >= square(box[0]) &&
    squareOf(lng) <= square(box[2]) &&
    squareOf(lat) >= square(box[1]) &&
    squareOf(lat) <= square(box[3])
  return rows
    .filter(
      (row) =>
        byWords.includes(row.id) ||
        ofCaller(row, search) ||
        (row.id >= fromId &&
          (inBox(row) ||
            (box === null && region !== null && row.region.startsWith(region)) ||
            (category !== null && row.category === category && row.region.startsWith(town ?? '')))),
    )
    .filter(({ state, ended }) => isOpen(state) || (['closed', 'answered'].includes(state) && (ended ?? '') >= SINCE))
    .filter((row) => row.region.startsWith(reach ?? ''))
    .map((row) => ({ id: row.id, sameCaller: ofCaller(row, search) }))
    .toReversed()
}

const PARTS: Record<string, [Partial<Search>, Partial<Search>]> = {
  words: [{ byWords: [idOf(3), idOf(7), idOf(100)] }, { byWords: [idOf(8), idOf(199)] }],
  phone: [{ phoneIndexes: [phone(4)] }, { phoneIndexes: [phone(5), phone(18)] }],
  box: [{ box: [113.004, 34.004, 113.008, 34.008] }, { box: [113.0199, 34, 113.03, 34.0049] }],
  region: [{ region: '990101001001' }, { region: '990102001001' }],
  category: [{ category: 'E0201' }, { category: 'E0202' }],
  town: [{ town: '990101001' }, { town: '990102001' }],
  reach: [{ reach: '990101' }, { reach: '990102' }],
}
const names = Object.keys(PARTS)
const searches = Array.from({ length: 2 ** names.length }, (_, bits) => {
  const chosen = names.filter((_, i) => bits & (1 << i))
  return [chosen.join(' + ') || 'nothing', chosen] as const
})

describe.each(inject('engines'))('who may be asking for the same, on $name', (engine) => {
  const closing: (() => Promise<unknown>)[] = []
  let db: Db
  beforeAll(async () => {
    const base = await freshDatabase(engine)
    // One connection: a statement prepared for one set of sources is asked again there with other values.
    const pool = openPool(base.url, { max: 1 })
    closing.push(base.drop, () => pool.end())
    db = pgDb(pool)
    await fill(db)
  })
  afterAll(async () => {
    for (const close of closing.reverse()) await close()
  })

  test('whatever is known of the call, what looking at every order finds', async () => {
    for (const [name, chosen] of searches)
      for (const which of [0, 1] as const) {
        const search = searching(Object.assign({}, ...chosen.map((part) => PARTS[part]?.[which])))
        const found = await similarKeys(db, search)
        const wanted = chosen.some((part) => !['town', 'reach'].includes(part)) ? plainly(search) : []
        expect([name, found.map((key) => ({ id: key.order_id, sameCaller: key.same_caller }))]).toEqual([name, wanted])
      }
  })

  test('of two orders to compare it is told which is the same caller’s, and none that is out of reach or over', async () => {
    const ids = rows.map(({ id }) => id)
    const phones = [phone(4)]
    const found = await similarOrders(db, { ids, phoneIndexes: phones, endedSince: SINCE, reach: '990101' })
    const wanted = plainly(searching({ byWords: ids, phoneIndexes: phones, fromId: '', reach: '990101' }))
    expect(found.map((row) => ({ id: row.order_id, sameCaller: row.same_caller }))).toEqual(wanted)
    const unasked = await similarOrders(db, { ids, phoneIndexes: [], endedSince: SINCE, reach: null })
    expect(unasked.every((row) => !row.same_caller)).toBe(true)
    expect(unasked.length).toBeGreaterThan(found.length)
  })
})
