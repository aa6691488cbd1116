create table itembank.saved_text (
  version_id uuid not null constraint a_saved_text_belongs_to_a_version references itembank.item_version,
  revision int not null,
  document jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  constraint a_text_is_saved_once_a_revision primary key (version_id, revision)
);
comment on table itembank.saved_text is 'Every text that a draft ever had: nobody''s is lost.';
comment on column itembank.saved_text.version_id is 'Of which version.';
comment on column itembank.saved_text.revision is 'Revision that it made.';
comment on column itembank.saved_text.document is 'The draft as it was saved.';
comment on column itembank.saved_text.saved_by is 'Name of who saved it.';
comment on column itembank.saved_text.saved_at is 'When.';

create table itembank.item_set (
  id uuid constraint an_item_set_has_one_identity primary key,
  study_id uuid not null constraint an_item_set_belongs_to_a_study references study.study,
  kind text not null constraint an_item_set_is_of_enemies_or_friends check (kind in ('enemy', 'friend')),
  reason text not null constraint an_item_set_has_a_reason check (btrim(reason) <> ''),
  version int not null default 1,
  made_by text not null,
  made_at timestamptz not null
);
create index item_set_by_study on itembank.item_set (study_id, made_at);
comment on table itembank.item_set is 'Items that may not stand on one form together, or only together.';
comment on column itembank.item_set.id is 'Identity, made by the client.';
comment on column itembank.item_set.study_id is 'Of which study.';
comment on column itembank.item_set.kind is 'Enemies: at most one on a form. Friends: all or none.';
comment on column itembank.item_set.reason is 'Why.';
comment on column itembank.item_set.version is 'Grows with each change.';
comment on column itembank.item_set.made_by is 'Name of who made it or changed it last.';
comment on column itembank.item_set.made_at is 'When it was made.';
create table itembank.set_member (
  set_id uuid not null constraint a_member_belongs_to_an_item_set references itembank.item_set on delete cascade,
  item_id uuid not null constraint a_member_is_an_item references itembank.item,
  constraint an_item_is_in_a_set_once primary key (set_id, item_id)
);
create index set_member_by_item on itembank.set_member (item_id);
comment on table itembank.set_member is 'Which items a set holds.';
comment on column itembank.set_member.set_id is 'The set.';
comment on column itembank.set_member.item_id is 'The item.';

create table itembank.evidence (
  version_id uuid not null constraint evidence_belongs_to_a_version references itembank.item_version,
  run_id uuid not null,
  form text not null,
  seen_from date not null,
  seen_to date not null constraint evidence_is_of_a_span_of_time check (seen_to >= seen_from),
  candidates int not null constraint evidence_rests_on_candidates check (candidates > 0),
  figures jsonb not null,
  recorded_at timestamptz not null,
  constraint a_run_gives_evidence_on_a_version_once primary key (version_id, run_id)
);
comment on table itembank.evidence is 'How a version did in an administration; never changed, a later run adds its own.';
comment on column itembank.evidence.version_id is 'Which version.';
comment on column itembank.evidence.run_id is 'The scoring run that computed it.';
comment on column itembank.evidence.form is 'Code of the form.';
comment on column itembank.evidence.seen_from is 'First day of the administration.';
comment on column itembank.evidence.seen_to is 'Last day.';
comment on column itembank.evidence.candidates is 'Candidates that it rests on.';
comment on column itembank.evidence.figures is 'Difficulty, discrimination, options, seconds.';
comment on column itembank.evidence.recorded_at is 'When it was recorded.';

create table itembank.exposure (
  version_id uuid not null constraint an_exposure_is_of_a_version references itembank.item_version,
  sitting_id uuid not null,
  form text not null,
  seen_on date not null,
  constraint a_sitting_sees_a_version_once primary key (version_id, sitting_id)
);
comment on table itembank.exposure is 'Which sitting was shown which version: counts are exact, told twice or not.';
comment on column itembank.exposure.version_id is 'Which version.';
comment on column itembank.exposure.sitting_id is 'The sitting.';
comment on column itembank.exposure.form is 'Code of the form.';
comment on column itembank.exposure.seen_on is 'Day.';

create table itembank.bank_rules (
  study_id uuid constraint a_study_has_one_set_of_bank_rules primary key constraint bank_rules_belong_to_a_study references study.study,
  document jsonb not null,
  version int not null default 1
);
comment on table itembank.bank_rules is 'When an item rests, how long a pilot lasts, how many review; common practice where no row stands.';
comment on column itembank.bank_rules.study_id is 'Of which study.';
comment on column itembank.bank_rules.document is 'The rules.';
comment on column itembank.bank_rules.version is 'Grows with each change.';

create function itembank.refuse_change_of_records() returns trigger language plpgsql as
$$ begin raise exception 'records of use stay' using errcode = '23514', constraint = 'records_of_use_never_change'; end $$;
create trigger evidence_never_changes before update or delete on itembank.evidence
  for each row execute function itembank.refuse_change_of_records();
create trigger an_exposure_never_changes before update or delete on itembank.exposure
  for each row execute function itembank.refuse_change_of_records();
create trigger a_saved_text_never_changes before update or delete on itembank.saved_text
  for each row execute function itembank.refuse_change_of_records();
