import { z } from 'zod'
import { OPEN } from '#domain/order/states.ts'
import { WAS_CLOSED } from './board-filter.ts'
import { type Figure, readFigures } from './figures.ts'
import { COLUMNS, ListedOrder } from './listed-order.ts'
import { all } from './newest-first.ts'
import { type Db, type Sql, sql } from './sql.ts'

/** A day up to a moment of it, and to its end; both ends belong to it. */
export type DaySpan = { day: string; from: string; until: string; end: string }
export type BoardAsk = {
  today: DaySpan
  before: DaySpan
  /** district or town; null: all of the city */
  region: string | null
  /** only what one of these leads; null: every unit */
  units: readonly string[] | null
  /** open this long, a red order is for those above to decide */
  longAgo: string
}

const IntakeRow = z.object({
  dim: z.string(),
  key: z.string(),
  today: z.number(),
  before: z.number(),
  before_day: z.number(),
  top: z.string().nullable(),
})
const FlowRow = z.object({
  dispatched: z.number(),
  dispatched_before: z.number(),
  closed: z.number(),
  closed_before: z.number(),
  pending: z.number(),
  pending_since: z.string().nullable(),
})
const UnitRow = z.object({
  unit: z.string(),
  light: z.string(),
  n: z.number(),
  due_today: z.number(),
  long_ago: z.number(),
})
const LevelRow = z.object({ level: z.number(), n: z.number() })

export type Board = {
  intake: z.infer<typeof IntakeRow>[]
  flow: z.infer<typeof FlowRow>
  units: z.infer<typeof UnitRow>[]
  levels: z.infer<typeof LevelRow>[]
  rates: { today: Figure[]; before: Figure[] }
  longest: ListedOrder[]
}

function within({ region, units }: BoardAsk): Sql {
  const given = [
    ...(region === null ? [] : [sql`w.region >= ${region} and w.region < ${`${region}~`}`]),
    ...(units === null ? [] : [sql`w.lead_unit = any(${units})`]),
  ]
  return all(given)
}

const between = (column: Sql, from: string, to: string): Sql => sql`${column} >= ${from} and ${column} <= ${to}`

/** What was accepted on the two days, seen from every side in one reading of about 7,000 rows. */
function intake(ask: BoardAsk): Sql {
  const { today, before } = ask
  const counts = sql`count(*) filter (where is_today) as today, count(*) filter (where at <= ${before.until}) as before,
                     count(*) filter (where not is_today) as before_day`
  return sql`
    with taken as materialized (
      select w.accepted_at as at, w.accepted_at >= ${today.from} as is_today, w.channel, w.category, w.region,
             extract(hour from w.accepted_at at time zone 'Asia/Shanghai')::int as hour,
             w.state = 'answered' or w.state = 'archived' and exists (
               select from order_event e where e.order_id = w.order_id and e.kind = 'answered') as direct
      from   work_order w
      where  (${between(sql`w.accepted_at`, today.from, today.until)} or ${between(sql`w.accepted_at`, before.from, before.end)})
        and  ${within(ask)}
    )
    select 'all' as dim, '' as key, ${counts}, null as top from taken
    union all select 'direct', '', ${counts}, null from taken where direct
    union all select 'hour', hour::text, ${counts}, null from taken group by hour
    union all select 'channel', channel, ${counts}, null from taken group by channel
    union all select 'category', left(category, 1), ${counts}, null from taken group by 2
    union all select 'town', left(region, 9), ${counts},
                     mode() within group (order by category) filter (where is_today and category <> '') from taken group by 2`
}

function flow(ask: BoardAsk): Sql {
  const { today, before } = ask
  const dispatched = ({ from, until }: DaySpan) => sql`(
    select count(*) from assignment a join work_order w using (order_id)
    where  a.role = 'lead' and ${between(sql`a.dispatched_at`, from, until)} and ${within(ask)})`
  const closed = ({ from, until }: DaySpan) => sql`(
    select count(*) from work_order w where ${between(sql`w.ended_at`, from, until)} and ${WAS_CLOSED} and ${within(ask)})`
  return sql`
    select ${dispatched(today)} as dispatched, ${dispatched(before)} as dispatched_before,
           ${closed(today)} as closed, ${closed(before)} as closed_before, p.pending, p.pending_since
    from   (select count(*) as pending, min(w.accepted_at) as pending_since
            from work_order w where w.state = 'pending-dispatch' and ${within(ask)}) p`
}

const units = (ask: BoardAsk): Sql => sql`
    select w.lead_unit as unit, w.light, count(*) as n,
           count(*) filter (where ${between(sql`w.unit_due`, ask.today.from, ask.today.end)}) as due_today,
           count(*) filter (where w.received_at <= ${ask.longAgo}) as long_ago
    from   work_order w
    where  w.state = any(${OPEN}) and w.accepted_at is not null and ${within(ask)}
    group  by 1, 2`

/** What the citizens of the orders closed today said last: their word stands near the end of each log. */
const levels = (ask: BoardAsk): Sql => sql`
    select (last.event #>> '{answers,satisfaction}')::int as level, count(*) as n
    from   work_order w,
           lateral (select e.event from order_event e where e.order_id = w.order_id and e.kind = 'callback-answered'
                    order by e.seq desc limit 1) last
    where  ${between(sql`w.ended_at`, ask.today.from, ask.today.until)} and ${WAS_CLOSED} and w.lead_unit <> ''
      and  last.event #>> '{answers,satisfaction}' is not null and ${within(ask)}
    group  by 1`

const longest = (ask: BoardAsk, limit: number): Sql => sql`
    select ${COLUMNS} from work_order w where w.light = 'red' and ${within(ask)} order by w.order_id limit ${limit}`

const RATES = [
  'response-of',
  'response-right',
  'resolution-of',
  'resolution-right',
  'resolution-partly',
  'satisfaction-of',
  'satisfaction-right',
]

/** The rates are figures: how they are counted stands in domain/measures, and they are read as everywhere else. */
async function rates(db: Db, ask: BoardAsk, day: string): Promise<Figure[]> {
  const dim = ask.units !== null ? 'unit' : ask.region === null ? 'all' : ask.region.length === 6 ? 'district' : 'town'
  const key = ask.units === null ? ask.region : null
  const found = await readFigures(db, { measures: RATES, dim, key, from: day, to: day, daily: false })
  return ask.units === null ? found : found.filter((row) => ask.units?.includes(row.key))
}

/** Everything the board shows, as one moment saw it. */
export function readBoard(db: Db, ask: BoardAsk): Promise<Board> {
  return db.tx(async (tx) => {
    await tx.run(sql`set transaction isolation level repeatable read, read only`)
    const [found] = await tx.rows(flow(ask), FlowRow)
    if (found === undefined) throw new Error('the board has no flow')
    return {
      flow: found,
      intake: await tx.rows(intake(ask), IntakeRow),
      units: await tx.rows(units(ask), UnitRow),
      levels: await tx.rows(levels(ask), LevelRow),
      rates: { today: await rates(tx, ask, ask.today.day), before: await rates(tx, ask, ask.before.day) },
      longest: await tx.rows(longest(ask, 4), ListedOrder),
    }
  })
}
