-- 派单质量: an order's first dispatch and what became of it, one row an order, written with its events. Every measure of
-- dispatch (accuracy, returns, units touched, time, hanging) is a sum over these rows of a period, and so each number
-- is a set of orders that can be opened. The folded order says it all again (domain/measures/first-dispatch.ts).
create table first_dispatch (
  order_id        text collate "C" primary key,
  day             date        not null,
  at              timestamptz not null,
  -- from acceptance
  minutes         real        not null,
  unit            text        not null,
  category        text        not null,
  region          text        not null,
  -- '' where no rule chose
  rule            text        not null,
  rule_version    text        not null,
  -- a person, or `straight`
  dispatcher      text        not null,
  -- `human`, `model 3`
  classed         text        not null,
  overridden      boolean     not null,
  wrong           boolean     not null,
  assigned        smallint    not null,
  returned        smallint    not null,
  return_approved smallint    not null,
  unclear         smallint    not null,
  adjudicated     boolean     not null,
  units           smallint    not null,
  -- by the first lead that did
  signed_at       timestamptz
);
create index first_dispatch_day on first_dispatch (day, order_id);

-- Orders dispatched by an earlier release get their row by and by, newest first (server/refill-dispatches.ts).
create table first_dispatch_refill (before_order text collate "C" not null);
insert into first_dispatch_refill select max(order_id) || '~' from work_order having max(order_id) is not null;
