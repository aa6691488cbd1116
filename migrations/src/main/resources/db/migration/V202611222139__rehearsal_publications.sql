create schema rehearsal;
comment on schema rehearsal is 'Exam windows tried out on made-up time before, and after, candidates book them.';

create table rehearsal.run (
  id uuid constraint a_rehearsal_has_one_identity primary key,
  window_id uuid not null constraint a_rehearsal_is_of_an_exam_window references candidacy.exam_window,
  form_checksum text not null,
  late_start_minutes int not null,
  candidates int not null,
  schedules int not null,
  findings jsonb not null,
  at timestamptz not null
);
create index run_by_window on rehearsal.run (window_id, at);
comment on table rehearsal.run is 'One rehearsal: everybody who has or may have a seat, on time and late.';
comment on column rehearsal.run.id is 'Identity.';
comment on column rehearsal.run.window_id is 'The exam window.';
comment on column rehearsal.run.form_checksum is 'Of the form it was done with.';
comment on column rehearsal.run.late_start_minutes is 'How late a candidate may begin and still have all the time.';
comment on column rehearsal.run.candidates is 'How many candidates were simulated.';
comment on column rehearsal.run.schedules is 'How many courses of the exam.';
comment on column rehearsal.run.findings is 'Who would lose time, and where; empty when all is well. Names no accommodation.';
comment on column rehearsal.run.at is 'When.';

create table rehearsal.publication (
  window_id uuid constraint an_exam_window_is_published_once primary key constraint a_publication_is_of_an_exam_window references candidacy.exam_window,
  proctored boolean not null,
  late_start_minutes int not null constraint a_late_start_lies_within_a_day check (late_start_minutes between 0 and 1440),
  run_id uuid not null constraint a_publication_was_rehearsed references rehearsal.run
);
comment on table rehearsal.publication is 'How the exam of a published window is given.';
comment on column rehearsal.publication.window_id is 'The exam window.';
comment on column rehearsal.publication.proctored is 'Whether a proctor lets everybody in; else the admission code does.';
comment on column rehearsal.publication.late_start_minutes is 'How late a candidate may begin and still have all the time.';
comment on column rehearsal.publication.run_id is 'The rehearsal that it passed.';
