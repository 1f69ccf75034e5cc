-- The text index knows whose matter it is, where it is and what kind (docs/decisions/0015-search-keys.md).

-- Scopes as the index holds them, in numbers no pair of letters has: U+FFFE and U+FFFF are no characters. Two scopes may
-- share a number: what is found is looked at once more in its own row.
create function scope_keys(scopes text[]) returns int[]
language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct -1 - (('x' || substr(md5(scope), 1, 8))::bit(32)::int & 131071)), '{}')
  from   unnest(scopes) scope
$$;

drop index order_text_keys;
drop index reply_text_keys;
alter table order_text add column scopes int[] not null default '{}';
alter table reply_text add column scopes int[] not null default '{}';

-- As db/text-scopes.ts names them.
create temporary table scoped on commit drop as
  select w.order_id, scope_keys(
           array_agg(distinct 'unit ' || a.unit) filter (where a.unit is not null)
           || array(select 'region ' || left(w.region, n) from unnest(array[6, 9, 12]) n where length(w.region) >= n)
           || array(select 'category ' || left(w.category, n) from generate_series(1, length(w.category)) n)
           || array['channel ' || w.channel, 'type ' || w.request_type]) as scopes
  from   work_order w left join assignment a using (order_id)
  group  by w.order_id;
update order_text t set scopes = s.scopes from scoped s where s.order_id = t.order_id;
update reply_text t set scopes = s.scopes from scoped s where s.order_id = t.order_id;

create index order_text_keys on order_text
  using gin ((search_keys(order_id, split_part(body, E'\n', 1), pairs, joints) || scopes))
  with (fastupdate = on, gin_pending_list_limit = 1024);
create index reply_text_keys on reply_text
  using gin ((search_keys(order_id, '', pairs, joints) || scopes))
  with (fastupdate = on, gin_pending_list_limit = 1024);
comment on column order_text.scopes is 'scope_keys of the order''s region, category, channel, type and every unit it was ever given to: a filter''s own texts are found without looking at the others.';

-- A search reads some hundreds of texts: to start workers for them takes longer (20 ms) than to read them (5).
alter function search_keys(text, text, int[], int[]) parallel restricted;
