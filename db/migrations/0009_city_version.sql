-- What administrators changed of the city since its folder was written. The city in force is the folder, overlaid by
-- the one adopted version of each part; a part without one is as the folder has it (version 0).
create table city_version (
  id         bigserial primary key,
  -- units, categories, rules, sla, calendars, holidays
  part       text not null,
  -- given at adoption, 1, 2, 3 … within the part
  number     int,
  -- draft, adopted, superseded, discarded
  state      text not null,
  -- the version it was drafted from; 0 is the folder
  base       bigint not null,
  -- counts the savings of a draft, so that two windows of one person cannot overwrite each other
  revision   int not null default 1,
  content    json not null,
  note       text not null,
  made_by    text not null,
  made_at    timestamptz not null,
  changed_at timestamptz not null,
  adopted_by text,
  adopted_at timestamptz,
  unique (part, number)
);
comment on table city_version is 'Versions of the city''s tables: adopting adds one, nothing is overwritten.';
comment on column city_version.content is 'The rows as the city folder''s file spells them: cells of text by column.';
create unique index city_version_in_force on city_version (part) where state = 'adopted';
-- One open draft a person and part: whoever comes back finds their own.
create unique index city_version_draft on city_version (part, made_by) where state = 'draft';

-- What was once adopted stays readable as it was adopted.
create function keep_city_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.state <> 'draft' and old.content::text <> new.content::text) then
    raise exception 'a version of the city is kept as it is' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger city_version_kept before update or delete on city_version
  for each row execute function keep_city_version();

create index admin_log_action on admin_log (action, id);
create index admin_log_actor on admin_log (actor, id);
create index admin_log_target on admin_log (target, id);
