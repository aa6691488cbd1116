alter table form.form add constraint a_form_has_one_checksum unique (id, checksum);

create schema judging;
comment on schema judging is 'Standard-setting panels: who sits on them, and how they judge the items of a form, round by round.';

create table judging.setting (
  id uuid constraint a_standard_setting_has_one_identity primary key,
  study_id uuid not null,
  form_id uuid not null,
  form_checksum text not null,
  method text not null constraint a_standard_is_set_by_a_known_method check (method in ('modified_angoff', 'yes_no_angoff')),
  rounds int not null constraint a_panel_judges_in_two_to_five_rounds check (rounds between 2 and 5),
  shows_difficulty boolean not null,
  wording int not null,
  candidate text not null constraint the_minimally_competent_candidate_is_described check (btrim(candidate) <> ''),
  facilitator_id uuid not null constraint a_panel_is_led_by_a_person references identity.person,
  created_at timestamptz not null,
  locked_by uuid constraint ratings_are_locked_by_a_person references identity.person,
  locked_at timestamptz,
  constraint a_standard_is_set_on_a_form_of_the_study foreign key (form_id, study_id) references form.form (id, study_id),
  constraint a_standard_is_set_on_a_fixed_form foreign key (form_id, form_checksum) references form.form (id, checksum),
  constraint a_standard_setting_is_on_one_form unique (id, form_id),
  constraint locked_ratings_have_person_and_time check (num_nonnulls(locked_by, locked_at) in (0, 2))
);
create index setting_by_study on judging.setting (study_id);
comment on table judging.setting is 'A standard-setting study: one panel on one frozen form.';
comment on column judging.setting.id is 'Identity, made by the client.';
comment on column judging.setting.study_id is 'Of which study.';
comment on column judging.setting.form_id is 'The form whose items are judged.';
comment on column judging.setting.form_checksum is 'Checksum of that form: what was judged.';
comment on column judging.setting.method is 'Percent of borderline candidates (modified), or yes and no.';
comment on column judging.setting.rounds is 'How many rounds are planned.';
comment on column judging.setting.shows_difficulty is 'Whether the board lets panelists see how candidates did, between rounds.';
comment on column judging.setting.wording is 'Number of the wording of the minimally competent candidate.';
comment on column judging.setting.candidate is 'That wording, as the panel saw it throughout.';
comment on column judging.setting.facilitator_id is 'Who leads the panel; never a panelist.';
comment on column judging.setting.created_at is 'When it began.';
comment on column judging.setting.locked_by is 'Who locked the ratings.';
comment on column judging.setting.locked_at is 'When the ratings became final; empty before.';

create table judging.item (
  setting_id uuid not null,
  form_id uuid not null,
  version_id uuid not null,
  position int not null constraint judged_items_are_numbered_from_one check (position >= 1),
  constraint an_item_is_judged_once primary key (setting_id, version_id),
  constraint judged_items_are_in_order unique (setting_id, position),
  constraint items_are_judged_for_the_form_of_the_panel foreign key (setting_id, form_id) references judging.setting (id, form_id),
  constraint a_judged_item_stands_on_the_form foreign key (form_id, version_id) references form.placement (form_id, version_id)
);
comment on table judging.item is 'What is judged: the scored items of the form.';
comment on column judging.item.setting_id is 'By which panel.';
comment on column judging.item.form_id is 'On which form.';
comment on column judging.item.version_id is 'Which version of which item.';
comment on column judging.item.position is 'Order, from 1.';

create table judging.panelist (
  setting_id uuid not null constraint a_panelist_belongs_to_a_panel references judging.setting,
  person_id uuid not null constraint a_panelist_is_a_person references identity.person,
  position text not null constraint a_panelist_stands_for_something check (btrim(position) <> ''),
  trained_on date,
  training text not null default '',
  promise text,
  promised_at timestamptz,
  sat_at timestamptz,
  left_at timestamptz,
  left_because text constraint leaving_a_panel_has_a_reason check (length(btrim(left_because)) >= 10),
  added_by text not null,
  added_at timestamptz not null,
  constraint a_person_sits_on_a_panel_once primary key (setting_id, person_id),
  constraint training_says_what_was_trained check (trained_on is null or btrim(training) <> ''),
  constraint a_promise_has_words_and_a_time check (num_nonnulls(promise, promised_at) in (0, 2)),
  constraint who_left_a_panel_has_a_reason check (num_nonnulls(left_at, left_because) in (0, 2))
);
create index panelist_by_person on judging.panelist (person_id);
comment on table judging.panelist is 'Who sits on a panel, and how they were prepared.';
comment on column judging.panelist.setting_id is 'Which panel.';
comment on column judging.panelist.person_id is 'Who.';
comment on column judging.panelist.position is 'Role on the panel: whom or what they stand for.';
comment on column judging.panelist.trained_on is 'Day of their training; empty before.';
comment on column judging.panelist.training is 'What they were trained in, and by whom.';
comment on column judging.panelist.promise is 'The promise of confidentiality, in the words that they signed.';
comment on column judging.panelist.promised_at is 'When they signed it.';
comment on column judging.panelist.sat_at is 'When they had answered all items; keys are open to them since.';
comment on column judging.panelist.left_at is 'When they left the panel; empty while they are on it.';
comment on column judging.panelist.left_because is 'Why they left.';
comment on column judging.panelist.added_by is 'Name of who asked them.';
comment on column judging.panelist.added_at is 'When.';

create table judging.answer (
  setting_id uuid not null,
  person_id uuid not null,
  version_id uuid not null,
  response jsonb not null,
  answered_at timestamptz not null,
  constraint a_panelist_answers_an_item_once primary key (setting_id, person_id, version_id),
  constraint only_panelists_answer foreign key (setting_id, person_id) references judging.panelist,
  constraint panelists_answer_items_of_the_form foreign key (setting_id, version_id) references judging.item
);
comment on table judging.answer is 'What panelists answered when they took the form themselves; never scored, shown to themselves only.';
comment on column judging.answer.setting_id is 'On which panel.';
comment on column judging.answer.person_id is 'Who.';
comment on column judging.answer.version_id is 'Which item.';
comment on column judging.answer.response is 'The response, as candidates give it.';
comment on column judging.answer.answered_at is 'When.';

create table judging.round (
  setting_id uuid not null constraint a_round_belongs_to_a_panel references judging.setting,
  number int not null constraint rounds_of_a_panel_are_numbered_from_one check (number >= 1),
  opened_by text not null,
  opened_at timestamptz not null,
  closed_by text,
  closed_at timestamptz,
  result jsonb,
  constraint rounds_of_a_panel_are_numbered primary key (setting_id, number),
  constraint a_closed_round_has_a_result check (num_nonnulls(closed_by, closed_at, result) in (0, 3))
);
create unique index a_panel_has_one_open_round on judging.round (setting_id) where closed_at is null;
comment on table judging.round is 'A round of judging; ratings are sealed until it is closed.';
comment on column judging.round.setting_id is 'Of which panel.';
comment on column judging.round.number is 'Order, from 1.';
comment on column judging.round.opened_by is 'Name of who opened it.';
comment on column judging.round.opened_at is 'When.';
comment on column judging.round.closed_by is 'Name of who closed it; empty while open.';
comment on column judging.round.closed_at is 'When.';
comment on column judging.round.result is 'What the panel was shown after it: cut, error, items, raters.';

create table judging.rating (
  setting_id uuid not null,
  round int not null,
  person_id uuid not null,
  version_id uuid not null,
  percent smallint not null constraint a_rating_is_a_percent check (percent between 0 and 100),
  rated_at timestamptz not null,
  constraint a_panelist_rates_an_item_once_a_round primary key (setting_id, round, person_id, version_id),
  constraint ratings_are_given_in_a_round foreign key (setting_id, round) references judging.round,
  constraint only_panelists_rate foreign key (setting_id, person_id) references judging.panelist,
  constraint only_items_of_the_panel_are_rated foreign key (setting_id, version_id) references judging.item
);
comment on table judging.rating is 'Of a hundred minimally competent candidates, how many would answer rightly; 100 for yes, 0 for no.';
comment on column judging.rating.setting_id is 'On which panel.';
comment on column judging.rating.round is 'In which round.';
comment on column judging.rating.person_id is 'Whose rating.';
comment on column judging.rating.version_id is 'Of which item.';
comment on column judging.rating.percent is 'The rating.';
comment on column judging.rating.rated_at is 'When.';

create table judging.handover (
  setting_id uuid not null,
  round int not null,
  person_id uuid not null,
  digest text not null constraint handed_in_ratings_have_a_digest check (digest ~ '^[0-9a-f]{64}$'),
  handed_in_at timestamptz not null,
  constraint a_panelist_hands_in_once_a_round primary key (setting_id, round, person_id),
  constraint ratings_are_handed_in_in_a_round foreign key (setting_id, round) references judging.round,
  constraint only_panelists_hand_in foreign key (setting_id, person_id) references judging.panelist
);
comment on table judging.handover is 'A panelist locked their ratings of a round.';
comment on column judging.handover.setting_id is 'On which panel.';
comment on column judging.handover.round is 'Which round.';
comment on column judging.handover.person_id is 'Who.';
comment on column judging.handover.digest is 'SHA-256 over the ratings handed in.';
comment on column judging.handover.handed_in_at is 'When.';

create table judging.note (
  id uuid constraint a_note_of_a_panel_has_one_identity primary key,
  setting_id uuid not null,
  round int not null,
  version_id uuid,
  text text not null constraint a_note_of_a_panel_says_something check (btrim(text) <> ''),
  author_id uuid not null constraint a_note_of_a_panel_has_an_author references identity.person,
  author text not null,
  written_at timestamptz not null,
  constraint a_note_is_made_after_a_round foreign key (setting_id, round) references judging.round,
  constraint a_note_is_on_an_item_of_the_panel foreign key (setting_id, version_id) references judging.item
);
create index note_by_setting on judging.note (setting_id, written_at);
comment on table judging.note is 'What was said between rounds.';
comment on column judging.note.id is 'Identity, made by the client.';
comment on column judging.note.setting_id is 'By which panel.';
comment on column judging.note.round is 'After which round.';
comment on column judging.note.version_id is 'On which item; empty for the whole.';
comment on column judging.note.text is 'What was said.';
comment on column judging.note.author_id is 'Who wrote it down.';
comment on column judging.note.author is 'Name of who wrote it down.';
comment on column judging.note.written_at is 'When.';

-- What code could forget, the database keeps: what was handed in, closed or locked stays.

create function judging.refuse_change_of_sealed_ratings() returns trigger language plpgsql as $$
declare touched record := case tg_op when 'DELETE' then old else new end;
begin
  if not exists (select from judging.round where setting_id = touched.setting_id and number = touched.round and closed_at is null) then
    raise exception 'the round is over' using errcode = '23514', constraint = 'ratings_of_a_closed_round_stay';
  end if;
  if exists (select from judging.handover where setting_id = touched.setting_id and round = touched.round and person_id = touched.person_id) then
    raise exception 'the ratings were handed in' using errcode = '23514', constraint = 'ratings_handed_in_stay';
  end if;
  return touched;
end $$;
create trigger sealed_ratings_stay before insert or update or delete on judging.rating
  for each row execute function judging.refuse_change_of_sealed_ratings();
create trigger what_was_handed_in_stays before insert or update or delete on judging.handover
  for each row execute function judging.refuse_change_of_sealed_ratings();

create function judging.refuse_change_of_a_closed_round() returns trigger language plpgsql as
$$ begin raise exception 'the round is over' using errcode = '23514', constraint = 'ratings_of_a_closed_round_stay'; end $$;
create trigger a_closed_round_stays before update or delete on judging.round
  for each row when (old.closed_at is not null) execute function judging.refuse_change_of_a_closed_round();

create function judging.refuse_rounds_after_locking() returns trigger language plpgsql as $$
begin
  if exists (select from judging.setting where id = new.setting_id and locked_at is not null) then
    raise exception 'the ratings are locked' using errcode = '23514', constraint = 'locked_ratings_stay';
  end if;
  return new;
end $$;
create trigger no_round_after_locking before insert on judging.round
  for each row execute function judging.refuse_rounds_after_locking();

create function judging.refuse_change_of_a_locked_setting() returns trigger language plpgsql as
$$ begin raise exception 'the ratings are locked' using errcode = '23514', constraint = 'locked_ratings_stay'; end $$;
create trigger a_locked_setting_stays before update or delete on judging.setting
  for each row when (old.locked_at is not null) execute function judging.refuse_change_of_a_locked_setting();

create function judging.refuse_late_answers() returns trigger language plpgsql as $$
begin
  if exists (select from judging.panelist where setting_id = new.setting_id and person_id = new.person_id and sat_at is not null) then
    raise exception 'keys are open' using errcode = '23514', constraint = 'answers_stay_once_keys_are_open';
  end if;
  return new;
end $$;
create trigger answers_stay_once_keys_are_open before insert or update on judging.answer
  for each row execute function judging.refuse_late_answers();

create function judging.refuse_the_facilitator() returns trigger language plpgsql as $$
begin
  if exists (select from judging.setting where id = new.setting_id and facilitator_id = new.person_id) then
    raise exception 'who leads a panel does not judge' using errcode = '23514', constraint = 'who_leads_a_panel_does_not_judge';
  end if;
  return new;
end $$;
create trigger who_leads_a_panel_does_not_judge before insert or update on judging.panelist
  for each row execute function judging.refuse_the_facilitator();
