-- Attempts get a number, so that the one that succeeded can be taken back out of the count.
alter table attempt add column id bigserial primary key;

-- The thirty-second step of the last code used: no code of the second factor works twice.
alter table staff add column totp_step bigint;

alter table machine_token add column used_at timestamptz;
comment on column machine_token.used_at is 'Last use, kept to the hour: shows which tokens nobody misses.';
