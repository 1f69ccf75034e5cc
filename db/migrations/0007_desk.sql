-- The hotline's own desks: since when an order waits at its desk and by when the hotline owes the step. Pools are read
-- in the order of that limit, so it stands in the order's row beside the state.
alter table work_order add column desk_since timestamptz, add column desk_due timestamptz;

-- Orders that wait now: the limit is the last of its kind in their log.
update work_order w set desk_since = c.since, desk_due = c.due
from (
  select distinct on (o.order_id) o.order_id, (clock ->> 'from')::timestamptz as since, (clock ->> 'due')::timestamptz as due
  from   work_order o join order_event e using (order_id), json_array_elements(e.event -> 'clocks') as clock
  where  o.state in ('pending-review', 'pending-dispatch', 'pending-reply-review', 'pending-callback')
    and  clock ->> 'party' = 'hotline'
    and  clock ->> 'code' = case o.state when 'pending-reply-review' then 'C6' when 'pending-callback' then 'C7' else 'C1' end
  order  by o.order_id, e.seq desc
) c
where c.order_id = w.order_id;

-- Only what waits stands in this index; the counts of a pool are read from it alone.
create index work_order_desk on work_order (state, (coalesce(desk_due, 'infinity'::timestamptz)), order_id) include (region, desk_since)
  where state in ('pending-review', 'pending-dispatch', 'pending-reply-review', 'pending-callback');

-- Who has taken an order up at a desk, so that two people do not work on it at once. A lease, not a fact about the
-- order: it is not in the log, ends by itself, and keeps nobody from acting who must.
create table claim (
  order_id text collate "C" primary key,
  desk     text        not null,
  holder   text        not null references staff on delete cascade,
  since    timestamptz not null,
  until    timestamptz not null
);
create index claim_holder on claim (holder);
comment on table claim is '领取: a lease of minutes, renewed by the page that holds it; what has run out is nobody''s.';

-- What each person did at a desk today, found without reading everybody's day.
create index order_event_desk on order_event ((event #>> '{by,id}'), at)
  where kind in ('dispatched', 'merged', 'sent-back-to-seat', 'intake-passed', 'intake-sent-back', 'reply-approved', 'reply-rejected',
                 'callback-answered', 'closed', 'rework-ordered');
