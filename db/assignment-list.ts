import { z } from 'zod'
import type { DueGroup } from '#domain/deadline/due-group.ts'
import type { Instant, UnitId } from '#domain/ids.ts'
import { OPEN } from '#domain/order/states.ts'
import { COLUMNS, ListedOrder } from './listed-order.ts'
import { all } from './newest-first.ts'
import { type Db, type Sql, sql } from './sql.ts'

export const ListedAssignment = ListedOrder.extend({
  n: z.number(),
  unit: z.string(),
  role: z.string(),
  assignment_state: z.string(),
  parent: z.number().nullable(),
  dispatched_at: z.string(),
  due: z.string().nullable(),
  /** where the list stands: the moment it is sorted by */
  sorted_by: z.string(),
})
export type ListedAssignment = z.infer<typeof ListedAssignment>

type OwedTab = 'todo' | 'co' | 'sent-back' | 'reported' | 'handed-down'
/** Whose list: a grid worker's reaches only as far as their region. */
export type OwedBy = { unit: UnitId; region: string | null }
type After = { moment: string; id: string; n: number } | null

/** As the index has it. The states stand in the text, since from a parameter no partial index can be proved to fit. */
const DUE = sql`coalesce(a.due, 'infinity'::timestamptz)`
const OWED = sql`a.state in ('pending-sign', 'signed', 'processing', 'sent-back', 'reported', 'return-requested')`

const TABS: Record<Exclude<OwedTab, 'handed-down'>, Sql> = {
  todo: sql`a.state <> 'reported'`,
  co: sql`a.state <> 'reported' and a.role = 'co'`,
  'sent-back': sql`a.state = 'sent-back'`,
  reported: sql`a.state = 'reported'`,
}

const inRegion = (region: string | null): Sql[] =>
  region === null
    ? []
    : [
        sql`exists (select from work_order w where w.order_id = a.order_id and w.region >= ${region} and w.region < ${`${region}~`})`,
      ]

const own = (by: OwedBy): Sql => all([sql`a.unit = ${by.unit}`, OWED, ...inRegion(by.region)])

/** What the unit's own assignments were handed on as. */
const below = (by: OwedBy): Sql =>
  all([
    sql`a.parent is not null`,
    OWED,
    sql`exists (select from assignment p where p.order_id = a.order_id and p.n = a.parent and p.unit = ${by.unit})`,
    ...inRegion(by.region),
  ])

const ofTab = (by: OwedBy, tab: OwedTab): Sql => (tab === 'handed-down' ? below(by) : all([own(by), TABS[tab]]))

export function assignmentPage(db: Db, by: OwedBy, tab: OwedTab, after: After, limit: number) {
  const given = [ofTab(by, tab)]
  if (after !== null)
    given.push(sql`(${DUE}, a.order_id, a.n) > (${after.moment}::timestamptz, ${after.id}, ${after.n})`)
  return db.rows(
    sql`
    select ${COLUMNS}, p.n, p.unit, p.role, p.state as assignment_state, p.parent, p.dispatched_at, p.due, p.sorted_by::text as sorted_by
    from   (select a.order_id, a.n, a.unit, a.role, a.state, a.parent, a.dispatched_at, a.due, ${DUE} as sorted_by
            from   assignment a where ${all(given)}
            order  by ${DUE}, a.order_id, a.n limit ${limit}) p
           join work_order w using (order_id)
    order  by p.sorted_by, p.order_id, p.n`,
    ListedAssignment,
  )
}

/**
 * 首接负责: open orders whose lead this unit, or one it followed, gave back or had taken back, by the citizen's promise;
 * whether it still answers for them the fold says.
 */
export function leftAssignments(db: Db, units: readonly string[], region: string | null, limit: number) {
  const within = region === null ? sql`true` : sql`w.region >= ${region} and w.region < ${`${region}~`}`
  return db.rows(
    sql`
    select ${COLUMNS}, l.n, l.unit, l.role, l.state as assignment_state, l.parent, l.dispatched_at, w.citizen_due as due,
           coalesce(w.citizen_due, 'infinity'::timestamptz)::text as sorted_by
    from   (select distinct on (a.order_id) a.order_id, a.n, a.unit, a.role, a.state, a.parent, a.dispatched_at
            from   assignment a
            where  a.unit = any(${units}) and a.role = 'lead' and a.state in ('returned', 'cancelled')
            order  by a.order_id, a.n desc) l
           join work_order w using (order_id)
    where  w.state = any(${OPEN}) and ${within}
    order  by coalesce(w.citizen_due, 'infinity'::timestamptz), w.order_id limit ${limit}`,
    ListedAssignment,
  )
}

const Counts = z.object({
  todo: z.number(),
  co: z.number(),
  sent_back: z.number(),
  reported: z.number(),
  handed_down: z.number(),
})

/** How much stands in each tab: two walks along indexes, no table is read. */
export async function tabCounts(db: Db, by: OwedBy): Promise<Record<OwedTab, number>> {
  const [counts] = await db.rows(
    sql`
    select count(*) filter (where ${TABS.todo}) as todo, count(*) filter (where ${TABS.co}) as co,
           count(*) filter (where ${TABS['sent-back']}) as sent_back, count(*) filter (where ${TABS.reported}) as reported,
           (select count(*) from assignment a where ${below(by)}) as handed_down
    from   assignment a where ${own(by)}`,
    Counts,
  )
  if (counts === undefined) throw new Error('no counts')
  const { sent_back, handed_down, ...same } = counts
  return { ...same, 'sent-back': sent_back, 'handed-down': handed_down }
}

const Groups = z.object({ overdue: z.number(), today: z.number(), tomorrow: z.number(), later: z.number() })

/** The same borders as the pure grouping of a row: `ends` are the last moments of today and tomorrow. */
export async function groupCounts(
  db: Db,
  by: OwedBy,
  tab: OwedTab,
  now: Instant,
  ends: { today: Instant; tomorrow: Instant },
): Promise<Record<DueGroup, number>> {
  const [counts] = await db.rows(
    sql`
    select count(*) filter (where ${DUE} < ${now}) as overdue,
           count(*) filter (where ${DUE} >= ${now} and ${DUE} <= ${ends.today}) as today,
           count(*) filter (where ${DUE} > ${ends.today} and ${DUE} <= ${ends.tomorrow}) as tomorrow,
           count(*) filter (where ${DUE} > ${ends.tomorrow}) as later
    from   assignment a where ${ofTab(by, tab)}`,
    Groups,
  )
  if (counts === undefined) throw new Error('no counts')
  return counts
}
