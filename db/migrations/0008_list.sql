-- What lists are narrowed to beside state, unit, place and category. Each index holds only the few rows that are asked
-- for, so that it costs a change of an order next to nothing and the planner finds what is rare without a walk through
-- all: urgent ones, hazards, complex or urgent kinds, reworked and urged ones, and the open ones by their due moment.
create index work_order_urgency  on work_order (urgency, order_id) where urgency <> 'normal';
create index work_order_hazard   on work_order (order_id) where hazard;
create index work_order_kind     on work_order (kind, order_id) where kind <> 'general';
create index work_order_reworked on work_order (order_id) where rework_count > 0;
create index work_order_urged    on work_order (order_id) where urge_count > 0;
-- citizen_due stands only while the citizen's clock runs: this index is as large as what is open, not as what there is.
create index work_order_due      on work_order (citizen_due, order_id) where citizen_due is not null;
create index work_order_ended    on work_order (ended_at) where ended_at is not null;

create table saved_view (
  view_id  text primary key,
  staff_id text not null references staff on delete cascade,
  page     text not null,
  name     text not null,
  query    json not null,
  columns  text[],
  shared   boolean not null,
  position int not null,
  version  int not null default 1
);
create unique index saved_view_name on saved_view (staff_id, page, lower(name));
comment on table saved_view is 'A list as somebody likes to find it: filters and columns under a name, for them or for their unit.';
comment on column saved_view.columns is 'null: as the page has them.';
