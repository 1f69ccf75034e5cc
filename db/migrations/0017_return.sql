-- A return under review is still owed by its unit and waits for the hotline: the to-do list reads it too, and the queue
-- of returns is an index of its own that holds only what is undecided.
drop index assignment_todo;
create index assignment_todo on assignment (unit, (coalesce(due, 'infinity'::timestamptz)), order_id, n) include (role, state)
  where state in ('pending-sign', 'signed', 'processing', 'sent-back', 'reported', 'return-requested');
drop index assignment_sub;
create index assignment_sub on assignment (order_id, parent)
  where parent is not null and state in ('pending-sign', 'signed', 'processing', 'sent-back', 'reported', 'return-requested');
create index assignment_return on assignment (order_id, n) where state = 'return-requested';

-- 问题工单: what was sent to a ruling, newest first; one order in some thousands.
create index order_event_adjudication on order_event (order_id desc) where kind = 'sent-to-adjudication';

-- What somebody may want to be told of: returns and rulings belong to it now (domain/desk/notice-rules.ts).
drop index order_event_notice;
create index order_event_notice on order_event (at) where kind in
  ('dispatched', 'sub-dispatched', 'urged', 'supplemented', 'reply-rejected', 'rework-ordered', 'reopened',
   'clock-missed', 'intake-sent-back', 'sent-back-to-seat', 'return-requested', 'return-approved', 'return-rejected',
   'sent-to-adjudication', 'recalled', 'adjudicated');
