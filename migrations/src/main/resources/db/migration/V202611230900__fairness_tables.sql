create schema fairness;
comment on schema fairness is 'Whether groups of candidates pass at unlike rates; read by no other stage.';

create table fairness.statement (
  application_id uuid constraint a_candidate_states_a_background_once primary key
    constraint a_background_is_stated_by_a_candidate references eligibility.application,
  sealed bytea not null,
  stated_on date not null
);
comment on table fairness.statement is 'What a candidate states about themselves, of their own will.';
comment on column fairness.statement.application_id is 'Who states it.';
comment on column fairness.statement.sealed is 'Sealed with the installation''s secret for this candidate; all are of the same length.';
comment on column fairness.statement.stated_on is 'On which day; nothing finer.';

create table fairness.issue (
  id uuid constraint an_impact_table_has_one_identity primary key,
  study_id uuid not null constraint an_impact_table_belongs_to_a_study references study.study,
  statements integer not null constraint an_impact_table_counts_twenty_statements check (statements >= 20),
  content jsonb not null,
  issued_by uuid not null constraint an_impact_table_is_made_by_a_person references identity.person,
  issued_at timestamptz not null
);
create index issue_by_study on fairness.issue (study_id);
comment on table fairness.issue is 'A table of who passed, group by group, with small groups hidden.';
comment on column fairness.issue.id is 'Identity, made by the client.';
comment on column fairness.issue.study_id is 'Of which study.';
comment on column fairness.issue.statements is 'How many statements it counts.';
comment on column fairness.issue.content is 'The table.';
comment on column fairness.issue.issued_by is 'Who made it.';
comment on column fairness.issue.issued_at is 'When.';

create function fairness.refuse_issue() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'a table stays' using errcode = '23514', constraint = 'an_impact_table_stays';
  end if;
  if new.statements < 20 + (select coalesce(max(statements), 0) from fairness.issue where study_id = new.study_id) then
    raise exception 'twenty more' using errcode = '23514', constraint = 'an_impact_table_counts_twenty_statements_more';
  end if;
  return new;
end $$;
create trigger an_impact_table_stays before insert or update or delete on fairness.issue
  for each row execute function fairness.refuse_issue();
create trigger impact_tables_are_never_emptied before truncate on fairness.issue
  for each statement execute function fairness.refuse_issue();
