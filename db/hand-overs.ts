import { z } from 'zod'
import { OPEN } from '#domain/order/states.ts'
import { type Db, sql } from './sql.ts'

const HandOver = z.object({
  id: z.number(),
  from_unit: z.string(),
  to_unit: z.string(),
  at: z.string(),
  by_name: z.string(),
  reason: z.string(),
  orders: z.number(),
  assignments: z.number(),
  undone_at: z.string().nullable(),
})
export type HandOverRow = z.infer<typeof HandOver>

const COLUMNS = sql`h.id, h.from_unit, h.to_unit, h.at, coalesce(s.name, h.by) as by_name, h.reason, h.orders,
  h.assignments, h.undone_at`

export const handOvers = (db: Db): Promise<HandOverRow[]> =>
  db.rows(
    sql`select ${COLUMNS} from hand_over h left join staff s on s.staff_id = h.by order by h.id desc limit 200`,
    HandOver,
  )

export async function findHandOver(db: Db, id: number): Promise<HandOverRow | undefined> {
  const rows = await db.rows(
    sql`select ${COLUMNS} from hand_over h left join staff s on s.staff_id = h.by where h.id = ${id}`,
    HandOver,
  )
  return rows[0]
}

export async function addHandOver(
  db: Db,
  one: { from: string; to: string; at: string; by: string; reason: string },
): Promise<number> {
  const [row] = await db.rows(
    sql`
    insert into hand_over (from_unit, to_unit, at, by, reason, orders, assignments)
    values (${one.from}, ${one.to}, ${one.at}, ${one.by}, ${one.reason}, 0, 0) returning id`,
    z.object({ id: z.number() }),
  )
  if (row === undefined) throw new Error('no hand-over was written')
  return row.id
}

export const countHandOver = (db: Db, id: number, orders: number, assignments: number): Promise<number> =>
  db.run(sql`update hand_over set orders = ${orders}, assignments = ${assignments} where id = ${id}`)

/** Whoever undoes it first takes it; false: it was undone already. */
export async function takeUndo(db: Db, id: number, at: string): Promise<boolean> {
  const rows = await db.rows(
    sql`update hand_over set undone_at = ${at} where id = ${id} and undone_at is null returning id`,
    z.object({ id: z.number() }),
  )
  return rows.length > 0
}

export const noteUndoneBy = (db: Db, id: number, by: number): Promise<number> =>
  db.run(sql`update hand_over set undone_by = ${by} where id = ${id}`)

const Key = z.object({ order_id: z.string() })

/** Open orders in which the unit has, or had, a part, from that key on: whether it is one to hand over the fold says. */
export async function openOrdersOf(db: Db, unit: string, after: string, limit: number): Promise<string[]> {
  const rows = await db.rows(
    sql`
    select distinct a.order_id from assignment a join work_order w using (order_id)
    where  a.unit = ${unit} and a.order_id > ${after} and w.state = any(${OPEN})
    order  by a.order_id limit ${limit}`,
    Key,
  )
  return rows.map((row) => row.order_id)
}

/** Units that went up in this one, directly: what they were answerable for it answers for. */
export async function predecessorsOf(db: Db, unit: string): Promise<string[]> {
  const rows = await db.rows(
    sql`select distinct from_unit as order_id from hand_over where to_unit = ${unit} and undone_at is null`,
    Key,
  )
  return rows.map((row) => row.order_id)
}
