-- The text index knows whose matter it is (docs/decisions/0015-search-keys.md).

-- Units as the index holds them, in numbers no pair of letters has: U+FFFE and U+FFFF are no characters. Two units may
-- share a number: who asks of a unit looks at the assignments of what is found.
create function unit_keys(units text[]) returns int[]
language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct -1 - (('x' || substr(md5(unit), 1, 8))::bit(32)::int & 131071)), '{}') from unnest(units) unit
$$;

drop index order_text_keys;
drop index reply_text_keys;
alter table order_text add column units int[] not null default '{}';
alter table reply_text add column units int[] not null default '{}';

create temporary table reached on commit drop as
  select order_id, unit_keys(array_agg(distinct unit)) as units from assignment group by order_id;
update order_text t set units = r.units from reached r where r.order_id = t.order_id;
update reply_text t set units = r.units from reached r where r.order_id = t.order_id;

create index order_text_keys on order_text
  using gin ((search_keys(order_id, split_part(body, E'\n', 1), pairs, joints) || units))
  with (fastupdate = on, gin_pending_list_limit = 1024);
create index reply_text_keys on reply_text
  using gin ((search_keys(order_id, '', pairs, joints) || units))
  with (fastupdate = on, gin_pending_list_limit = 1024);
comment on column order_text.units is 'unit_keys of every unit the order was ever given to, so that a unit''s own are found without looking at the others''.';
