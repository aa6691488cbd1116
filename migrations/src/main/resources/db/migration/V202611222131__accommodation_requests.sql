create schema accommodation;
comment on schema accommodation is 'What candidates need to show what they can: asked for and granted in confidence. Nothing here reaches scoring, reports or certificates; proctors see the adjusted time only.';

create table accommodation.request (
  application_id uuid constraint a_candidate_has_one_request_at_a_time primary key constraint a_request_belongs_to_an_application references eligibility.application on delete cascade,
  sealed bytea not null,
  asked_at timestamptz not null
);
comment on table accommodation.request is 'A request that waits for its decision. Health data: deleted with its documents in the transaction that decides it.';
comment on column accommodation.request.application_id is 'Whose.';
comment on column accommodation.request.sealed is 'Health data. Reason and wish, encrypted with the installation''s secret, which is not in the database.';
comment on column accommodation.request.asked_at is 'When it came.';

create table accommodation.document (
  id uuid constraint evidence_has_one_identity primary key,
  application_id uuid not null constraint evidence_belongs_to_a_request references accommodation.request on delete cascade,
  media_type text not null constraint evidence_is_a_pdf_or_a_picture check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  sealed_name bytea not null,
  sealed_content bytea not null,
  added_at timestamptz not null
);
alter table accommodation.document alter sealed_content set storage external;
create index document_by_application on accommodation.document (application_id);
comment on table accommodation.document is 'Evidence for a request that waits. Health data: gone with the request.';
comment on column accommodation.document.id is 'Identity, made by the candidate''s browser.';
comment on column accommodation.document.application_id is 'Whose.';
comment on column accommodation.document.media_type is 'What the bytes are, found by looking at them.';
comment on column accommodation.document.sealed_name is 'Health data. Name of the file, encrypted.';
comment on column accommodation.document.sealed_content is 'Health data. The file, encrypted.';
comment on column accommodation.document.added_at is 'When it came.';

create table accommodation.decision (
  application_id uuid not null constraint an_accommodation_is_for_a_candidate references eligibility.application on delete cascade,
  number int not null,
  granted boolean not null,
  time_factor numeric(3, 2) not null default 1 constraint time_is_given_not_taken check (time_factor between 1 and 4),
  extra_minutes int not null default 0 constraint extra_minutes_fit_a_day check (extra_minutes between 0 and 480),
  break_seconds int[] not null default '{}' constraint extra_breaks_are_few_and_short check (cardinality(break_seconds) <= 12 and 60 <= all (break_seconds) and 7200 >= all (break_seconds)),
  text_scale numeric(3, 2) constraint text_grows_up_to_four_times check (text_scale between 1 and 4),
  theme text constraint a_display_theme_is_known check (theme in ('light', 'dark', 'contrast')),
  answer text not null constraint a_decision_on_a_request_says_why check (btrim(answer) <> ''),
  decided_by uuid not null constraint an_accommodation_is_decided_by_a_person references identity.person,
  decided_at timestamptz not null,
  valid_until date,
  constraint a_request_decision_has_its_number primary key (application_id, number),
  constraint what_is_granted_has_a_period check (granted = (valid_until is not null)),
  constraint a_refusal_grants_nothing check (granted or (time_factor = 1 and extra_minutes = 0 and cardinality(break_seconds) = 0 and text_scale is null and theme is null))
);
comment on table accommodation.decision is 'What was granted or refused, by whom and for how long; never why it was needed. The newest grant whose period runs applies. Kept as long as the application.';
comment on column accommodation.decision.application_id is 'For whom.';
comment on column accommodation.decision.number is 'From 1.';
comment on column accommodation.decision.granted is 'Whether anything was granted.';
comment on column accommodation.decision.time_factor is 'Time of each part is multiplied by it.';
comment on column accommodation.decision.extra_minutes is 'Minutes added to the whole exam.';
comment on column accommodation.decision.break_seconds is 'Lengths of extra breaks, during which the clock stands.';
comment on column accommodation.decision.text_scale is 'Size of text to begin with.';
comment on column accommodation.decision.theme is 'Colours to begin with.';
comment on column accommodation.decision.answer is 'Words to the candidate.';
comment on column accommodation.decision.decided_by is 'Who decided.';
comment on column accommodation.decision.decided_at is 'When.';
comment on column accommodation.decision.valid_until is 'Last day on which it applies; empty when refused.';
