-- A draft of the rules that was handed in stands aside: its author goes on with another one meanwhile. Sent back, it comes to
-- hand again, or stays aside until the other one is handed in, adopted or discarded.
alter table city_version add column aside boolean not null default false;
comment on column city_version.aside is 'A draft that its author is not writing now: handed in, or sent back while another was begun.';

update city_version v set aside = true
where  v.state = 'draft'
and    (select d.step from draft_step d where d.version = v.id order by d.n desc limit 1) = 'handed-in';

-- One draft in hand a person and part: whoever comes back finds their own.
drop index city_version_draft;
create unique index city_version_draft on city_version (part, made_by) where state = 'draft' and not aside;
