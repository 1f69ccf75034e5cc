import { z } from 'zod'
import { type Instant as At, Instant, RuleId } from '#domain/ids.ts'
import { type Db, sql } from './sql.ts'

const Fields = z.array(z.object({ column: z.string(), from: z.string(), to: z.string() }))
export type RuleChangeRow = {
  rule: string
  what: 'added' | 'removed' | 'changed'
  counts: boolean
  basis: string
  fields: z.infer<typeof Fields>
}

/** With the version that brings them, in its transaction. */
export const addRuleChanges = (db: Db, version: number, changes: readonly RuleChangeRow[]) =>
  db.run(sql`
    insert into rule_change (city_version, rule, what, counts, basis, fields)
    select ${version}, c.rule, c.what, c.counts, c.basis, c.fields
    from   json_to_recordset(${JSON.stringify(changes)}::json)
           as c(rule text, what text, counts boolean, basis text, fields json)`)

const Version = z.object({
  id: z.number(),
  number: z.number(),
  note: z.string(),
  made_by: z.string(),
  approved_by: z.string(),
  adopted_at: Instant,
  added: z.number(),
  removed: z.number(),
  changed: z.number(),
})

/** Versions of the catalogue published from one moment to before another, newest first, with what the report counts. */
export const rulesPublished = (db: Db, from: At, before: At) =>
  db.rows(
    sql`
      select v.id, v.number, v.note, v.adopted_at,
             coalesce((select s.name from staff s where s.staff_id = v.made_by), v.made_by) as made_by,
             coalesce((select s.name from staff s where s.staff_id = v.adopted_by), v.adopted_by, '') as approved_by,
             (count(*) filter (where c.counts and c.what = 'added'))::int as added,
             (count(*) filter (where c.counts and c.what = 'removed'))::int as removed,
             (count(*) filter (where c.counts and c.what = 'changed'))::int as changed
      from   city_version v left join rule_change c on c.city_version = v.id
      where  v.part = 'rules' and v.number is not null and v.adopted_at >= ${from} and v.adopted_at < ${before}
      group  by v.id
      order  by v.number desc`.as('rules-published'),
    Version,
  )

const Change = z.object({
  rule: RuleId,
  what: z.enum(['added', 'removed', 'changed']),
  counts: z.boolean(),
  basis: z.string(),
  fields: Fields,
  number: z.number(),
  adopted_at: Instant,
})

export const ruleChangesIn = (db: Db, from: At, before: At, limit: number) =>
  db.rows(
    sql`
      select c.rule, c.what, c.counts, c.basis, c.fields, v.number, v.adopted_at
      from   rule_change c join city_version v on v.id = c.city_version
      where  v.part = 'rules' and v.adopted_at >= ${from} and v.adopted_at < ${before}
      order  by v.number desc, c.counts desc, c.rule
      limit  ${limit}`.as('rule-changes'),
    Change,
  )
