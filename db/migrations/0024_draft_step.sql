-- 提交审定: whoever drafts the dispatch catalogue without the right to publish hands the draft in; whoever publishes it may
-- send it back. Every step stays; the last one says where the draft stands.
create table draft_step (
  version bigint      not null references city_version (id),
  -- 1, 2, 3 … within the draft
  n       int         not null,
  step    text        not null check (step in ('handed-in', 'taken-back', 'sent-back')),
  -- why it should be published, or why not yet; '' where it is taken back
  note    text        not null,
  by      text        not null,
  at      timestamptz not null,
  primary key (version, n)
);
comment on table draft_step is 'What became of a draft of the rules before its adoption; never changed.';

-- Until now a draft with a reason was one that was handed in.
insert into draft_step (version, n, step, note, by, at)
select id, 1, 'handed-in', note, made_by, changed_at from city_version where part = 'rules' and state = 'draft' and note <> '';
