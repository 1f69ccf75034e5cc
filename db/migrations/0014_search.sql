-- Ranked search over orders, replies and knowledge (docs/decisions/0015-search-keys.md).

-- Pairs that reach over a gap: `，` in 「了，三」 joins 了 and 三 to one character U+0001, so that a stretch of text is
-- found as it stands, with its punctuation. Empty in texts older than this; the sweep "texts" fills them.
alter table order_text add column joints int[] not null default '{}';
alter table order_text alter column joints drop default;

-- What one GIN index holds of a text. Beside its pairs, in numbers no pair of letters can have:
--   first character below U+0020: when it was received, in steps of 9.3 hours (the first five digits of the order's key);
--   first character U+0020:       the same in steps of 12.4 days (four digits);
--   first character from U+E000:  neighbouring characters of the title.
-- "Said in the last week" and "said in the title" are then questions to the index and not to the table: of a word in
-- 300,000 texts it reads the newest thousand (measured: 1.5 instead of 110 ms).
create function search_keys(order_id text, title text, pairs int[], joints int[]) returns int[]
language plpgsql immutable strict parallel safe as $$
declare
  digits constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  step   int := 0;
  keys   int[];
begin
  for i in 1..5 loop
    step := step * 32 + greatest(strpos(digits, substr(order_id, i, 1)) - 1, 0);
  end loop;
  keys := pairs || joints || (step % 2097152) || (2097152 + (step / 32) % 65536);
  for i in 1..length(title) - 1 loop
    keys := keys || ((57344 + ascii(substr(title, i, 1)) % 6400 - 65536) * 65536 + ascii(substr(title, i + 1, 1)) % 65536);
  end loop;
  return keys;
end $$;
comment on function search_keys(text, text, int[], int[]) is 'language/search/keys.ts and db/time-keys.ts make the same numbers of a question.';

drop index order_text_pairs;
create index order_text_keys on order_text using gin (search_keys(order_id, split_part(body, E'\n', 1), pairs, joints))
  with (fastupdate = on, gin_pending_list_limit = 1024);

-- What was answered: the hotline's own answer and each unit's report, one line each, masked as the requests are.
create table reply_text (
  order_id text collate "C" primary key,
  body     text  not null,
  pairs    int[] not null,
  joints   int[] not null
);
create index reply_text_keys on reply_text using gin (search_keys(order_id, '', pairs, joints))
  with (fastupdate = on, gin_pending_list_limit = 1024);
comment on table reply_text is 'Search text of answers: derived from the log, can be made again from it.';

-- How far the orders from before this migration have their search texts in the present form; no row: all have.
create table text_refill (
  only_one boolean primary key default true check (only_one),
  done_to  text collate "C" not null
);
insert into text_refill (done_to) select '' where exists (select from work_order);

-- 知识库: what a seat may answer from. The item's row is its present text; every text it ever had stands beside.
create table knowledge_item (
  item_id      text primary key,
  version      int  not null,
  state        text not null,
  category     text collate "C" not null,
  title        text not null,
  content      text not null,
  body         text not null,
  material     text not null,
  issuer       text,
  doc_no       text,
  keywords     text[] not null,
  owner_unit   text collate "C" not null,
  valid_from   date not null,
  valid_to     date,
  hits         int  not null default 0,
  changed_at   timestamptz not null,
  changed_by   text not null
);
create unique index knowledge_item_title on knowledge_item (lower(title));
create index knowledge_item_category on knowledge_item (category, item_id);
comment on column knowledge_item.body is 'Title, keywords and content normalised, one line each: some thousand items are read through in milliseconds.';
comment on column knowledge_item.hits is 'How often an answer cited it; says nothing of who asked.';

create table knowledge_version (
  item_id text not null references knowledge_item,
  version int  not null,
  item    json not null,
  at      timestamptz not null,
  by_id   text not null,
  by_name text not null,
  primary key (item_id, version)
);
comment on table knowledge_version is 'Append-only: what stood there when somebody was answered from it.';
create trigger knowledge_version_append_only before update or delete on knowledge_version
  for each row execute function refuse_change();
