-- 网格直派: which grid worker has the matter, and which street was told and answers for it; null where a unit handles it.
alter table assignment add column worker text collate "C", add column street text collate "C";
-- What a worker has in hand, and how much came to them today: the phone's list and the daily cap are read from here.
create index assignment_worker on assignment (worker, dispatched_at) where worker is not null;
-- The street's shadow: what it was told of, newest first.
create index assignment_street on assignment (street, order_id) where street is not null;

-- 网格员的岗位: a person without a row keeps their region as their own grid, in the city's hours.
create table grid_worker (
  staff_id   text collate "C" primary key,
  -- main: their own grid; backup: stands in for it
  post       text        not null,
  -- in Shanghai, 08:00; null: the city's
  hours_from text,
  hours_to   text,
  away       boolean     not null,
  changed_by text        not null,
  changed_at timestamptz not null
);
