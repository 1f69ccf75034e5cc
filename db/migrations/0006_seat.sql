-- What a person is in the middle of writing, at any desk: sealed, their own only, gone after seven days.
create table draft (
  staff_id text        not null references staff on delete cascade,
  kind     text        not null,
  key      text        not null,
  sealed   bytea       not null,
  saved_at timestamptz not null,
  primary key (staff_id, kind, key)
);
create index draft_saved on draft (saved_at);
comment on column draft.sealed is 'AES-256-GCM of the text, bound to person, kind and key; a citizen''s name and number stand in it.';

-- A call at a seat. The number is sealed and goes when the call ends; the row stays a little so that every process hears of it.
create table ring (
  call_id    text collate "C" primary key,
  staff_id   text        not null references staff on delete cascade,
  state      text        not null,
  sealed     bytea,
  rung_at    timestamptz not null,
  answered_at timestamptz,
  changed_at timestamptz not null,
  expires_at timestamptz not null
);
create index ring_seat on ring (staff_id) where state <> 'ended';
create index ring_changed on ring (changed_at);
create index ring_expires on ring (expires_at);

-- Where orders lie, by squares of 0.0025 degrees (278 m from south to north, 230 m from west to east at 34 degrees),
-- each square's newest first. Asked for the nine squares around a place since sixty days, it reads some hundred keys
-- of a million; by region alone it would be all of a community's year (16,000) before any distance is known.
create index work_order_square on work_order (floor(lng * 400), floor(lat * 400), order_id) where lng is not null;
