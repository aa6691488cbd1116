create schema survey;
comment on schema survey is 'The field rates the tasks, anonymously. No foreign key, order or time joins an invitation to a response.';

create table survey.survey (
  id uuid constraint a_survey_has_one_identity primary key,
  study_id uuid not null constraint a_survey_belongs_to_a_study references study.study,
  task_list_id uuid not null constraint a_survey_asks_a_published_list references workshop.task_list,
  state text not null constraint a_survey_state_is_known check (state in ('draft', 'open', 'closed')),
  version int not null default 1,
  questionnaire jsonb not null,
  open_key text not null,
  secret_mark text constraint an_open_survey_knows_its_secret check (state = 'draft' or secret_mark is not null),
  opened_on date constraint an_open_survey_has_a_day check ((state = 'draft') = (opened_on is null)),
  closed_on date constraint a_closed_survey_has_a_day check ((state = 'closed') = (closed_on is not null)),
  accounting jsonb constraint a_closed_survey_accounts_for_everyone check ((state = 'closed') = (accounting is not null)),
  responses_hash text constraint a_closed_survey_has_a_hash check ((state = 'closed') = (responses_hash is not null))
);
create index survey_by_study on survey.survey (study_id);
comment on table survey.survey is 'A survey from its draft to its closing.';
comment on column survey.survey.id is 'Identity; public, part of every link.';
comment on column survey.survey.study_id is 'The study it belongs to.';
comment on column survey.survey.task_list_id is 'The published task list it asks about.';
comment on column survey.survey.state is 'draft, open or closed.';
comment on column survey.survey.version is 'Grows with every edit of the draft.';
comment on column survey.survey.questionnaire is 'All that is asked; cannot change once open.';
comment on column survey.survey.open_key is 'Key in the open link; says only by which kind of link a peer came.';
comment on column survey.survey.secret_mark is 'Fingerprint of the installation''s secret at opening: without that secret no link can be checked.';
comment on column survey.survey.opened_on is 'Day of opening.';
comment on column survey.survey.closed_on is 'Day of closing.';
comment on column survey.survey.accounting is 'How many were asked and how many answered, at closing.';
comment on column survey.survey.responses_hash is 'SHA-256 over the responses, at closing.';

create table survey.invitation (
  id uuid constraint an_invitation_to_a_survey_has_one_identity primary key,
  survey_id uuid not null constraint an_invitation_leads_to_a_survey references survey.survey,
  label text not null constraint an_invitation_names_somebody check (label <> ''),
  email text,
  token_hash bytea not null constraint a_personal_link_is_unique unique,
  answered boolean not null default false,
  constraint a_label_is_invited_once unique (survey_id, label)
);
comment on table survey.invitation is 'A personal link. All rows of a survey are rewritten in random order whenever some become answered.';
comment on column survey.invitation.id is 'Identity, random.';
comment on column survey.invitation.survey_id is 'The survey it leads to.';
comment on column survey.invitation.label is 'Whom it was given to, in the expert''s words.';
comment on column survey.invitation.email is 'Address it was mailed to; empty when handed over.';
comment on column survey.invitation.token_hash is 'SHA-256 of the token in the link; the token itself is not kept.';
comment on column survey.invitation.answered is 'Whether this link was used, for reminders; set in batches, later than the answer.';

create table survey.draft (
  key_hash bytea constraint a_peer_has_one_draft primary key,
  survey_id uuid not null constraint a_draft_belongs_to_a_survey references survey.survey,
  channel text not null constraint a_draft_comes_by_a_link check (channel in ('personal', 'open')),
  sealed bytea not null,
  submitted boolean not null default false,
  day date not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
create index draft_by_survey on survey.draft (survey_id, submitted);
comment on table survey.draft is 'Answers on their way: acknowledged, not yet among the responses. Gone after closing.';
comment on column survey.draft.key_hash is 'SHA-256 of the response key, which follows from the link and the installation''s secret together.';
comment on column survey.draft.survey_id is 'The survey answered.';
comment on column survey.draft.channel is 'By which kind of link.';
comment on column survey.draft.sealed is 'The answers, encrypted with the installation''s secret and padded, so that the database alone shows nothing.';
comment on column survey.draft.submitted is 'Whether the peer has handed it in.';
comment on column survey.draft.day is 'Day of the last change; nothing finer is kept.';

create table survey.spent (
  key_hash bytea constraint a_link_is_used_once primary key,
  survey_id uuid not null constraint a_used_link_belongs_to_a_survey references survey.survey,
  channel text not null constraint a_used_link_is_of_a_kind check (channel in ('personal', 'open')),
  outcome text not null constraint a_link_ends_in_an_answer_or_a_screen_out check (outcome in ('complete', 'screenedOut'))
);
create index spent_by_survey on survey.spent (survey_id);
comment on table survey.spent is 'Keys that have answered, so that no link answers twice. Tells nothing of what was answered.';
comment on column survey.spent.key_hash is 'SHA-256 of the response key.';
comment on column survey.spent.survey_id is 'The survey.';
comment on column survey.spent.channel is 'By which kind of link.';
comment on column survey.spent.outcome is 'complete, or screenedOut: does not do this work.';

create table survey.response (
  id uuid constraint a_response_has_one_identity primary key,
  survey_id uuid not null constraint a_response_belongs_to_a_survey references survey.survey,
  channel text not null constraint a_response_comes_by_a_channel check (channel in ('personal', 'open', 'imported')),
  complete boolean not null,
  answers jsonb not null,
  day date not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
create index response_by_survey on survey.response (survey_id);
comment on table survey.response is 'Answers that name nobody. Added in batches; all rows of a survey are rewritten in random order each time.';
comment on column survey.response.id is 'Random, new with every rewrite until the survey closes.';
comment on column survey.response.survey_id is 'The survey answered.';
comment on column survey.response.channel is 'personal, open or imported; kept apart in the analysis.';
comment on column survey.response.complete is 'Handed in; otherwise broken off and kept because at least one task was rated.';
comment on column survey.response.answers is 'Ratings, background, write-ins and coverage.';
comment on column survey.response.day is 'Day of the answer; nothing finer is kept.';

create table survey.import (
  id uuid constraint an_import_has_one_identity primary key,
  survey_id uuid not null constraint an_import_belongs_to_a_survey references survey.survey,
  file_hash text not null,
  respondents int not null,
  constraint a_file_is_imported_once unique (survey_id, file_hash)
);
comment on table survey.import is 'Files of ratings collected elsewhere that were taken in.';
comment on column survey.import.id is 'Identity.';
comment on column survey.import.survey_id is 'The survey.';
comment on column survey.import.file_hash is 'SHA-256 of the file, so that it is not counted twice.';
comment on column survey.import.respondents is 'How many responses it held.';

create table survey.write_in (
  id uuid constraint a_write_in_has_one_identity primary key,
  survey_id uuid not null constraint a_write_in_belongs_to_a_survey references survey.survey,
  domain_code text not null,
  text text not null,
  coding text not null default 'open' constraint a_write_in_is_coded_in_a_known_way check (coding in ('open', 'newTask', 'duplicate', 'notATask'))
);
create index write_in_by_survey on survey.write_in (survey_id);
comment on table survey.write_in is 'Tasks that peers missed, without their other answers, waiting to be coded.';
comment on column survey.write_in.id is 'Random identity.';
comment on column survey.write_in.survey_id is 'The survey.';
comment on column survey.write_in.domain_code is 'Code of the domain it was written under.';
comment on column survey.write_in.text is 'The peer''s words.';
comment on column survey.write_in.coding is 'open, newTask, duplicate or notATask.';
