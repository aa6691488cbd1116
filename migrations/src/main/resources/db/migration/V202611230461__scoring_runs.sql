create schema scoring;
comment on schema scoring is 'Scores: runs over sittings that are over, what is held back, and who released them.';

create table scoring.run (
  id uuid constraint a_scoring_run_has_one_identity primary key,
  form_id uuid not null constraint a_scoring_run_scores_a_form references form.form,
  form_checksum text not null,
  number int not null constraint scoring_runs_are_numbered_from_one check (number >= 1),
  state text not null default 'computed' constraint a_scoring_run_is_computed_released_or_replaced check (state in ('computed', 'released', 'replaced')),
  reason text not null constraint a_scoring_run_has_a_reason check (length(btrim(reason)) >= 3),
  cut_id uuid constraint a_run_applies_an_adopted_cut references standard.cut,
  cut jsonb constraint a_cut_is_described check (jsonb_typeof(cut) = 'object'),
  scale jsonb not null constraint a_scale_is_described check (jsonb_typeof(scale) = 'object'),
  keys jsonb not null constraint keys_are_described check (jsonb_typeof(keys) = 'object'),
  figures jsonb not null constraint figures_are_described check (jsonb_typeof(figures) = 'object'),
  input_hash text not null constraint an_input_hash_has_64_digits check (input_hash ~ '^[0-9a-f]{64}$'),
  result_hash text not null constraint a_result_hash_has_64_digits check (result_hash ~ '^[0-9a-f]{64}$'),
  software text not null,
  made_by uuid not null constraint a_scoring_run_is_asked_for_by_a_person references identity.person,
  made_at timestamptz not null,
  signed_by uuid constraint a_scoring_run_is_signed_by_a_person references identity.person,
  signed_at timestamptz,
  released_by uuid constraint scores_are_released_by_a_person references identity.person,
  released_at timestamptz,
  replaced_by uuid constraint a_scoring_run_is_replaced_by_another references scoring.run,
  constraint a_scoring_run_number_is_used_once unique (form_id, number),
  constraint a_cut_has_an_identity check ((cut_id is null) = (cut is null)),
  constraint a_signature_on_scores_has_a_time check (num_nonnulls(signed_by, signed_at) in (0, 2)),
  constraint a_release_has_person_and_time check (num_nonnulls(released_by, released_at) in (0, 2)),
  constraint released_scores_were_signed check (released_at is null or signed_at is not null),
  constraint two_people_release_scores check (released_by is null or (released_by <> signed_by and released_by <> made_by)),
  constraint scores_are_released_by_somebody check ((state = 'computed') = (released_at is null)),
  constraint released_scores_have_a_cut check (released_at is null or cut is not null),
  constraint a_replaced_run_names_the_next check ((state = 'replaced') = (replaced_by is not null))
);
create unique index one_run_of_a_form_is_in_force on scoring.run (form_id) where state = 'released';
comment on table scoring.run is 'One scoring of the sittings of a form. A rescoring is a new run.';
comment on column scoring.run.id is 'Identity; that of the job.';
comment on column scoring.run.form_id is 'Which form.';
comment on column scoring.run.form_checksum is 'Its checksum.';
comment on column scoring.run.number is 'Number within the form, from 1.';
comment on column scoring.run.state is 'Computed; released: its scores are in force; replaced by a later release.';
comment on column scoring.run.reason is 'Why it was made.';
comment on column scoring.run.cut_id is 'The adopted cut score; empty when there was none yet.';
comment on column scoring.run.cut is 'The cut as it was applied.';
comment on column scoring.run.scale is 'The linear rule of the scaled scores.';
comment on column scoring.run.keys is 'Changes of keys that were applied, by version of item.';
comment on column scoring.run.figures is 'Distribution, reliability, errors, decisions, domains.';
comment on column scoring.run.input_hash is 'SHA-256 over all that went in, as canonical JSON.';
comment on column scoring.run.result_hash is 'SHA-256 over the hashes of the scores, in order.';
comment on column scoring.run.software is 'Version of the program.';
comment on column scoring.run.made_by is 'Who asked for it.';
comment on column scoring.run.made_at is 'When.';
comment on column scoring.run.signed_by is 'The first of the two who release.';
comment on column scoring.run.signed_at is 'When.';
comment on column scoring.run.released_by is 'The second of the two: neither the first nor the one who asked for the run.';
comment on column scoring.run.released_at is 'When the scores came into force.';
comment on column scoring.run.replaced_by is 'The run whose release took its place.';

create table scoring.item (
  run_id uuid not null constraint a_scored_item_belongs_to_a_run references scoring.run,
  position int not null,
  version_id uuid not null,
  version_hash text not null,
  figures jsonb not null constraint item_figures_are_described check (jsonb_typeof(figures) = 'object'),
  constraint a_run_has_an_item_once primary key (run_id, version_id),
  constraint a_scored_item_never_changes foreign key (version_id, version_hash) references itembank.item_version (id, hash)
);
comment on table scoring.item is 'What an item did in a run.';
comment on column scoring.item.run_id is 'Which run.';
comment on column scoring.item.position is 'Its place on the form, from 1.';
comment on column scoring.item.version_id is 'Which version of which item.';
comment on column scoring.item.version_hash is 'The hash of the version, key included.';
comment on column scoring.item.figures is 'Difficulty, discrimination, options, times, flags.';

create table scoring.score (
  id uuid constraint a_score_has_one_identity primary key,
  run_id uuid not null constraint a_score_comes_from_a_run references scoring.run,
  sitting_id uuid not null constraint a_score_is_of_a_sitting references delivery.sitting (id),
  booking_id uuid not null constraint a_score_is_of_a_booking references candidacy.booking,
  application_id uuid not null constraint a_score_is_of_a_candidate references eligibility.application,
  language text not null,
  sat_on date not null,
  answers jsonb not null constraint answers_are_a_list check (jsonb_typeof(answers) = 'array'),
  points numeric(6,4)[] not null,
  result jsonb not null constraint a_result_is_described check (jsonb_typeof(result) = 'object'),
  raw numeric(10,4) not null,
  passed boolean,
  hash text not null constraint a_score_hash_has_64_digits check (hash ~ '^[0-9a-f]{64}$'),
  constraint a_run_scores_a_sitting_once unique (run_id, sitting_id)
);
create index score_by_sitting on scoring.score (sitting_id);
create index score_by_candidate on scoring.score (application_id);
comment on table scoring.score is 'What a sitting earned in a run. Never changed.';
comment on column scoring.score.id is 'Identity.';
comment on column scoring.score.run_id is 'Which run.';
comment on column scoring.score.sitting_id is 'Which sitting.';
comment on column scoring.score.booking_id is 'The booking that it was.';
comment on column scoring.score.application_id is 'Which candidate.';
comment on column scoring.score.language is 'Language of the sitting; words are marked in it.';
comment on column scoring.score.sat_on is 'Day on which the sitting ended, UTC.';
comment on column scoring.score.answers is 'The responses that were scored, in the order of the form; null where there was none.';
comment on column scoring.score.points is 'Points by item, in the order of the form.';
comment on column scoring.score.result is 'Raw and scaled score, decision, domains.';
comment on column scoring.score.raw is 'Sum of the points that count.';
comment on column scoring.score.passed is 'Whether the raw score reaches the cut; empty without a cut.';
comment on column scoring.score.hash is 'SHA-256 over the score as canonical JSON.';

create table scoring.hold (
  run_id uuid not null,
  version_id uuid not null,
  flags text[] not null,
  verdict text constraint a_hold_is_kept_or_changed check (verdict in ('keep', 'change')),
  reason text constraint a_verdict_on_a_hold_has_a_reason check (length(btrim(reason)) >= 10),
  decided_by uuid constraint a_hold_is_decided_by_a_person references identity.person,
  decided_at timestamptz,
  constraint a_run_holds_an_item_once primary key (run_id, version_id),
  constraint a_held_item_was_scored foreign key (run_id, version_id) references scoring.item (run_id, version_id),
  constraint a_hold_has_a_flag check (cardinality(flags) > 0),
  constraint a_verdict_has_reason_person_and_time check (num_nonnulls(verdict, reason, decided_by, decided_at) in (0, 4))
);
comment on table scoring.hold is 'Items whose key people must look at before the scores are released.';
comment on column scoring.hold.run_id is 'Which run.';
comment on column scoring.hold.version_id is 'Which version of which item.';
comment on column scoring.hold.flags is 'Why it is held.';
comment on column scoring.hold.verdict is 'Keep the key, or change it: then this run is not released.';
comment on column scoring.hold.reason is 'Why.';
comment on column scoring.hold.decided_by is 'Who decided.';
comment on column scoring.hold.decided_at is 'When.';

-- What code could forget, the database keeps: scores never change, and are not released over an open hold.

create function scoring.refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'scores stay' using errcode = '23514', constraint = 'a_score_never_changes'; end $$;
create trigger a_score_never_changes before update or delete on scoring.score for each row execute function scoring.refuse_change();
create trigger item_figures_never_change before update or delete on scoring.item for each row execute function scoring.refuse_change();
create trigger scores_are_never_emptied before truncate on scoring.score for each statement execute function scoring.refuse_change();

create function scoring.refuse_change_of_a_run() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or (to_jsonb(new) - array['state', 'signed_by', 'signed_at', 'released_by', 'released_at', 'replaced_by'])
        is distinct from (to_jsonb(old) - array['state', 'signed_by', 'signed_at', 'released_by', 'released_at', 'replaced_by'])
     or (old.signed_by is not null and (new.signed_by, new.signed_at) is distinct from (old.signed_by, old.signed_at))
     or (old.released_by is not null and (new.released_by, new.released_at) is distinct from (old.released_by, old.released_at))
     or (old.state, new.state) not in (('computed', 'computed'), ('computed', 'released'), ('released', 'replaced')) then
    raise exception 'a run stays' using errcode = '23514', constraint = 'a_scoring_run_never_changes';
  end if;
  if new.state = 'released' and exists (select from scoring.hold where run_id = new.id and verdict is distinct from 'keep') then
    raise exception 'an item is held' using errcode = '23514', constraint = 'scores_are_released_when_every_hold_is_decided';
  end if;
  return new;
end $$;
create trigger a_scoring_run_never_changes before update or delete on scoring.run
  for each row execute function scoring.refuse_change_of_a_run();
create trigger scoring_runs_are_never_emptied before truncate on scoring.run for each statement execute function scoring.refuse_change();

create function scoring.refuse_change_of_a_hold() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or exists (select from scoring.run where id = old.run_id and (signed_at is not null or state <> 'computed')) then
    raise exception 'a hold stays' using errcode = '23514', constraint = 'a_hold_is_decided_before_the_release';
  end if;
  return new;
end $$;
create trigger a_hold_is_decided_before_the_release before update or delete on scoring.hold
  for each row execute function scoring.refuse_change_of_a_hold();
