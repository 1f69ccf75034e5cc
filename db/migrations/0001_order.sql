-- What happened to each order, in order. Rows are only ever added; `event` is json, not jsonb, because the hash is
-- taken over its exact bytes.
create table order_event (
  order_id text collate "C" not null,
  seq      int         not null,
  kind     text        not null,
  at       timestamptz not null,
  event    json        not null,
  hash     bytea       not null,
  primary key (order_id, seq)
);
comment on table order_event is 'The log: every fact about an order, hash-chained per order. Never updated, never deleted.';
comment on column order_event.hash is 'sha256(previous hash || order_id/seq LF event text)';

-- A brin index finds the last seconds for the live feed at almost no writing cost: rows arrive in time order.
create index order_event_at on order_event using brin (at) with (pages_per_range = 16, autosummarize = on);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is not allowed: the record is append-only', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger order_event_append_only before update or delete on order_event
  for each row execute function refuse_change();
create trigger order_event_no_truncate before truncate on order_event
  for each statement execute function refuse_change();

-- The folded present, written in the same transaction as its events: lists and figures are one select.
create table work_order (
  order_id      text collate "C" primary key,
  order_no      text collate "C" not null unique,
  query_code    text        not null,
  version       int         not null,
  head_hash     bytea       not null,
  state         text        not null,
  channel       text        not null,
  request_type  text        not null,
  category      text collate "C" not null,
  region        text collate "C" not null,
  kind          text        not null,
  urgency       text        not null,
  hazard        boolean     not null,
  confidential  text        not null,
  title         text        not null,
  light         text        not null,
  max_light     text        not null,
  lead_unit     text collate "C" not null,
  received_at   timestamptz not null,
  accepted_at   timestamptz,
  citizen_due   timestamptz,
  unit_due      timestamptz,
  next_callback timestamptz,
  ended_at      timestamptz,
  rework_count  int         not null,
  urge_count    int         not null,
  lng           real,
  lat           real
);
comment on table work_order is 'One row per order: the fold of its events. Can be rebuilt from order_event.';
comment on column work_order.order_id is 'A ULID of the receipt time: sorting by it is sorting by time, so lists page by key and date filters are key ranges.';
comment on column work_order.title is 'With personal data masked: lists never show more.';

create index work_order_state    on work_order (state, order_id);
create index work_order_lead     on work_order (lead_unit, order_id);
create index work_order_category on work_order (category, order_id);
create index work_order_region   on work_order (region, order_id);
create index work_order_channel  on work_order (channel, order_id);
-- Four of five orders are questions or complaints; the other kinds are rare enough to look for by index.
create index work_order_type     on work_order (request_type, order_id) where request_type not in ('consult', 'complaint');
create index work_order_light    on work_order (light, order_id) where light <> 'green';

create table assignment (
  order_id      text collate "C" not null,
  n             int         not null,
  unit          text collate "C" not null,
  role          text        not null,
  parent        int,
  state         text        not null,
  dispatched_at timestamptz not null,
  due           timestamptz,
  primary key (order_id, n)
);
create index assignment_unit on assignment (unit, order_id) where state not in ('returned', 'cancelled');
create index assignment_todo on assignment (unit, order_id) where state in ('pending-sign', 'signed', 'processing', 'sent-back');
comment on table assignment is '派件: what one unit owes on one order; the fold of its events.';

-- Work that time alone will bring. One row per running clock, found by time: a sweep costs what is due, not what is open.
create table due (
  order_id    text collate "C" not null,
  item        text        not null,
  at          timestamptz not null,
  provisional boolean     not null,
  primary key (order_id, item)
);
create index due_at on due (at);
create index due_provisional on due (order_id) where provisional;

-- Who asked. One sealed record per order; the indexes are keyed hashes, so a number can be found but not read.
create table appellant (
  order_id      text collate "C" primary key,
  identity      bytea not null,
  caller_index  bytea,
  contact_index bytea
);
create index appellant_caller  on appellant (caller_index, order_id)  where caller_index is not null;
create index appellant_contact on appellant (contact_index, order_id) where contact_index is not null;
comment on column appellant.identity is 'AES-256-GCM of the identity record; key id in the first byte, keys outside the database.';

create table external_no (
  system   text not null,
  no       text not null,
  order_id text collate "C" not null,
  primary key (system, no)
);
create index external_no_no on external_no (no);

-- Search text with personal data masked, as pairs of characters: finds any two characters and more (docs/decisions).
create table order_text (
  order_id text collate "C" primary key,
  body     text  not null,
  pairs    int[] not null
);
create index order_text_pairs on order_text using gin (pairs) with (fastupdate = on, gin_pending_list_limit = 16384);

-- Changes of the log not yet under a seal; the seal sweep empties it every minute.
create table unsealed (
  order_id text collate "C" not null,
  seq      int   not null,
  hash     bytea not null
);

create table seal (
  no        bigint primary key,
  at        timestamptz not null,
  orders    int   not null,
  prev_hash bytea not null,
  hash      bytea not null,
  signature bytea not null
);
create table seal_entry (
  order_id text collate "C" not null,
  seal     bigint not null,
  seq      int    not null,
  hash     bytea  not null,
  primary key (order_id, seal)
);
create index seal_entry_seal on seal_entry (seal);
create trigger seal_append_only before update or delete on seal for each row execute function refuse_change();
create trigger seal_entry_append_only before update or delete on seal_entry for each row execute function refuse_change();
comment on table seal is 'A signed, chained statement of which orders stood at which hash: a missing order shows too.';

-- Figures: every change adds its counts here; a sweep folds them into roll-ups; a reading is both together.
create table measure_delta (
  id           bigserial primary key,
  measure      text not null,
  day          date not null,
  channel      text not null,
  request_type text not null,
  category     text not null,
  region       text not null,
  unit         text not null,
  light        text not null,
  n            int  not null
);
create table measure_rollup (
  measure text not null,
  dim     text not null,
  key     text not null,
  day     date not null,
  n       bigint not null,
  primary key (measure, dim, key, day)
);

-- Later work that leaves the house: notices to citizens. Delivered at least once, with the row's id as its key.
create table outbox (
  id         bigserial primary key,
  order_id   text collate "C" not null,
  topic      text        not null,
  payload    json        not null,
  created_at timestamptz not null,
  next_at    timestamptz not null,
  attempts   int         not null default 0,
  last_error text,
  done_at    timestamptz
);
create index outbox_next on outbox (next_at) where done_at is null;

create table idempotency (
  actor     text not null,
  key       text not null,
  endpoint  text not null,
  body_hash bytea not null,
  status    int,
  reply     json,
  at        timestamptz not null,
  primary key (actor, key)
);
create index idempotency_at on idempotency (at);

-- Each process takes a hundred numbers at a time; numbers left over by a stopped process stay unused.
create sequence order_no_seq increment by 100 maxvalue 999900 cycle;

create table sweep (
  name       text primary key,
  last_run   timestamptz not null,
  last_ms    int not null,
  last_count int not null,
  last_error text
);
