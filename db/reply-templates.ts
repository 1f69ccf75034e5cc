import { z } from 'zod'
import { Instant, type UnitId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const Row = z.object({
  template_id: z.string(),
  name: z.string(),
  text: z.string(),
  changed_by: z.string().nullable(),
  changed_at: Instant,
})
export type TemplateRow = z.infer<typeof Row>

export type TemplateWish = { name: string; text: string; by: string; at: Instant }

const COLUMNS = sql`t.template_id, t.name, t.text, s.name as changed_by, t.changed_at`
const FROM = sql`left join staff s on s.staff_id = t.changed_by`

export const templatesOf = (db: Db, unit: UnitId) =>
  db.rows(
    sql`select ${COLUMNS} from reply_template t ${FROM} where t.unit = ${unit} order by lower(t.name), t.template_id`,
    Row,
  )

/** Nothing where the unit has a template of that name already. */
export async function addTemplate(db: Db, id: string, unit: UnitId, wish: TemplateWish) {
  const rows = await db.rows(
    sql`
    with t as (
      insert into reply_template (template_id, unit, name, text, changed_by, changed_at)
      values (${id}, ${unit}, ${wish.name}, ${wish.text}, ${wish.by}, ${wish.at})
      on conflict (unit, lower(name)) do nothing
      returning template_id, name, text, changed_by, changed_at
    ) select ${COLUMNS} from t ${FROM}`,
    Row,
  )
  return rows[0]
}

/** Nothing where the unit has no such template, or another one of that name. */
export async function changeTemplate(db: Db, id: string, unit: UnitId, wish: TemplateWish) {
  const rows = await db.rows(
    sql`
    with t as (
      update reply_template set name = ${wish.name}, text = ${wish.text}, changed_by = ${wish.by}, changed_at = ${wish.at}
      where  template_id = ${id} and unit = ${unit}
        and  not exists (select from reply_template o
                         where o.unit = ${unit} and lower(o.name) = lower(${wish.name}) and o.template_id <> ${id})
      returning template_id, name, text, changed_by, changed_at
    ) select ${COLUMNS} from t ${FROM}`,
    Row,
  )
  return rows[0]
}

export const removeTemplate = (db: Db, id: string, unit: UnitId) =>
  db.run(sql`delete from reply_template where template_id = ${id} and unit = ${unit}`)
