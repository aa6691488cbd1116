create table report.draft_file (
  id uuid constraint a_draft_file_has_one_identity primary key,
  study_id uuid not null constraint a_draft_file_reports_on_a_study references study.study,
  language text not null constraint a_draft_file_is_in_a_language_of_ours check (language in ('en', 'es')),
  content bytea not null,
  printed_at timestamptz not null,
  constraint a_study_keeps_its_newest_draft_of_a_language unique (study_id, language)
);
comment on table report.draft_file is 'The newest printed draft of a report; a later printing takes its place.';
comment on column report.draft_file.id is 'Identity of the job that printed it.';
comment on column report.draft_file.study_id is 'The study it reports on.';
comment on column report.draft_file.language is 'BCP 47 code.';
comment on column report.draft_file.content is 'The PDF file.';
comment on column report.draft_file.printed_at is 'When the content was read that it shows.';
