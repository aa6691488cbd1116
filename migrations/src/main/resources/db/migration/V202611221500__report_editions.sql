create schema report;
comment on schema report is 'Reports that were issued: each edition as it went out.';

create table report.edition (
  id uuid constraint an_edition_has_one_identity primary key,
  study_id uuid not null constraint an_edition_reports_on_a_study references study.study,
  blueprint_id uuid not null constraint an_edition_rests_on_a_blueprint references blueprint.blueprint,
  number int not null,
  reason text not null,
  model text not null,
  model_hash text not null constraint a_model_hash_has_64_digits check (model_hash ~ '^[0-9a-f]{64}$'),
  issued_by uuid not null constraint an_edition_is_issued_by_a_person references identity.person,
  issued_at timestamptz not null,
  constraint an_edition_number_is_used_once unique (study_id, number),
  constraint a_later_edition_has_a_reason check (number = 1 or length(btrim(reason)) >= 10)
);
comment on table report.edition is 'An issued report; never changed. A correction is a later edition with its reason.';
comment on column report.edition.id is 'Identity.';
comment on column report.edition.study_id is 'The study it reports on.';
comment on column report.edition.blueprint_id is 'The adopted blueprint that it reports.';
comment on column report.edition.number is 'Number within the study, from 1.';
comment on column report.edition.reason is 'Why there is a later edition; empty for the first.';
comment on column report.edition.model is 'Everything that the report says, as canonical JSON: the text that was hashed.';
comment on column report.edition.model_hash is 'SHA-256 of the model.';
comment on column report.edition.issued_by is 'Who issued it.';
comment on column report.edition.issued_at is 'When.';

create table report.edition_file (
  edition_id uuid not null constraint a_file_belongs_to_an_edition references report.edition,
  language text not null constraint a_file_is_in_a_language_of_ours check (language in ('en', 'es')),
  content bytea not null,
  hash text not null,
  constraint an_edition_has_one_file_a_language primary key (edition_id, language),
  constraint a_file_matches_its_hash check (hash = encode(sha256(content), 'hex'))
);
comment on table report.edition_file is 'The PDF file of an edition in one language, byte for byte as it went out.';
comment on column report.edition_file.edition_id is 'Of which edition.';
comment on column report.edition_file.language is 'BCP 47 code.';
comment on column report.edition_file.content is 'The file.';
comment on column report.edition_file.hash is 'SHA-256 of the file.';

create function report.refuse_change_when_issued() returns trigger language plpgsql as
$$ begin raise exception 'the edition is issued' using errcode = '23514', constraint = 'an_issued_edition_never_changes'; end $$;
create trigger an_issued_edition_never_changes before update or delete on report.edition
  for each row execute function report.refuse_change_when_issued();
create trigger an_issued_file_never_changes before update or delete on report.edition_file
  for each row execute function report.refuse_change_when_issued();
