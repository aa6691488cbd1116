create schema standard;
comment on schema standard is 'Cut scores: what a panel recommended, and what the board decided.';

create table standard.cut (
  id uuid constraint a_cut_has_one_identity primary key,
  setting_id uuid not null,
  form_id uuid not null,
  round int not null,
  recommended double precision not null,
  standard_error double precision not null constraint the_error_of_a_cut_is_not_negative check (standard_error >= 0),
  low double precision not null,
  high double precision not null,
  error text not null constraint a_cut_moves_by_a_known_error check (error in ('judgement', 'measurement', 'both')),
  sem double precision constraint the_error_of_measurement_is_not_negative check (sem >= 0),
  sem_source text,
  multiple int not null constraint a_cut_moves_by_two_errors_at_most check (multiple between -2 and 2),
  raw int not null,
  maximum int not null,
  reason text not null constraint a_cut_has_a_reason check (length(btrim(reason)) >= 10),
  hash text not null constraint the_hash_of_a_cut_has_64_digits check (hash ~ '^[0-9a-f]{64}$'),
  proposed_by uuid not null constraint a_cut_is_proposed_by_a_person references identity.person,
  proposed_at timestamptz not null,
  adopted_by uuid constraint a_cut_is_adopted_by_a_person references identity.person,
  adopted_at timestamptz,
  replaced_at timestamptz,
  constraint a_cut_rests_on_a_panel_of_its_form foreign key (setting_id, form_id) references judging.setting (id, form_id),
  constraint a_cut_rests_on_a_round foreign key (setting_id, round) references judging.round,
  constraint a_cut_is_a_score_of_the_form check (raw between 0 and maximum),
  constraint the_error_of_measurement_has_a_source check (num_nonnulls(sem, sem_source) in (0, 2)),
  constraint moving_by_the_error_of_measurement_needs_it check (error = 'judgement' or sem is not null),
  constraint an_adoption_of_a_cut_has_person_and_time check (num_nonnulls(adopted_by, adopted_at) in (0, 2)),
  constraint two_people_adopt_a_cut check (adopted_by <> proposed_by),
  constraint only_an_adopted_cut_is_replaced check (replaced_at is null or adopted_at is not null)
);
create unique index a_form_has_one_cut_in_force on standard.cut (form_id) where adopted_at is not null and replaced_at is null;
create unique index a_panel_has_one_proposed_cut on standard.cut (setting_id) where adopted_at is null;
comment on table standard.cut is 'A cut score: proposed by one person, adopted by another, fixed from then on.';
comment on column standard.cut.id is 'Identity.';
comment on column standard.cut.setting_id is 'The panel that recommended it.';
comment on column standard.cut.form_id is 'The form that it is for.';
comment on column standard.cut.round is 'The round whose ratings it rests on.';
comment on column standard.cut.recommended is 'What the panel recommended, in raw points; may be fractional.';
comment on column standard.cut.standard_error is 'Its standard error over panelists.';
comment on column standard.cut.low is 'Lower end of its 95 % interval.';
comment on column standard.cut.high is 'Upper end of its 95 % interval.';
comment on column standard.cut.error is 'By which error the board moved it: of judgement, of measurement, or both together.';
comment on column standard.cut.sem is 'Standard error of measurement that the board was given.';
comment on column standard.cut.sem_source is 'Where that comes from.';
comment on column standard.cut.multiple is 'By how many errors it was moved.';
comment on column standard.cut.raw is 'Raw points needed to pass: the lowest whole score at or above the moved cut.';
comment on column standard.cut.maximum is 'Greatest raw score of the form.';
comment on column standard.cut.reason is 'Why the board decided so.';
comment on column standard.cut.hash is 'SHA-256 over all that both people sign, as canonical JSON.';
comment on column standard.cut.proposed_by is 'The first of two people.';
comment on column standard.cut.proposed_at is 'When.';
comment on column standard.cut.adopted_by is 'The second: never the first.';
comment on column standard.cut.adopted_at is 'When it came in force.';
comment on column standard.cut.replaced_at is 'When another took its place; empty while in force.';

create function standard.refuse_change_of_an_adopted_cut() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.replaced_at is not null
     or (to_jsonb(new) - 'replaced_at') is distinct from (to_jsonb(old) - 'replaced_at') then
    raise exception 'an adopted cut stays' using errcode = '23514', constraint = 'an_adopted_cut_never_changes';
  end if;
  return new;
end $$;
create trigger an_adopted_cut_never_changes before update or delete on standard.cut
  for each row when (old.adopted_at is not null) execute function standard.refuse_change_of_an_adopted_cut();

create function standard.require_locked_ratings() returns trigger language plpgsql as $$
begin
  if not exists (select from judging.setting where id = new.setting_id and locked_at is not null) then
    raise exception 'ratings are locked first' using errcode = '23514', constraint = 'a_cut_rests_on_locked_ratings';
  end if;
  if exists (select from judging.panelist where setting_id = new.setting_id and person_id in (new.proposed_by, new.adopted_by)) then
    raise exception 'panelists do not decide' using errcode = '23514', constraint = 'panelists_do_not_decide_on_their_cut';
  end if;
  return new;
end $$;
create trigger a_cut_rests_on_locked_ratings before insert or update on standard.cut
  for each row execute function standard.require_locked_ratings();
create function standard.refuse_removal_of_all() returns trigger language plpgsql as
$$ begin raise exception 'adopted cuts stay' using errcode = '23514', constraint = 'an_adopted_cut_never_changes'; end $$;
create trigger cuts_are_never_emptied before truncate on standard.cut for each statement execute function standard.refuse_removal_of_all();
