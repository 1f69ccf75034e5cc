-- 动态校准: a month's round over the dispatch catalogue, from the batch the system builds to what its publication did.
create table calibration_round (
  round         int generated always as identity primary key,
  -- days of the first dispatch, both included
  from_day      date        not null,
  to_day        date        not null,
  -- domain/calibration/round-state.ts
  state         text        not null,
  built_by      text        not null,
  built_at      timestamptz not null,
  -- scenes by volume and by returns, adjudications, overrides, new words, uncertain classifications: counts and order keys
  batch         json        not null,
  consulted_at  timestamptz,
  consult_until timestamptz,
  -- the latest replay, and which set of proposals it looked at
  replay        json,
  replayed_at   timestamptz,
  -- the version of the rules that came of it, and the one before, to go back to
  city_version  bigint references city_version (id),
  base_version  bigint,
  approved_by   text,
  reason        text,
  published_at  timestamptz,
  ended_by      text,
  ended_at      timestamptz,
  end_reason    text
);
comment on table calibration_round is 'One a month by itself, more when somebody begins one; at most one is under way.';
create unique index calibration_round_under_way on calibration_round ((1))
  where state in ('reviewing', 'consulting', 'deciding');
create index calibration_round_published on calibration_round (published_at) where published_at is not null;

create table calibration_proposal (
  proposal   int generated always as identity primary key,
  round      int         not null references calibration_round,
  -- machine, person
  origin     text        not null,
  -- change-lead, add-rule, narrow, retire; class-boundary, split-merge, new-word say it in words
  kind       text        not null,
  -- domain/calibration/change-rules.ts; null where it is said in words
  change     json,
  -- the rule as it would stand, cells by column; null where it is said in words or the rule is gone
  cells      json,
  category   text        not null,
  title      text        not null,
  text       text        not null,
  basis      text        not null,
  -- support, against, elsewhere, bounds, what the period says to it alone, orders; empty where a person proposed
  evidence   json        not null,
  units      text[]      not null,
  -- open, accepted, refused, withdrawn, kept
  state      text        not null,
  edited     boolean     not null default false,
  made_by    text        not null,
  made_at    timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  reason     text,
  -- 会商: what was agreed where a unit objected
  settlement text,
  settled_by text,
  settled_at timestamptz
);
create index calibration_proposal_round on calibration_proposal (round, proposal);

-- 征求意见: a unit's own word on a proposal; silence until the day is consent.
create table calibration_opinion (
  proposal int         not null references calibration_proposal,
  unit     text        not null,
  agrees   boolean     not null,
  opinion  text        not null,
  by       text        not null,
  at       timestamptz not null,
  primary key (proposal, unit, at)
);
comment on table calibration_opinion is 'Nothing is overwritten: of one unit the last word counts.';
create trigger calibration_opinion_append_only before update or delete on calibration_opinion
  for each row execute function refuse_change();

-- 抽样复核: what an analyst found of an order drawn at random.
create table calibration_sample (
  order_id    text collate "C" not null,
  round       int         not null references calibration_round,
  scene       text        not null,
  -- as drawn, so that the sample is the same for everybody
  place       int         not null,
  -- null: not looked at, or cannot be said
  class_right boolean,
  unit_right  boolean,
  sla_right   boolean,
  note        text        not null default '',
  marked_by   text,
  marked_at   timestamptz,
  primary key (order_id, round)
);
create index calibration_sample_round on calibration_sample (round, scene, place);
