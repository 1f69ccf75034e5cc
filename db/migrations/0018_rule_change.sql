-- 全年修正派单规则 N 项: what each published version of the catalogue changed, written with its adoption, so that a year's
-- changes are read without opening a year's versions.
create table rule_change (
  city_version bigint not null references city_version (id),
  rule         text not null,
  -- added, removed, changed
  what         text not null,
  -- who leads, who helps, limits or class: what the yearly report counts; words of the basis and dates it does not
  counts       boolean not null,
  basis        text not null,
  -- columns with the cells before and after
  fields       json not null,
  primary key (city_version, rule)
);
comment on table rule_change is 'Rows of the dispatch catalogue that an adopted version added, removed or changed.';
create index city_version_rules_adopted on city_version (adopted_at) where part = 'rules' and number is not null;
