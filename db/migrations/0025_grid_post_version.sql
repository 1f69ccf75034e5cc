-- Two people who set one post at the same moment: the second is told. A person without a row has version 0.
alter table grid_worker add column version integer not null default 1;
-- The last day of an absence, in Shanghai; null: until somebody says that the person is back.
alter table grid_worker add column away_until date;
