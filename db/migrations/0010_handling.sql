-- What a unit owes, in the order in which it is due: a to-do list is read from here and its counts from here alone, also
-- for a unit with a hundred thousand assignments. It takes the place of the index by order number, which sorted nothing.
drop index assignment_todo;
create index assignment_todo on assignment (unit, (coalesce(due, 'infinity'::timestamptz)), order_id, n) include (role, state)
  where state in ('pending-sign', 'signed', 'processing', 'sent-back', 'reported');
-- What was handed down and is not back yet; found from the unit above by the assignment it came from.
create index assignment_sub on assignment (order_id, parent)
  where parent is not null and state in ('pending-sign', 'signed', 'processing', 'sent-back', 'reported');

-- Who waits for a call-back, by when the next call is due; a first one is due since the order came to the desk.
create index work_order_callback on work_order ((coalesce(next_callback, desk_since, received_at)), order_id) include (region)
  where state = 'pending-callback';

-- A unit's own phrases for its answers. They belong to the unit: no other unit reads them.
create table reply_template (
  template_id text primary key,
  unit        text collate "C" not null,
  name        text        not null,
  text        text        not null,
  changed_by  text        not null,
  changed_at  timestamptz not null
);
create unique index reply_template_name on reply_template (unit, lower(name));
