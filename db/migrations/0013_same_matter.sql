-- What an order is about, in its 32 heaviest words as numbers: from these each process keeps the index in which it finds
-- the orders that may be the same matter (docs/decisions/0014).
create table order_signature (
  order_id text collate "C" primary key,
  version  int   not null,
  -- which table of words weighed them; 0: none was learned yet
  words    int   not null,
  -- days since 1970 of a closed or answered order's end, 0 while open, 1 where nothing is left that could be joined
  ended    int   not null,
  terms    bytea not null,
  -- whether it has been compared with the others
  linked   boolean not null default false,
  xid      xid8  not null default pg_current_xact_id()
);
comment on column order_signature.terms is 'Five bytes a word: its hash, little-endian, and its weight. No word can be read from it.';
comment on column order_signature.xid is
  'The transaction that wrote it: what every process asks for, between two snapshots, so that nothing committed late is missed.';
create index order_signature_xid on order_signature (xid);
create index order_signature_unlinked on order_signature (order_id) where not linked;

-- Orders whose text or standing has changed since their signature was written. An order's own transaction only adds a
-- row here, without an index of orders to wait for; a sweep does the rest, the newest first.
create table signature_due (
  n        bigint generated always as identity primary key,
  order_id text collate "C" not null
);
insert into signature_due (order_id) select order_id from order_text order by order_id;

-- How common each word is in what the city's citizens write, learned from a sample of orders; the newest counts.
create table word_table (
  no         int         generated always as identity primary key,
  learned_at timestamptz not null,
  documents  int         not null,
  bytes      bytea       not null
);
comment on column word_table.bytes is 'Hashes of words and pairs of characters with their counts; those of a single text are left out.';

-- Two orders that may be one matter, by their words, with the probability; each pair once, under the order compared later.
create table matter_link (
  order_id text collate "C" not null,
  other_id text collate "C" not null,
  score    real not null,
  primary key (order_id, other_id)
);
create index matter_link_other on matter_link (other_id);

-- Open and recent orders that speak of one matter, over callers; made anew by a sweep. `matter` is the oldest of them.
create table matter_member (
  order_id text collate "C" primary key,
  matter   text collate "C" not null
);
create index matter_member_matter on matter_member (matter);
