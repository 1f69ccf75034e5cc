import type { Delta } from '#domain/measures/delta.ts'
import type { FirstDispatch } from '#domain/measures/first-dispatch.ts'
import { firstRows } from './first-dispatches.ts'
import { type Db, type Sql, sql } from './sql.ts'

type Nullable<T> = { [K in keyof T]: T[K] | null }

type EventRow = { order_id: string; seq: number; kind: string; at: string; event: string; hash: string }
export type OrderRow = {
  order_id: string
  order_no: string
  query_code: string
  version: number
  head_hash: string
  state: string
  channel: string
  request_type: string
  category: string
  region: string
  kind: string
  urgency: string
  hazard: boolean
  confidential: string
  title: string
  light: string
  max_light: string
  lead_unit: string
  received_at: string
  rework_count: number
  urge_count: number
} & Nullable<{
  accepted_at: string
  citizen_due: string
  unit_due: string
  next_callback: string
  ended_at: string
  desk_since: string
  desk_due: string
  lng: number
  lat: number
}>
type AssignmentRow = {
  order_id: string
  n: number
  unit: string
  role: string
  parent: number | null
  state: string
  dispatched_at: string
  due: string | null
  worker: string | null
  street: string | null
}
type DueRow = { order_id: string; item: string; at: string; provisional: boolean }
type AppellantRow = {
  order_id: string
  identity: string
  caller_index: string | null
  contact_index: string | null
}
/** `scopes`: under which names the index keeps it, see text-scopes.ts. */
export type TextRow = { order_id: string; body: string; pairs: number[]; joints: number[]; scopes: readonly string[] }
type ScopedRow = Pick<TextRow, 'order_id' | 'scopes'>
type ExternalRow = { system: string; no: string; order_id: string }
type OutboxRow = { order_id: string; topic: string; payload: unknown; at: string }
/** What a machine had suggested and what a person chose (0012); kinds and desks as domain/accept/verdicts.ts has them. */
export type SignalRow = {
  order_id: string
  seq: number
  kind: string
  at: string
  version: string
  suggested: string | null
  probability: number | null
  sure: boolean
  chosen: string | null
  adopted: boolean
  desk: string
  by: string
}

/** A dispatch and what stood behind it (0019); what had been shown is looked up as it is written. */
type TakenRow = {
  order_id: string
  seq: number
  at: string
  by: string
  straight: boolean
  n: number
  lead: string
  rule: string | null
  rule_lead: string | null
  rule_version: string
  overridden: boolean
}

/** Everything that one or many orders' changes write; hashes and sealed bytes as hex. */
export type OrderWrite = {
  events: EventRow[]
  orders: OrderRow[]
  assignments: AssignmentRow[]
  dueGone: { order_id: string; item: string }[]
  due: DueRow[]
  deltas: Delta[]
  appellants: AppellantRow[]
  texts: TextRow[]
  replies: TextRow[]
  /** orders whose scopes changed, where their text, or their replies', is not written anyway */
  scoped: { texts: ScopedRow[]; replies: ScopedRow[] }
  externals: ExternalRow[]
  outbox: OutboxRow[]
  signals: SignalRow[]
  taken: TakenRow[]
  /** first dispatches and what became of them, where that changed */
  firsts: FirstDispatch[]
  /** orders that straight-through dispatch is to decide on */
  straight: string[]
  /** orders that left their desk: nobody holds them any more */
  unclaimed: string[]
  /** orders whose text or standing changed: their signature is written by a sweep */
  resaid: string[]
}

export const emptyWrite = (): OrderWrite => ({
  events: [],
  orders: [],
  assignments: [],
  dueGone: [],
  due: [],
  deltas: [],
  appellants: [],
  texts: [],
  replies: [],
  scoped: { texts: [], replies: [] },
  externals: [],
  outbox: [],
  signals: [],
  taken: [],
  firsts: [],
  straight: [],
  unclaimed: [],
  resaid: [],
})

const json = (rows: readonly unknown[]): string => JSON.stringify(rows)

/**
 * The event's own text stands in the list as it is: the hash is over its exact bytes, which the type `json` keeps, and
 * PostgreSQL need not undo a second quoting (a quarter of the time of an import went there).
 */
const eventRows = (rows: readonly EventRow[]): string =>
  `[${rows.map(({ event, ...row }) => `${JSON.stringify(row).slice(0, -1)},"event":${event}}`).join(',')}]`

/** An array's own literal is read faster than a JSON list of a hundred numbers. */
export const textRows = (rows: readonly TextRow[]): string =>
  json(rows.map((row) => ({ ...row, pairs: `{${row.pairs.join(',')}}`, joints: `{${row.joints.join(',')}}` })))

/** Keys that only one writer at a version of an order can take, whichever of them PostgreSQL tries first. */
const BY_VERSION: readonly string[] = ['order_event_pkey', 'dispatch_taken_pkey', 'suggestion_signal_pkey']

/** Somebody else wrote first: load and decide again. */
export const isRace = (error: unknown): boolean => {
  const { code, constraint } = error as { code?: string; constraint?: string }
  return (code === '23505' && BY_VERSION.includes(constraint ?? '')) || code === '40P01' || code === '40001'
}

/** Both tables by the order's key, as `due` is; a row that is not there yet has its scopes from the start. */
const scopedRows = ({ texts, replies }: OrderWrite['scoped']): Sql => sql`
    ), scoped_texts as (
      update order_text t set scopes = scope_keys(r.scopes)
      from   json_to_recordset(${json(texts)}::json) as r(order_id text, scopes text[])
      where  t.order_id = any(${texts.map((row) => row.order_id)}) and t.order_id = r.order_id
    ), scoped_replies as (
      update reply_text t set scopes = scope_keys(r.scopes)
      from   json_to_recordset(${json(replies)}::json) as r(order_id text, scopes text[])
      where  t.order_id = any(${replies.map((row) => row.order_id)}) and t.order_id = r.order_id`

/**
 * All of it in one statement: one round trip, and whole or not at all even outside a transaction. The key
 * (order_id, seq) lets only one of two writers at the same version through. Orders opened by this write cannot be there
 * yet: without looking for them first it takes a sixth less time.
 *
 * Of a set from JSON the planner expects a hundred rows and would read all of `due` to delete one; the list of orders
 * leads it to the index: 0.05 ms instead of 0.26 of a statement's 0.6.
 */
export async function writeOrders(db: Db, write: OrderWrite): Promise<void> {
  const isNew = write.events.filter((event) => event.seq === 1).length === write.orders.length
  const unlessNew = (clause: Sql): Sql => (isNew ? sql`` : clause)
  const ids = write.orders.map((order) => order.order_id)
  // The order's row before its events, always: whoever holds the row is never waited for by somebody holding an event.
  // Both inserts ask for it, since PostgreSQL does not say which of them runs first.
  const held = unlessNew(
    sql`held as materialized (select order_id from work_order where order_id = any(${ids}) order by order_id for update),`,
  )
  const afterHeld = unlessNew(sql`where (select count(*) from held) > 0`)
  await db.run(
    sql`
    with ${held} event_rows as (
      insert into order_event (order_id, seq, kind, at, event, hash)
      select order_id, seq, kind, at, event, decode(hash, 'hex')
      from   json_to_recordset(${eventRows(write.events)}::json) as e(order_id text, seq int, kind text, at timestamptz, event json, hash text)
      ${afterHeld}
    ), unsealed_rows as (
      insert into unsealed (order_id, seq, hash)
      select order_id, seq, decode(hash, 'hex')
      from   json_to_recordset(${json(write.orders.map((o) => ({ order_id: o.order_id, seq: o.version, hash: o.head_hash })))}::json)
             as u(order_id text, seq int, hash text)
    ), order_rows as (
      insert into work_order as w (order_id, order_no, query_code, version, head_hash, state, channel, request_type, category,
        region, kind, urgency, hazard, confidential, title, light, max_light, lead_unit, received_at, accepted_at, citizen_due,
        unit_due, next_callback, ended_at, desk_since, desk_due, rework_count, urge_count, lng, lat)
      select order_id, order_no, query_code, version, decode(head_hash, 'hex'), state, channel, request_type, category,
        region, kind, urgency, hazard, confidential, title, light, max_light, lead_unit, received_at, accepted_at, citizen_due,
        unit_due, next_callback, ended_at, desk_since, desk_due, rework_count, urge_count, lng, lat
      from   json_to_recordset(${json(write.orders)}::json) as o(order_id text, order_no text, query_code text, version int,
        head_hash text, state text, channel text, request_type text, category text, region text, kind text, urgency text,
        hazard boolean, confidential text, title text, light text, max_light text, lead_unit text, received_at timestamptz,
        accepted_at timestamptz, citizen_due timestamptz, unit_due timestamptz, next_callback timestamptz, ended_at timestamptz,
        desk_since timestamptz, desk_due timestamptz, rework_count int, urge_count int, lng real, lat real)
      ${afterHeld}
      ${unlessNew(sql`on conflict (order_id) do update set
        version = excluded.version, head_hash = excluded.head_hash, state = excluded.state, request_type = excluded.request_type,
        category = excluded.category, region = excluded.region, kind = excluded.kind, urgency = excluded.urgency,
        hazard = excluded.hazard, confidential = excluded.confidential, title = excluded.title, light = excluded.light,
        max_light = excluded.max_light, lead_unit = excluded.lead_unit, accepted_at = excluded.accepted_at,
        citizen_due = excluded.citizen_due, unit_due = excluded.unit_due, next_callback = excluded.next_callback,
        ended_at = excluded.ended_at, desk_since = excluded.desk_since, desk_due = excluded.desk_due,
        rework_count = excluded.rework_count, urge_count = excluded.urge_count,
        lng = excluded.lng, lat = excluded.lat`)}
    ), assignment_rows as (
      insert into assignment (order_id, n, unit, role, parent, state, dispatched_at, due, worker, street)
      select order_id, n, unit, role, parent, state, dispatched_at, due, worker, street
      from   json_to_recordset(${json(write.assignments)}::json) as a(order_id text, n int, unit text, role text, parent int,
        state text, dispatched_at timestamptz, due timestamptz, worker text, street text)
      on conflict (order_id, n) do update set unit = excluded.unit, state = excluded.state, due = excluded.due
    ), due_gone as (
      delete from due using json_to_recordset(${json(write.dueGone)}::json) as g(order_id text, item text)
      where due.order_id = any(${[...new Set(write.dueGone.map((gone) => gone.order_id))]})
        and due.order_id = g.order_id and due.item = g.item
    ), due_rows as (
      insert into due (order_id, item, at, provisional)
      select order_id, item, at, provisional
      from   json_to_recordset(${json(write.due)}::json) as d(order_id text, item text, at timestamptz, provisional boolean)
      ${unlessNew(sql`on conflict (order_id, item) do update set at = excluded.at, provisional = excluded.provisional`)}
    ), delta_rows as (
      insert into measure_delta (measure, day, channel, request_type, category, region, unit, light, n)
      select measure, day, channel, "requestType", category, region, unit, light, n
      from   json_to_recordset(${json(write.deltas)}::json) as d(measure text, day date, channel text, "requestType" text,
        category text, region text, unit text, light text, n int)
    ), appellant_rows as (
      insert into appellant (order_id, identity, caller_index, contact_index)
      select order_id, decode(identity, 'hex'), decode(caller_index, 'hex'), decode(contact_index, 'hex')
      from   json_to_recordset(${json(write.appellants)}::json) as p(order_id text, identity text, caller_index text, contact_index text)
    ), text_rows as (
      insert into order_text (order_id, body, pairs, joints, scopes)
      select order_id, body, pairs::int[], joints::int[], scope_keys(scopes)
      from   json_to_recordset(${textRows(write.texts)}::json) as t(order_id text, body text, pairs text, joints text,
        scopes text[])
      ${unlessNew(sql`on conflict (order_id) do update set body = excluded.body, pairs = excluded.pairs, joints = excluded.joints,
        scopes = excluded.scopes`)}
    ), reply_rows as (
      insert into reply_text (order_id, body, pairs, joints, scopes)
      select order_id, body, pairs::int[], joints::int[], scope_keys(scopes)
      from   json_to_recordset(${textRows(write.replies)}::json) as r(order_id text, body text, pairs text, joints text,
        scopes text[])
      ${unlessNew(sql`on conflict (order_id) do update set body = excluded.body, pairs = excluded.pairs, joints = excluded.joints,
        scopes = excluded.scopes`)}
    ${unlessNew(scopedRows(write.scoped))}
    ${unlessNew(sql`), claim_gone as (delete from claim where order_id = any(${write.unclaimed})`)}
    ), outbox_rows as (
      insert into outbox (order_id, topic, payload, created_at, next_at)
      select order_id, topic, payload, at, at
      from   json_to_recordset(${json(write.outbox)}::json) as x(order_id text, topic text, payload json, at timestamptz)
    ), resaid_rows as (
      insert into signature_due (order_id) select unnest(${write.resaid}::text[])
    ), straight_rows as (
      insert into straight_due (order_id) select unnest(${write.straight}::text[])
    ), taken_rows as (
      insert into dispatch_taken (order_id, seq, at, by, straight, n, lead, rule, rule_lead, rule_version, overridden, shown,
        rank, score, source)
      select t.order_id, t.seq, t.at, t.by, t.straight, t.n, t.lead, t.rule, t.rule_lead, t.rule_version, t.overridden, s.version,
        r.rank, r.score, r.source
      from   json_to_recordset(${json(write.taken)}::json) as t(order_id text, seq int, at timestamptz, by text, straight boolean,
               n int, lead text, rule text, rule_lead text, rule_version text, overridden boolean)
             left join lateral (
               select max(u.version) as version from recommended_unit u
               where  u.order_id = t.order_id and u.version < t.seq
                 and  u.version > coalesce((select max(d.seq) from dispatch_taken d where d.order_id = t.order_id), 0)) s on true
             left join recommended_unit r on r.order_id = t.order_id and r.version = s.version and r.unit = t.lead
    ), first_rows as (
      ${firstRows(write.firsts)}
    ), signal_rows as (
      insert into suggestion_signal (order_id, seq, kind, at, version, suggested, probability, sure, chosen, adopted, desk, by)
      select order_id, seq, kind, at, version, suggested, probability, sure, chosen, adopted, desk, by
      from   json_to_recordset(${json(write.signals)}::json) as g(order_id text, seq int, kind text, at timestamptz, version text,
        suggested text, probability real, sure boolean, chosen text, adopted boolean, desk text, by text)
    )
    insert into external_no (system, no, order_id)
    select system, no, order_id
    from   json_to_recordset(${json(write.externals)}::json) as n(system text, no text, order_id text)`.as(
      isNew ? 'write-new-orders' : 'write-orders',
    ),
  )
}
