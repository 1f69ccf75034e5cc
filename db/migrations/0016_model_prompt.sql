-- What was asked of the optional language model: its budget is counted here and its use can be read. The words are those
-- that left the house, masked; they go after thirty days, the numbers stay.
create table model_prompt (
  id      bigserial primary key,
  at      timestamptz not null,
  actor   text not null,
  purpose text not null,
  model   text not null,
  prompt  text,
  answer  text,
  tokens  int not null,
  ms      int,
  outcome text not null
);
create index model_prompt_at on model_prompt (at);
comment on column model_prompt.tokens is 'While under way what was set aside, afterwards what the service said it used.';
comment on column model_prompt.outcome is 'asked, done, timed-out, failed, unreadable; refused ones never left and are not here.';
