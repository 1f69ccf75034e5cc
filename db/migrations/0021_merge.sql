-- What people made of the machine's proposals to merge, supplement or link two orders (domain.md §5.6): with the tests of
-- the table and the probability as they stood; whoever refuses one is not asked again.
create table merge_verdict (
  order_id    text collate "C" not null,
  other_id    text collate "C" not null,
  -- same-order, repeat, merge; null: the table proposed nothing, a person chose the pair
  kind        text,
  probability real,
  -- [{test, …}], each with the value it was made on
  tests       jsonb       not null,
  verdict     text        not null,
  reason      text        not null,
  -- seat or dispatch
  desk        text        not null,
  by          text        not null,
  at          timestamptz not null,
  primary key (order_id, other_id)
);
comment on table merge_verdict is 'The last word on a pair; a pair is looked at from the later order.';

-- 预警: a matter that alarms, raised once, kept up while it grows, acknowledged by a person.
create table matter_alert (
  id              int generated always as identity primary key,
  kind            text        not null,
  order_id        text collate "C" not null,
  callers         int         not null,
  orders          int         not null,
  raised_at       timestamptz not null,
  grew_at         timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  note            text
);
create index matter_alert_open on matter_alert (id desc) where acknowledged_at is null;
comment on column matter_alert.order_id is 'The order in whose log it stands: the master, or the newest open one of the matter.';
create table matter_alert_order (
  order_id text collate "C" not null,
  alert    int  not null references matter_alert,
  primary key (order_id, alert)
);
create index matter_alert_order_alert on matter_alert_order (alert, order_id desc);

-- 撤并交接: each operation that moved what a dissolved unit had open; the orders themselves say it in their logs.
create table hand_over (
  id          int generated always as identity primary key,
  from_unit   text        not null,
  to_unit     text        not null,
  at          timestamptz not null,
  by          text        not null,
  reason      text        not null,
  orders      int         not null,
  assignments int         not null,
  -- the hand-over that gave back what was still open of this one
  undone_by   int references hand_over,
  undone_at   timestamptz
);
create index hand_over_to on hand_over (to_unit);

-- 首接负责: what a unit gave back, or had taken from it, and may still answer for.
create index assignment_left on assignment (unit, order_id) where role = 'lead' and state in ('returned', 'cancelled');

-- What somebody may want to be told of: alerts, opinions and hand-overs belong to it now (domain/desk/notice-rules.ts).
drop index order_event_notice;
create index order_event_notice on order_event (at) where kind in
  ('dispatched', 'sub-dispatched', 'urged', 'supplemented', 'reply-rejected', 'rework-ordered', 'reopened',
   'clock-missed', 'intake-sent-back', 'sent-back-to-seat', 'return-requested', 'return-approved', 'return-rejected',
   'sent-to-adjudication', 'recalled', 'adjudicated', 'reported-up', 'alert-raised', 'opinion-filed', 'handed-over');
