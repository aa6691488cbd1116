create schema candidacy;
comment on schema candidacy is 'When and where authorised candidates sit: exam windows, seats, bookings, admission codes.';

create table candidacy.agreement (
  study_id uuid not null constraint an_agreement_belongs_to_a_study references study.study,
  version int not null,
  words jsonb not null constraint an_agreement_says_something check (words <> '{}'),
  written_by uuid not null constraint an_agreement_is_written_by_a_person references identity.person,
  written_at timestamptz not null,
  constraint an_agreement_has_its_version primary key (study_id, version)
);
comment on table candidacy.agreement is 'What a candidate agrees to when booking. Every version stays.';
comment on column candidacy.agreement.study_id is 'Of which programme.';
comment on column candidacy.agreement.version is 'From 1.';
comment on column candidacy.agreement.words is 'The text by language.';
comment on column candidacy.agreement.written_by is 'Who wrote it.';
comment on column candidacy.agreement.written_at is 'When.';

create table candidacy.exam_window (
  id uuid constraint an_exam_window_has_one_identity primary key,
  study_id uuid not null constraint an_exam_window_belongs_to_a_study references study.study,
  form_id uuid,
  title text not null constraint an_exam_window_has_a_title check (btrim(title) <> ''),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  time_zone text not null,
  late_rule text not null constraint a_late_rule_is_known check (late_rule in ('full_time', 'until_window_end')),
  place text not null,
  room text not null,
  deadline_hours int not null constraint a_booking_deadline_lies_within_a_year check (deadline_hours between 0 and 8760),
  state text not null constraint an_exam_window_state_is_known check (state in ('draft', 'published', 'cancelled')),
  version int not null default 1,
  published_by uuid constraint an_exam_window_is_published_by_a_person references identity.person,
  published_at timestamptz,
  constraint an_exam_window_opens_before_it_closes check (opens_at < closes_at),
  constraint an_exam_window_lasts_at_most_a_year check (closes_at <= opens_at + interval '366 days'),
  constraint a_published_window_gives_a_form check (state <> 'published' or (form_id is not null and published_at is not null))
);
create index exam_window_by_study on candidacy.exam_window (study_id, opens_at);
comment on table candidacy.exam_window is 'A time and place at which a form is given. No personal data.';
comment on column candidacy.exam_window.id is 'Identity, made by the client.';
comment on column candidacy.exam_window.study_id is 'Of which programme.';
comment on column candidacy.exam_window.form_id is 'The published form that is given; empty while undecided.';
comment on column candidacy.exam_window.title is 'What candidates choose it by.';
comment on column candidacy.exam_window.opens_at is 'From when candidates may begin.';
comment on column candidacy.exam_window.closes_at is 'Until when candidates may begin; with until_window_end also the end of everybody''s time.';
comment on column candidacy.exam_window.time_zone is 'IANA name of the zone in which it was planned.';
comment on column candidacy.exam_window.late_rule is 'What a late start leaves: full_time, or until_window_end.';
comment on column candidacy.exam_window.place is 'Where; empty when at home.';
comment on column candidacy.exam_window.room is 'Which room; may be empty.';
comment on column candidacy.exam_window.deadline_hours is 'Booking, moving and cancelling end so many hours before it opens.';
comment on column candidacy.exam_window.state is 'draft, published or cancelled.';
comment on column candidacy.exam_window.version is 'Grows with every change.';
comment on column candidacy.exam_window.published_by is 'Who published it.';
comment on column candidacy.exam_window.published_at is 'When.';

create table candidacy.seat (
  window_id uuid not null constraint a_seat_stands_in_an_exam_window references candidacy.exam_window on delete cascade,
  number int not null constraint seats_are_counted_from_one check (number between 1 and 20000),
  constraint a_seat_has_its_number primary key (window_id, number)
);
comment on table candidacy.seat is 'The seats of an exam window, one row each: there cannot be more bookings than seats.';
comment on column candidacy.seat.window_id is 'In which exam window.';
comment on column candidacy.seat.number is 'From 1.';

create table candidacy.booking (
  id uuid constraint a_booking_has_one_identity primary key,
  application_id uuid not null constraint a_booking_is_made_by_a_candidate references eligibility.application,
  study_id uuid not null,
  window_id uuid not null constraint a_booking_is_for_an_exam_window references candidacy.exam_window,
  seat int,
  state text not null constraint a_booking_state_is_known check (state in ('booked', 'cancelled', 'past')),
  agreement_version int,
  code_number int not null default 1,
  code_mark bytea constraint an_admission_code_is_unique unique,
  booked_at timestamptz not null,
  ended_at timestamptz,
  constraint a_seat_is_booked_once unique (window_id, seat),
  constraint a_booking_takes_a_seat_of_its_window foreign key (window_id, seat) references candidacy.seat,
  constraint a_booking_accepts_an_agreement_that_exists foreign key (study_id, agreement_version) references candidacy.agreement,
  constraint a_cancelled_booking_gives_its_seat_back check ((state = 'cancelled') = (seat is null)),
  constraint only_a_booking_in_force_admits check (state <> 'cancelled' or code_mark is null)
);
create unique index a_candidate_has_one_booking_at_a_time on candidacy.booking (application_id) where state = 'booked';
create index booking_by_application on candidacy.booking (application_id);
comment on table candidacy.booking is 'A candidate''s seat in an exam window, and so the admission to one sitting. Kept as long as the application.';
comment on column candidacy.booking.id is 'Identity of the booking and of the admission.';
comment on column candidacy.booking.application_id is 'Who booked.';
comment on column candidacy.booking.study_id is 'The programme, for the agreement.';
comment on column candidacy.booking.window_id is 'Which exam window.';
comment on column candidacy.booking.seat is 'Which seat; empty once cancelled.';
comment on column candidacy.booking.state is 'booked, cancelled, or past: its window was over when the candidate booked again.';
comment on column candidacy.booking.agreement_version is 'Which agreement was accepted; empty where the programme has none.';
comment on column candidacy.booking.code_number is 'How many admission codes were made; only the newest works.';
comment on column candidacy.booking.code_mark is 'Keyed hash of the admission code by the installation''s secret; the code itself is not kept.';
comment on column candidacy.booking.booked_at is 'When it was booked.';
comment on column candidacy.booking.ended_at is 'When it was cancelled or found past.';
