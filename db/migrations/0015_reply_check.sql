-- What the check of a reply found when it was submitted: how often units mend what they are told and how often they
-- submit all the same. One row a submission, beside its `reported` event; codes only, no text.
create table reply_check (
  order_id  text collate "C" not null,
  n         int         not null,
  at        timestamptz not null,
  unit      text collate "C" not null,
  -- fault codes, one for each finding that still stood
  standing  text[]      not null,
  relevance int not null, logic int not null, solution int not null, timeliness int not null, attitude int not null,
  primary key (order_id, n, at)
);
create index reply_check_unit on reply_check (unit, at);
