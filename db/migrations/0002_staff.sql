create table staff (
  staff_id      text primary key,
  login         text not null,
  name          text not null,
  unit          text collate "C" not null,
  region        text collate "C",
  roles         text[] not null,
  password_hash text not null,
  -- 'own': chosen by the person; 'first': given by an administrator; 'demo': printed at the demo's start
  password_is   text not null,
  totp          bytea,
  active        boolean not null default true,
  version       int not null default 1,
  created_at    timestamptz not null
);
create unique index staff_login on staff (lower(login));
comment on column staff.totp is 'Second factor: the shared secret, encrypted like an identity.';

create table session (
  token_hash bytea primary key,
  staff_id   text not null references staff on delete cascade,
  csrf       text not null,
  second     boolean not null,
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  expires_at timestamptz not null,
  ip         text not null,
  agent      text not null
);
create index session_staff on session (staff_id);
create index session_expires on session (expires_at);

create table machine_token (
  token_id   text primary key,
  token_hash bytea not null unique,
  name       text not null,
  unit       text collate "C",
  scopes     text[] not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

-- Failed attempts by account and by address, in the database so that several processes count together.
create table attempt (
  what text not null,
  who  text not null,
  at   timestamptz not null
);
create index attempt_who on attempt (what, who, at);
create index attempt_at on attempt (at);

create table admin_log (
  id     bigserial primary key,
  at     timestamptz not null,
  actor  text not null,
  action text not null,
  target text not null,
  detail json not null
);
create trigger admin_log_append_only before update or delete on admin_log for each row execute function refuse_change();
