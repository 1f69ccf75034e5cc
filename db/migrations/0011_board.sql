-- The board counts a day by what happened on it: accepted, dispatched, closed (by work_order_ended). Each index reads
-- that day's rows and no others: 3,500 of a million.
create index work_order_accepted on work_order (accepted_at) where accepted_at is not null;
create index assignment_dispatched on assignment (dispatched_at) where role = 'lead';

-- What somebody may want to be told of, newest first: one event in five, so the last week is found without the rest.
-- The list is that of domain/desk/notice-rules.ts; a test compares the two.
create index order_event_notice on order_event (at) where kind in
  ('dispatched', 'sub-dispatched', 'urged', 'supplemented', 'reply-rejected', 'rework-ordered', 'reopened',
   'clock-missed', 'intake-sent-back', 'sent-back-to-seat');

-- Notices are read from the log; the only thing kept of them is how far a person has looked.
create table notice_seen (
  staff_id text primary key references staff on delete cascade,
  seen_at  timestamptz not null
);
comment on table notice_seen is 'Up to when each person has seen their notices.';
