create schema delivery;
comment on schema delivery is 'Sittings of an exam: what a candidate gets, answers, and by when. Answers are events that are only ever added.';

create table delivery.sitting (
  number bigint generated always as identity constraint a_sitting_has_one_number primary key,
  id uuid not null constraint a_sitting_has_one_identity unique,
  admission_id uuid not null constraint an_admission_makes_one_sitting unique constraint a_sitting_follows_from_an_admission references candidacy.booking,
  window_id uuid not null constraint a_sitting_takes_place_in_an_exam_window references candidacy.exam_window,
  form_id uuid not null constraint a_sitting_gives_a_form references form.form,
  state text not null constraint a_sitting_state_is_known check (state in ('arrived', 'admitted', 'open', 'paused', 'onBreak', 'closed')),
  revision int not null default 1,
  epoch int not null default 0,
  arrived_at timestamptz not null,
  agreed_version text,
  started_at timestamptz,
  allowed_ms bigint not null constraint a_sitting_has_time check (allowed_ms > 0),
  adjusted_ms bigint not null default 0,
  part int not null default 0,
  part_started_at timestamptz,
  part_allowed_ms bigint,
  part_adjusted_ms bigint not null default 0,
  from_item int not null default 0,
  to_item int not null default 0,
  linear boolean not null default false,
  paused_at timestamptz,
  break_from timestamptz,
  break_until timestamptz,
  break_stops_clock boolean not null default false,
  breaks_taken int[] not null default '{}',
  counts_until timestamptz not null default 'infinity',
  due_at timestamptz,
  closed_at timestamptz,
  reason text constraint a_sitting_ends_for_a_known_reason check (reason in ('candidate', 'time', 'proctor')),
  exposed boolean not null default false,
  digest text constraint a_digest_has_64_digits check (digest ~ '^[0-9a-f]{64}$'),
  constraint an_open_sitting_has_started check (state in ('arrived', 'admitted', 'closed') or started_at is not null),
  constraint a_paused_sitting_knows_since_when check ((state = 'paused') = (paused_at is not null)),
  constraint a_break_has_an_end check ((break_from is null) = (break_until is null)),
  constraint a_sitting_on_a_break_knows_since_when check (state <> 'onBreak' or break_from is not null),
  constraint a_closed_sitting_has_a_time_a_reason_and_a_digest
    check ((state = 'closed') = (closed_at is not null) and (closed_at is null) = (reason is null) and (closed_at is null) = (digest is null))
) with (fillfactor = 70);
create index sitting_by_window on delivery.sitting (window_id);
create index sitting_by_form on delivery.sitting (form_id) where state = 'closed';
create index sitting_not_exposed on delivery.sitting (number) where state = 'closed' and not exposed;
create index sitting_due on delivery.sitting (due_at) where due_at is not null;
comment on table delivery.sitting is 'One candidate before one form: what is shown, how far it is, and its times, all by the clock of the database.';
comment on column delivery.sitting.number is 'Short number, for the many rows that point here.';
comment on column delivery.sitting.id is 'Identity.';
comment on column delivery.sitting.admission_id is 'The admission it follows from.';
comment on column delivery.sitting.window_id is 'The exam window.';
comment on column delivery.sitting.form_id is 'The published form.';
comment on column delivery.sitting.state is 'arrived, admitted, open, paused, onBreak or closed.';
comment on column delivery.sitting.revision is 'Grows with every change that the candidate''s page has to learn of.';
comment on column delivery.sitting.epoch is 'Fencing number: only the device with the newest epoch writes.';
comment on column delivery.sitting.arrived_at is 'When the admission code was first traded.';
comment on column delivery.sitting.agreed_version is 'Version of the agreement that was accepted.';
comment on column delivery.sitting.started_at is 'When the clock started.';
comment on column delivery.sitting.allowed_ms is 'Time of the form times the accommodation, in milliseconds.';
comment on column delivery.sitting.adjusted_ms is 'Sum of the time adjustments, in milliseconds; the deadline is start + allowed + adjusted.';
comment on column delivery.sitting.part is 'Number of the part the candidate is in.';
comment on column delivery.sitting.part_started_at is 'When that part began, where it has a time of its own.';
comment on column delivery.sitting.part_allowed_ms is 'The part''s own time; empty where only the exam''s counts.';
comment on column delivery.sitting.part_adjusted_ms is 'Time adjustments since the part began.';
comment on column delivery.sitting.from_item is 'First item that may be answered now.';
comment on column delivery.sitting.to_item is 'Last item that may be answered now.';
comment on column delivery.sitting.linear is 'Whether seeing an item closes those before it.';
comment on column delivery.sitting.paused_at is 'Since when a proctor has stopped the clock.';
comment on column delivery.sitting.break_from is 'When the running break began.';
comment on column delivery.sitting.break_until is 'When the running break ends at the latest.';
comment on column delivery.sitting.break_stops_clock is 'Whether the running break stops the clock.';
comment on column delivery.sitting.breaks_taken is 'Numbers of the extra breaks taken.';
comment on column delivery.sitting.counts_until is 'Answers received later are kept as late; infinity while the clock stands.';
comment on column delivery.sitting.due_at is 'When the server has to act next: end a break, a part or the sitting.';
comment on column delivery.sitting.closed_at is 'When it was closed.';
comment on column delivery.sitting.reason is 'Who ended it: candidate, time or proctor.';
comment on column delivery.sitting.exposed is 'Whether the item bank was told which versions were shown.';
comment on column delivery.sitting.digest is 'SHA-256 over the final answers.';

create table delivery.plan (
  sitting bigint constraint a_sitting_has_one_plan primary key constraint a_plan_belongs_to_a_sitting references delivery.sitting,
  document jsonb not null
);
comment on table delivery.plan is 'What each candidate gets. Apart from the sitting, whose row has to be small.';
comment on column delivery.plan.sitting is 'The sitting.';
comment on column delivery.plan.document is 'Parts, items and options in this candidate''s order, language, accommodations. Never changes.';

create table delivery.device (
  number bigint generated always as identity constraint a_device_has_one_number primary key,
  sitting bigint not null constraint a_device_belongs_to_a_sitting references delivery.sitting,
  client_id uuid not null,
  token_hash bytea not null constraint a_sitting_token_is_unique unique,
  label text not null,
  epochs int[] not null default '{}',
  first_at timestamptz not null,
  last_at timestamptz not null,
  constraint a_browser_is_one_device_of_a_sitting unique (sitting, client_id)
) with (fillfactor = 80);
comment on table delivery.device is 'A browser in which the sitting was opened, with its token.';
comment on column delivery.device.number is 'Short number, for its events.';
comment on column delivery.device.sitting is 'The sitting.';
comment on column delivery.device.client_id is 'Identity that the browser made for itself.';
comment on column delivery.device.token_hash is 'SHA-256 of the sitting token; the token itself is not kept.';
comment on column delivery.device.label is 'What the browser says it is.';
comment on column delivery.device.epochs is 'The epochs granted to it.';
comment on column delivery.device.first_at is 'When the admission code was first traded there.';
comment on column delivery.device.last_at is 'When it was last traded there.';

create table delivery.answer_event (
  device bigint not null,
  seq int not null constraint events_count_from_one check (seq > 0),
  epoch int not null,
  kind text not null,
  item int,
  value text,
  typed_at timestamptz not null,
  received_at timestamptz not null,
  standing text not null constraint an_event_has_a_known_standing check (standing in ('counts', 'late', 'outside', 'doubt')),
  constraint an_event_is_stored_once primary key (device, seq)
);
comment on table delivery.answer_event is
  'Everything a candidate did, in the order of the device. Never changed. Written only by the statement that holds the row of the sitting, which is why it needs no foreign key for each row.';
comment on column delivery.answer_event.device is 'The device it comes from.';
comment on column delivery.answer_event.seq is 'Number on the device, without gaps. The greatest (epoch, seq) of an item is its answer.';
comment on column delivery.answer_event.epoch is 'The epoch in which it was made.';
comment on column delivery.answer_event.kind is 'answer, flag, eliminate, highlight, note, comment, seen, left, focusLost, focusGained, offline, online, enter, break, return or exit.';
comment on column delivery.answer_event.item is 'The item, by its number in the candidate''s order.';
comment on column delivery.answer_event.value is 'JSON as it was sent; empty for none, which as an answer means: cleared.';
comment on column delivery.answer_event.typed_at is 'By the clock of the device; evidence only.';
comment on column delivery.answer_event.received_at is 'By the clock of the database.';
comment on column delivery.answer_event.standing is
  'counts; late: received after the deadline; outside: not an item that might be answered then; doubt: counts, received while the clocks disagreed.';

create table delivery.time_adjustment (
  id uuid constraint a_time_adjustment_has_one_identity primary key,
  sitting bigint not null constraint a_time_adjustment_belongs_to_a_sitting references delivery.sitting,
  kind text not null constraint a_time_adjustment_is_of_a_known_kind check (kind in ('pause', 'break', 'extra')),
  ms bigint not null constraint a_time_adjustment_never_takes_time check (ms >= 0),
  from_at timestamptz not null,
  until_at timestamptz not null,
  reason text not null
);
create index time_adjustment_by_sitting on delivery.time_adjustment (sitting);
comment on table delivery.time_adjustment is 'Time given back or added; the only way in which a deadline moves.';
comment on column delivery.time_adjustment.id is 'Identity.';
comment on column delivery.time_adjustment.sitting is 'The sitting.';
comment on column delivery.time_adjustment.kind is 'pause (by a proctor), break (that stops the clock) or extra.';
comment on column delivery.time_adjustment.ms is 'Milliseconds added.';
comment on column delivery.time_adjustment.from_at is 'When the clock stopped, or the time was given.';
comment on column delivery.time_adjustment.until_at is 'When it went on.';
comment on column delivery.time_adjustment.reason is 'Why, in the proctor''s words; empty for a break.';

create table delivery.admitted_late (
  device bigint not null,
  seq int not null,
  person_id uuid not null constraint a_late_answer_is_admitted_by_somebody references identity.person,
  reason text not null constraint a_late_answer_is_admitted_for_a_reason check (reason <> ''),
  at timestamptz not null,
  constraint a_late_answer_is_admitted_once primary key (device, seq),
  constraint a_late_answer_is_an_event foreign key (device, seq) references delivery.answer_event
);
comment on table delivery.admitted_late is 'Late or misplaced answers that a person lets count.';
comment on column delivery.admitted_late.device is 'Device of the event.';
comment on column delivery.admitted_late.seq is 'Number of the event.';
comment on column delivery.admitted_late.person_id is 'Who admitted it.';
comment on column delivery.admitted_late.reason is 'Why.';
comment on column delivery.admitted_late.at is 'When.';

create unlogged table delivery.contact (
  sitting bigint constraint a_sitting_has_one_last_contact primary key,
  at timestamptz not null,
  waiting int not null
) with (fillfactor = 50);
comment on table delivery.contact is 'When a device of each sitting was last heard of, to a few seconds; for the proctors'' eyes, and empty again after a crash.';
comment on column delivery.contact.sitting is 'The sitting.';
comment on column delivery.contact.at is 'When.';
comment on column delivery.contact.waiting is 'How many events waited on the device.';

create function delivery.refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'rows are only ever added here' using errcode = '23514', constraint = tg_argv[0]; end $$;
create trigger answer_events_are_only_added before update or delete or truncate on delivery.answer_event
  for each statement execute function delivery.refuse_change('answer_events_are_only_added');
create trigger time_adjustments_are_only_added before update or delete or truncate on delivery.time_adjustment
  for each statement execute function delivery.refuse_change('time_adjustments_are_only_added');
