-- Who saw what of an order, when, from where: answers "who saw order X between t1 and t2".
create table view_log (
  order_id text collate "C" not null,
  at       timestamptz not null,
  id       bigserial   not null,
  actor    text        not null,
  role     text,
  unit     text collate "C",
  what     text        not null,
  fields   text[]      not null,
  reason   text,
  ip       text        not null,
  agent    text        not null,
  primary key (order_id, at, id)
);
create index view_log_actor on view_log (actor, at);
create trigger view_log_append_only before update or delete on view_log for each row execute function refuse_change();
