-- What was recommended for a dispatch to whoever sat at the desk, or to the platform itself: at most three units of an
-- order as it stood in that version; shown again, the last showing stays.
create table recommended_unit (
  order_id text collate "C" not null,
  -- of the order, when it was shown
  version  int         not null,
  -- 1 is the first
  rank     int         not null,
  unit     text        not null,
  -- 0–1, the share of all evidence that speaks for the unit
  score    real        not null,
  -- rule, precedent, duty: what speaks most for it
  source   text        not null,
  -- the rule of the catalogue that names it, in whatever nearness
  rule     text,
  shown_at timestamptz not null,
  -- a person, or `system`
  shown_to text        not null,
  primary key (order_id, version, rank)
);
comment on table recommended_unit is 'Training signal, with dispatch_taken: precision by rank, source, rule is a join of the two.';

-- Every dispatch, and what had been recommended for it. Whether it was right is told later by assignment (order_id, n).
create table dispatch_taken (
  order_id      text collate "C" not null,
  -- the event `dispatched`
  seq           int         not null,
  at            timestamptz not null,
  by            text        not null,
  -- 直派: by the platform itself
  straight      boolean     not null,
  -- the lead's assignment
  n             int         not null,
  lead          text        not null,
  -- what the catalogue chose then, and by which edition of its rules
  rule          text,
  rule_lead     text,
  rule_version  text        not null,
  -- a person gave a reason against the catalogue
  overridden    boolean     not null,
  -- the version in which recommendations had been shown; null: none was (a batch, another system)
  shown         int,
  -- 1–3: the recommendation that was taken; null: none shown, or refused
  rank          int,
  score         real,
  source        text,
  primary key (order_id, seq)
);
create index dispatch_taken_at on dispatch_taken (at);
create index dispatch_taken_straight on dispatch_taken (at desc, order_id) where straight;

-- 直派: orders that came to the dispatch desk while straight-through dispatch is on, for the sweep to decide on.
create table straight_due (
  n        bigint generated always as identity primary key,
  order_id text collate "C" not null
);

-- Every such decision with each condition as it was found: why it went, or why a person had to look.
create table straight_decision (
  order_id     text collate "C" not null,
  -- of the order that was decided on
  version      int         not null,
  at           timestamptz not null,
  went         boolean     not null,
  unit         text,
  score        real,
  rule         text,
  rule_version text        not null,
  -- [{condition, held, found, asked}], in the order in which they are asked
  conditions   jsonb       not null,
  primary key (order_id, version)
);
create index straight_decision_at on straight_decision (at);
create trigger straight_decision_append_only before update or delete on straight_decision
  for each row execute function refuse_change();
