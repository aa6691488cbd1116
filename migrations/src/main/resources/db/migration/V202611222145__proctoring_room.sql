create schema proctoring;
comment on schema proctoring is 'What proctors do and say while candidates sit.';

create table proctoring.check_in (
  admission_id uuid constraint a_candidate_is_checked_in_once primary key constraint a_check_in_is_of_an_admission references candidacy.booking,
  person_id uuid not null constraint a_check_in_is_done_by_a_person references identity.person,
  document text not null constraint a_check_in_names_the_document_seen check (btrim(document) <> ''),
  note text not null,
  at timestamptz not null
);
comment on table proctoring.check_in is 'Whose identity was checked at the door.';
comment on column proctoring.check_in.admission_id is 'Whose.';
comment on column proctoring.check_in.person_id is 'By whom.';
comment on column proctoring.check_in.document is 'Kind of document that was seen; never its number.';
comment on column proctoring.check_in.note is 'What else there is to say.';
comment on column proctoring.check_in.at is 'When.';

create table proctoring.command (
  id uuid constraint a_command_is_given_once primary key,
  window_id uuid not null constraint a_command_is_given_in_an_exam_window references candidacy.exam_window,
  act text not null constraint a_command_is_of_a_known_kind check (act in ('pause', 'resume', 'extraTime', 'release', 'end', 'message')),
  reason text not null constraint a_command_has_a_reason check (btrim(reason) <> ''),
  seconds int,
  done int not null,
  skipped int not null,
  person_id uuid not null constraint a_command_is_given_by_a_person references identity.person,
  at timestamptz not null
);
create index command_by_window on proctoring.command (window_id, at);
comment on table proctoring.command is 'Commands to one sitting, several, or the whole room; each is carried out once, however often it is sent.';
comment on column proctoring.command.id is 'Identity, made by the console.';
comment on column proctoring.command.window_id is 'In which exam window.';
comment on column proctoring.command.act is 'pause, resume, extraTime, release, end or message.';
comment on column proctoring.command.reason is 'Why.';
comment on column proctoring.command.seconds is 'How much extra time.';
comment on column proctoring.command.done is 'In how many sittings it changed something.';
comment on column proctoring.command.skipped is 'In how many there was nothing to change.';
comment on column proctoring.command.person_id is 'By whom.';
comment on column proctoring.command.at is 'When.';

create table proctoring.message (
  id uuid constraint a_message_is_sent_once primary key,
  sitting_id uuid not null constraint a_message_belongs_to_a_sitting references delivery.sitting (id),
  person_id uuid constraint a_proctor_who_writes_is_a_person references identity.person,
  text text not null constraint a_message_says_something check (btrim(text) <> ''),
  at timestamptz not null,
  read_at timestamptz
);
create index message_by_sitting on proctoring.message (sitting_id, at);
comment on table proctoring.message is 'What candidate and proctor wrote to each other.';
comment on column proctoring.message.id is 'Identity, made by the sender''s page.';
comment on column proctoring.message.sitting_id is 'In which sitting.';
comment on column proctoring.message.person_id is 'The proctor who wrote; empty when the candidate did.';
comment on column proctoring.message.text is 'The words.';
comment on column proctoring.message.at is 'When.';
comment on column proctoring.message.read_at is 'When a proctor first saw what the candidate wrote.';

create table proctoring.incident (
  id uuid not null,
  version int not null,
  window_id uuid not null constraint an_incident_happens_in_an_exam_window references candidacy.exam_window,
  sitting_id uuid constraint an_incident_may_concern_a_sitting references delivery.sitting (id),
  category text not null constraint an_incident_is_of_a_known_category check (category in ('identity', 'aids', 'contact', 'behaviour', 'content', 'technical', 'health', 'environment', 'other')),
  severity text not null constraint an_incident_has_a_severity check (severity in ('note', 'minor', 'major', 'critical')),
  text text not null constraint an_incident_is_described check (btrim(text) <> ''),
  statement text not null,
  outcome text not null,
  person_id uuid not null constraint an_incident_is_reported_by_a_person references identity.person,
  at timestamptz not null,
  constraint an_incident_has_its_versions primary key (id, version)
);
create index incident_by_window on proctoring.incident (window_id);
comment on table proctoring.incident is 'Irregularity reports; every version stays.';
comment on column proctoring.incident.id is 'Identity, made by the console.';
comment on column proctoring.incident.version is 'From 1.';
comment on column proctoring.incident.window_id is 'In which exam window.';
comment on column proctoring.incident.sitting_id is 'Whom it concerns; empty for the whole room.';
comment on column proctoring.incident.category is 'identity, aids, contact, behaviour, content, technical, health, environment or other.';
comment on column proctoring.incident.severity is 'note, minor, major or critical.';
comment on column proctoring.incident.text is 'What happened.';
comment on column proctoring.incident.statement is 'What the candidate says; may be empty.';
comment on column proctoring.incident.outcome is 'What came of it; may be empty.';
comment on column proctoring.incident.person_id is 'Who reported it.';
comment on column proctoring.incident.at is 'When.';
