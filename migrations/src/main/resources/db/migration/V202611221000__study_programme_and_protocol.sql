create schema study;
comment on schema study is 'The programme, its purpose and its plan.';

create table study.study (
  id uuid constraint a_study_has_one_identity primary key,
  title text not null constraint a_study_has_a_title check (btrim(title) <> ''),
  demonstration boolean not null,
  purpose text not null default '',
  audience text not null default '',
  level text not null default '',
  scope text not null default '',
  protected_public text not null default '',
  owner text not null default '',
  version int not null default 1,
  created_at timestamptz not null
);
comment on table study.study is 'A role delineation study with the record of its programme.';
comment on column study.study.id is 'Identity.';
comment on column study.study.title is 'Name of the credential or role studied.';
comment on column study.study.demonstration is 'Whether its respondents are synthetic; every screen says so.';
comment on column study.study.purpose is 'What the credential is for.';
comment on column study.study.audience is 'For whom it is.';
comment on column study.study.level is 'Level of practice it stands for.';
comment on column study.study.scope is 'What holders may be relied on for, and what not.';
comment on column study.study.protected_public is 'Whom it protects, from what, and why that is needed.';
comment on column study.study.owner is 'Body that answers for the programme.';
comment on column study.study.version is 'Grows with each change of the programme record.';
comment on column study.study.created_at is 'When the study was begun.';

create table study.requirement (
  id uuid constraint a_requirement_has_one_identity primary key,
  study_id uuid not null constraint a_requirement_belongs_to_a_study references study.study,
  kind text not null constraint a_requirement_is_of_a_known_kind check (kind in ('ELIGIBILITY', 'EXPERIENCE', 'EDUCATION', 'PREREQUISITE')),
  text text not null constraint a_requirement_says_something check (btrim(text) <> ''),
  evidence text not null constraint a_requirement_rests_on_evidence check (btrim(evidence) <> ''),
  evidence_url text not null default '' constraint an_evidence_address_is_a_web_address check (evidence_url ~ '^(https?://.+)?$'),
  version int not null default 1,
  created_at timestamptz not null
);
create index requirement_by_study on study.requirement (study_id, created_at);
comment on table study.requirement is 'What the target audience must bring, with the evidence it rests on.';
comment on column study.requirement.id is 'Identity, made by the client.';
comment on column study.requirement.study_id is 'Of which study.';
comment on column study.requirement.kind is 'Eligibility, experience, education or prerequisite.';
comment on column study.requirement.text is 'The requirement.';
comment on column study.requirement.evidence is 'Citation of what it rests on.';
comment on column study.requirement.evidence_url is 'Web address of the evidence; empty when there is none.';
comment on column study.requirement.version is 'Grows with each change.';
comment on column study.requirement.created_at is 'When it was entered.';

create table study.candidate_wording (
  study_id uuid not null constraint a_candidate_wording_belongs_to_a_study references study.study,
  version int not null,
  text text not null constraint a_candidate_wording_says_something check (btrim(text) <> ''),
  author_id uuid constraint a_candidate_wording_has_an_author references identity.person,
  author text not null,
  written_at timestamptz not null,
  constraint a_candidate_wording_has_its_own_number primary key (study_id, version)
);
comment on table study.candidate_wording is 'Every wording of the minimally competent candidate.';
comment on column study.candidate_wording.study_id is 'Of which study.';
comment on column study.candidate_wording.version is 'Number of the wording, from 1; the greatest is in force.';
comment on column study.candidate_wording.text is 'The wording.';
comment on column study.candidate_wording.author_id is 'Who wrote it; empty for the program.';
comment on column study.candidate_wording.author is 'Name of the author at that time.';
comment on column study.candidate_wording.written_at is 'When.';

create table study.protocol (
  study_id uuid constraint a_study_has_one_protocol primary key constraint a_protocol_belongs_to_a_study references study.study,
  document jsonb not null,
  version int not null default 1,
  hash text constraint a_protocol_hash_has_64_digits check (hash ~ '^[0-9a-f]{64}$'),
  frozen_at timestamptz,
  frozen_by text,
  constraint a_frozen_protocol_has_hash_and_time check (num_nonnulls(hash, frozen_at, frozen_by) in (0, 3))
);
comment on table study.protocol is 'The plan of a study: a draft until it is frozen, then unchangeable.';
comment on column study.protocol.study_id is 'Of which study.';
comment on column study.protocol.document is 'The protocol.';
comment on column study.protocol.version is 'Grows with each change of the draft.';
comment on column study.protocol.hash is 'SHA-256 of its canonical JSON; empty while a draft.';
comment on column study.protocol.frozen_at is 'When it was frozen.';
comment on column study.protocol.frozen_by is 'Name of who froze it.';

create function study.refuse_change_when_frozen() returns trigger language plpgsql as
$$ begin raise exception 'the protocol is frozen' using errcode = '23514', constraint = 'a_frozen_protocol_never_changes'; end $$;
create trigger a_frozen_protocol_never_changes before update or delete on study.protocol
  for each row when (old.hash is not null) execute function study.refuse_change_when_frozen();

create table study.panelist (
  id uuid constraint a_panelist_has_one_identity primary key,
  study_id uuid not null constraint a_panelist_belongs_to_a_study references study.study,
  name text not null constraint a_panelist_has_a_name check (btrim(name) <> ''),
  credentials text not null default '',
  role text not null default '',
  employer text not null default '',
  region text not null default '',
  years_of_experience int constraint years_of_experience_fit_a_working_life check (years_of_experience between 0 and 70),
  conflict_statement_on date,
  version int not null default 1,
  created_at timestamptz not null
);
create index panelist_by_study on study.panelist (study_id, created_at);
comment on table study.panelist is 'A subject-matter expert on the panel.';
comment on column study.panelist.id is 'Identity, made by the client.';
comment on column study.panelist.study_id is 'Of which study.';
comment on column study.panelist.name is 'Name.';
comment on column study.panelist.credentials is 'Credentials held.';
comment on column study.panelist.role is 'Position at work.';
comment on column study.panelist.employer is 'Employer.';
comment on column study.panelist.region is 'Where they work.';
comment on column study.panelist.years_of_experience is 'Years in the role studied.';
comment on column study.panelist.conflict_statement_on is 'When they signed the conflict-of-interest statement.';
comment on column study.panelist.version is 'Grows with each change.';
comment on column study.panelist.created_at is 'When they were entered.';

create table study.sampling_plan (
  study_id uuid constraint a_study_has_one_sampling_plan primary key constraint a_sampling_plan_belongs_to_a_study references study.study,
  incumbents int not null constraint a_role_has_incumbents check (incumbents > 0),
  inputs jsonb not null,
  version int not null default 1
);
comment on table study.sampling_plan is 'How many peers are to be asked, and why as many.';
comment on column study.sampling_plan.study_id is 'Of which study.';
comment on column study.sampling_plan.incumbents is 'Estimated number of people in the role.';
comment on column study.sampling_plan.inputs is 'What the numbers are computed from.';
comment on column study.sampling_plan.version is 'Grows with each change.';
