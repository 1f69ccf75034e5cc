-- Files live beside the database under the hash of their content; this row is what the platform knows of one.
create table file (
  hash     text collate "C" primary key,
  mime     text   not null,
  bytes    bigint not null,
  lng      double precision,
  lat      double precision,
  taken_at timestamptz,
  -- the last upload or attempt to attach: what is attached nowhere a day later is removed
  at       timestamptz not null
);
comment on column file.lng is 'Place in the picture (EXIF, WGS-84), for the hotline and the handling unit; others get a copy without it.';
create index file_at on file (at);

-- Who has brought a content: only they can attach it, so that knowing a hash opens nothing.
create table file_upload (
  hash  text collate "C" not null references file on delete cascade,
  actor text             not null,
  at    timestamptz      not null,
  primary key (hash, actor)
);

-- Where a file is used is read from the log itself.
create index order_event_file on order_event ((event ->> 'file')) where kind = 'attached';
