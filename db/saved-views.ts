import { z } from 'zod'
import type { StaffId } from '#domain/ids.ts'
import { type Db, type Sql, sql } from './sql.ts'

const ViewRow = z.object({
  view_id: z.string(),
  staff_id: z.string(),
  page: z.string(),
  name: z.string(),
  query: z.record(z.string(), z.unknown()),
  columns: z.array(z.string()).nullable(),
  shared: z.boolean(),
  position: z.number(),
  version: z.number(),
  owner: z.string(),
})
export type ViewRow = z.infer<typeof ViewRow>

const COLUMNS = sql`v.view_id, v.staff_id, v.page, v.name, v.query, v.columns, v.shared, v.position, v.version, s.name as owner`

/** One's own in one's own order, then those that others of the unit share, whoever is still with it. */
export const viewsFor = (db: Db, staff: StaffId, unit: string, page: string) =>
  db.rows(
    sql`
      select ${COLUMNS}
      from   saved_view v join staff s using (staff_id)
      where  v.page = ${page} and (v.staff_id = ${staff} or (v.shared and s.unit = ${unit} and s.active))
      order  by v.staff_id <> ${staff}, v.position, v.name, v.view_id`,
    ViewRow,
  )

/** One's own, locked until the transaction ends. */
export const lockView = (db: Db, id: string, staff: StaffId) =>
  one(
    db,
    sql`select ${COLUMNS} from saved_view v join staff s using (staff_id)
        where v.view_id = ${id} and v.staff_id = ${staff} for update of v`,
  )

type ViewText = Pick<ViewRow, 'name' | 'query' | 'columns' | 'shared'>

/** Undefined: the name stands for another view of the same page already. */
export const addView = (db: Db, id: string, staff: StaffId, page: string, view: ViewText) =>
  one(
    db,
    sql`
    with v as (
      insert into saved_view (view_id, staff_id, page, name, query, columns, shared, position)
      select ${id}, ${staff}, ${page}, ${view.name}, ${JSON.stringify(view.query)}::json, ${view.columns}, ${view.shared},
             coalesce(max(position), 0) + 1
      from   saved_view where staff_id = ${staff} and page = ${page}
      on conflict do nothing
      returning view_id, staff_id, page, name, query, columns, shared, position, version)
    select ${COLUMNS} from v join staff s using (staff_id)`,
  )

/** To be asked inside a transaction, before the change. */
export async function nameTaken(db: Db, view: Pick<ViewRow, 'view_id' | 'staff_id' | 'page'>, name: string) {
  const query = sql`select view_id from saved_view
    where staff_id = ${view.staff_id} and page = ${view.page} and lower(name) = lower(${name}) and view_id <> ${view.view_id}`
  return (await db.rows(query, z.object({ view_id: z.string() }))).length > 0
}

export const changeView = (db: Db, id: string, to: ViewText & Pick<ViewRow, 'position'>) =>
  one(
    db,
    sql`
    with v as (
      update saved_view
      set    name = ${to.name}, query = ${JSON.stringify(to.query)}::json, columns = ${to.columns}, shared = ${to.shared},
             position = ${to.position}, version = version + 1
      where  view_id = ${id}
      returning view_id, staff_id, page, name, query, columns, shared, position, version)
    select ${COLUMNS} from v join staff s using (staff_id)`,
  )

export const dropView = (db: Db, id: string) => db.run(sql`delete from saved_view where view_id = ${id}`)

async function one(db: Db, query: Sql): Promise<ViewRow | undefined> {
  return (await db.rows(query, ViewRow))[0]
}
