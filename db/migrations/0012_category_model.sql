-- Models that read a category from a text: each one made once, kept as it was made. Which of them is in force is said by
-- the adoptions alone, of which the last counts; going back is adopting an older one again.
create table category_model (
  number    int         generated always as identity primary key,
  -- cold-start: from the city's own words and phrases; trained: from closed orders as well; uploaded: brought as a file
  origin    text        not null,
  made_by   text        not null,
  made_at   timestamptz not null,
  -- over the codes it was taught, names left out: a rename changes nothing
  label_set text        not null,
  card      json        not null,
  file      bytea       not null
);
comment on table category_model is 'Never changed; a draft that nobody adopted may be thrown away, an adopted one not.';
comment on column category_model.file is 'Weights over hashed features: no word of any order stands in it.';
create trigger category_model_kept before update on category_model for each row execute function refuse_change();
create trigger category_model_no_truncate before truncate on category_model
  for each statement execute function refuse_change();

-- Every process asks for the newest row every two seconds.
create table category_model_adoption (
  n     int         generated always as identity primary key,
  model int         not null references category_model,
  by    text        not null,
  at    timestamptz not null,
  note  text        not null
);
create trigger category_model_adoption_append_only before update or delete on category_model_adoption
  for each row execute function refuse_change();

-- A training under way, or how one ended. `beat_at` is moved while it lives: one that no longer beats was cut off.
create table category_training (
  n        int         generated always as identity primary key,
  begun_by text        not null,
  begun_at timestamptz not null,
  -- reading, learning, measuring, whole
  step     text        not null,
  done     int         not null,
  of       int         not null,
  beat_at  timestamptz not null,
  ended_at timestamptz,
  model    int         references category_model on delete set null,
  fault    text
);
comment on table category_training is 'One at a time, whatever the process: taken under a lock.';

-- What a machine had suggested for an order and what a person made of it, at the moment they decided. Worked out by the
-- server from the text as it stood: a browser is not asked. Adoption and calibration afterwards are queries over this.
create table suggestion_signal (
  order_id    text collate "C" not null,
  -- the event with which the person decided
  seq         int         not null,
  -- category, request-type, urgency, place, respondent
  kind        text        not null,
  at          timestamptz not null,
  -- what suggested: model-3, rules-1
  version     text        not null,
  -- null: it did not know
  suggested   text,
  probability real,
  sure        boolean     not null,
  -- null: the person left it open
  chosen      text,
  adopted     boolean     not null,
  -- seat, review, dispatch: where they sat
  desk        text        not null,
  by          text        not null,
  primary key (order_id, seq, kind)
);
comment on table suggestion_signal is 'Training signal: every adoption and every correction. Places by region code, respondents masked.';
create index suggestion_signal_at on suggestion_signal (kind, at);
create trigger suggestion_signal_append_only before update or delete on suggestion_signal
  for each row execute function refuse_change();
