create schema eligibility;
comment on schema eligibility is 'Who may test: applications against the requirements of a study, their documents and decisions. Personal data; read by those who decide, never by SMEs.';

create table eligibility.opening (
  study_id uuid constraint a_programme_has_one_application_page primary key constraint an_application_page_belongs_to_a_study references study.study,
  version int not null default 1,
  open boolean not null default false,
  introduction jsonb not null,
  attestation jsonb not null constraint an_attestation_says_something check (attestation <> '{}'),
  contact text not null constraint an_application_page_names_whom_to_ask check (btrim(contact) <> ''),
  minimum_age int not null constraint a_minimum_age_fits_a_life check (minimum_age between 0 and 99),
  authorised_days int not null constraint an_authorisation_lasts_a_day_to_ten_years check (authorised_days between 1 and 3650),
  attempts int not null constraint an_authorisation_allows_some_attempts check (attempts between 1 and 20)
);
comment on table eligibility.opening is 'The application page of a programme and its rules. No personal data.';
comment on column eligibility.opening.study_id is 'Of which study.';
comment on column eligibility.opening.version is 'Grows with every change.';
comment on column eligibility.opening.open is 'Whether new applications are taken.';
comment on column eligibility.opening.introduction is 'What candidates read first, by language.';
comment on column eligibility.opening.attestation is 'What candidates attest when they hand in, by language.';
comment on column eligibility.opening.contact is 'Whom candidates ask: an address or a telephone number.';
comment on column eligibility.opening.minimum_age is 'Whole years on the day of handing in; 0 for none.';
comment on column eligibility.opening.authorised_days is 'How long an authorisation to test lasts.';
comment on column eligibility.opening.attempts is 'How many exams an authorisation covers.';

create table eligibility.rule (
  study_id uuid not null constraint a_rule_belongs_to_an_application_page references eligibility.opening,
  requirement_id uuid not null constraint a_rule_is_about_a_requirement references study.requirement on delete cascade,
  least_hours int not null constraint least_hours_fit_a_working_life check (least_hours between 0 and 100000),
  document_needed boolean not null,
  constraint a_requirement_has_one_rule primary key (study_id, requirement_id)
);
comment on table eligibility.rule is 'What a requirement asks beyond words: hours, a document. No personal data.';
comment on column eligibility.rule.study_id is 'Of which programme.';
comment on column eligibility.rule.requirement_id is 'Which requirement.';
comment on column eligibility.rule.least_hours is 'Hours that meet it; 0 where hours are not asked.';
comment on column eligibility.rule.document_needed is 'Whether it cannot be handed in without a document.';

create table eligibility.application (
  id uuid constraint an_application_has_one_identity primary key,
  study_id uuid not null constraint an_application_is_to_a_programme references eligibility.opening,
  email text not null constraint an_applicant_can_be_written_to check (email like '_%@_%'),
  language text not null constraint an_applicant_reads_a_known_language check (language in ('en', 'es')),
  state text not null constraint an_application_state_is_known check (state in ('draft', 'submitted', 'more', 'accepted', 'refused')),
  version int not null default 1,
  name text not null default '',
  born_on date,
  attested text,
  link_number int not null,
  link_hash bytea not null constraint an_application_link_is_unique unique,
  link_until timestamptz not null,
  links_mailed int not null,
  links_since timestamptz not null,
  confirmed boolean not null default false,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  authorised_at timestamptz,
  authorised_until timestamptz,
  constraint what_is_handed_in_is_complete check (state = 'draft' or (name <> '' and born_on is not null and attested is not null and submitted_at is not null)),
  constraint who_is_accepted_is_authorised_for_a_time check ((state = 'accepted') = (authorised_until is not null) and (authorised_at is null) = (authorised_until is null))
);
create unique index an_address_applies_once_to_a_programme on eligibility.application (study_id, lower(email));
create index application_by_state on eligibility.application (study_id, state);
comment on table eligibility.application is 'One person''s application to one programme, and so one candidate. Deleted on request of a candidate who never sat, after 14 days when its address was never confirmed, after a year when a draft is left; else kept as long as the credential and 5 years.';
comment on column eligibility.application.id is 'Identity of the application and of the candidate; random.';
comment on column eligibility.application.study_id is 'The programme.';
comment on column eligibility.application.email is 'Personal. To send the private link, decisions and the admission code.';
comment on column eligibility.application.language is 'To write in it, and to give the exam in it.';
comment on column eligibility.application.state is 'draft, submitted, more (asked for), accepted or refused.';
comment on column eligibility.application.version is 'Grows with every change by the candidate or a decision.';
comment on column eligibility.application.name is 'Personal. As it shall stand on the certificate; compared with the identity document at check-in.';
comment on column eligibility.application.born_on is 'Personal. For the age rule and to tell people of one name apart.';
comment on column eligibility.application.attested is 'The words that were attested when it was handed in.';
comment on column eligibility.application.link_number is 'How many private links were made; only the newest works.';
comment on column eligibility.application.link_hash is 'SHA-256 of the token in the private link; the token follows from the installation''s secret and is not kept.';
comment on column eligibility.application.link_until is 'When the private link stops working.';
comment on column eligibility.application.links_mailed is 'Links asked for since links_since, against mail flooding.';
comment on column eligibility.application.links_since is 'Since when they are counted.';
comment on column eligibility.application.confirmed is 'Whether the link was ever opened, which proves the address.';
comment on column eligibility.application.changed_at is 'Last change, for deletion of what is left.';
comment on column eligibility.application.submitted_at is 'When it was handed in last.';
comment on column eligibility.application.authorised_at is 'When it was accepted.';
comment on column eligibility.application.authorised_until is 'Until when the candidate may begin an exam.';

create table eligibility.claim (
  application_id uuid not null constraint a_claim_belongs_to_an_application references eligibility.application on delete cascade,
  requirement_id uuid not null,
  requirement text not null constraint a_claim_answers_a_requirement check (requirement <> ''),
  statement text not null,
  hours int constraint claimed_hours_fit_a_working_life check (hours between 0 and 100000),
  constraint a_requirement_is_answered_once primary key (application_id, requirement_id)
);
comment on table eligibility.claim is 'How a candidate says to meet a requirement. Kept as long as the application.';
comment on column eligibility.claim.application_id is 'Whose.';
comment on column eligibility.claim.requirement_id is 'Which requirement of the study; it may have been taken out since.';
comment on column eligibility.claim.requirement is 'Its words when the candidate answered.';
comment on column eligibility.claim.statement is 'Personal. The candidate''s words; to judge the requirement.';
comment on column eligibility.claim.hours is 'Personal. Hours of work or training, where asked.';

create table eligibility.document (
  id uuid constraint a_document_has_one_identity primary key,
  application_id uuid not null,
  requirement_id uuid not null,
  name text not null constraint a_document_has_a_name check (name <> ''),
  media_type text not null constraint a_document_is_a_pdf_or_a_picture check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  size int not null constraint a_document_is_not_too_large check (size between 1 and 8388608),
  sha256 bytea not null,
  content bytea not null constraint a_document_is_stored_whole check (octet_length(content) = size),
  added_at timestamptz not null,
  constraint a_document_supports_a_claim foreign key (application_id, requirement_id) references eligibility.claim on delete cascade
);
alter table eligibility.document alter content set storage external;
create index document_by_claim on eligibility.document (application_id, requirement_id);
comment on table eligibility.document is 'Files that support a claim. Kept as long as the application.';
comment on column eligibility.document.id is 'Identity, made by the candidate''s browser.';
comment on column eligibility.document.application_id is 'Whose.';
comment on column eligibility.document.requirement_id is 'For which requirement.';
comment on column eligibility.document.name is 'Personal. The candidate''s name of the file; shown, never used as a path.';
comment on column eligibility.document.media_type is 'What the bytes are, found by looking at them.';
comment on column eligibility.document.size is 'Bytes.';
comment on column eligibility.document.sha256 is 'SHA-256 of the bytes, so that a change would be seen.';
comment on column eligibility.document.content is 'Personal. The file; to judge the requirement.';
comment on column eligibility.document.added_at is 'When it came.';

create table eligibility.decision (
  application_id uuid not null constraint a_decision_is_on_an_application references eligibility.application on delete cascade,
  number int not null,
  outcome text not null constraint a_decision_accepts_asks_or_refuses check (outcome in ('accept', 'more', 'refuse')),
  reason text not null constraint a_decision_gives_its_reason check (btrim(reason) <> ''),
  decided_by uuid not null constraint a_decision_is_made_by_a_person references identity.person,
  decided_at timestamptz not null,
  constraint a_decision_has_its_number primary key (application_id, number)
);
comment on table eligibility.decision is 'Decisions on applications; never changed. Kept as long as the application.';
comment on column eligibility.decision.application_id is 'On which application.';
comment on column eligibility.decision.number is 'From 1.';
comment on column eligibility.decision.outcome is 'accept, more (something is missing) or refuse.';
comment on column eligibility.decision.reason is 'Why, in words that the candidate is sent.';
comment on column eligibility.decision.decided_by is 'Who decided.';
comment on column eligibility.decision.decided_at is 'When.';

create table eligibility.finding (
  application_id uuid not null,
  number int not null,
  requirement_id uuid not null,
  verdict text not null constraint a_finding_says_how_it_stands check (verdict in ('met', 'waived', 'open', 'notMet')),
  note text not null,
  constraint a_requirement_is_found_once primary key (application_id, number, requirement_id),
  constraint a_finding_belongs_to_a_decision foreign key (application_id, number) references eligibility.decision on delete cascade,
  constraint a_finding_that_is_not_met_says_why check (verdict = 'met' or btrim(note) <> '')
);
comment on table eligibility.finding is 'How each requirement stood when it was decided.';
comment on column eligibility.finding.application_id is 'On which application.';
comment on column eligibility.finding.number is 'In which decision.';
comment on column eligibility.finding.requirement_id is 'Which requirement.';
comment on column eligibility.finding.verdict is 'met, waived, open (more is asked) or notMet.';
comment on column eligibility.finding.note is 'Why, sent to the candidate.';
