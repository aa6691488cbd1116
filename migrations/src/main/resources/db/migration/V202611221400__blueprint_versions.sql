create schema blueprint;
comment on schema blueprint is 'How much of the exam each domain and task gets.';

create table blueprint.blueprint (
  id uuid constraint a_blueprint_has_one_identity primary key,
  study_id uuid not null constraint a_blueprint_belongs_to_a_study references study.study,
  run_id uuid not null constraint a_blueprint_rests_on_an_analysis references analysis.run,
  version int not null,
  revision int not null default 1,
  choices jsonb not null,
  outline jsonb not null,
  proposed_by uuid not null constraint a_blueprint_is_proposed_by_a_person references identity.person,
  proposed_at timestamptz not null,
  adopted_by uuid constraint a_blueprint_is_adopted_by_a_person references identity.person,
  adopted_at timestamptz,
  hash text constraint a_blueprint_hash_has_64_digits check (hash ~ '^[0-9a-f]{64}$'),
  withdrawn_at timestamptz,
  constraint a_blueprint_version_is_used_once unique (study_id, version),
  constraint the_proposer_cannot_adopt check (adopted_by <> proposed_by),
  constraint an_adoption_has_person_time_and_hash check (num_nonnulls(adopted_by, adopted_at, hash) in (0, 3)),
  constraint a_withdrawn_blueprint_is_not_adopted check (adopted_at is null or withdrawn_at is null)
);
create unique index a_study_has_one_draft_blueprint on blueprint.blueprint (study_id) where adopted_at is null and withdrawn_at is null;
comment on table blueprint.blueprint is 'A version of an exam blueprint: a draft until a second person adopts it, then unchangeable.';
comment on column blueprint.blueprint.id is 'Identity.';
comment on column blueprint.blueprint.study_id is 'Of which study.';
comment on column blueprint.blueprint.run_id is 'The analysis that the weights come from.';
comment on column blueprint.blueprint.version is 'Number within the study, from 1.';
comment on column blueprint.blueprint.revision is 'Grows with every change of the draft.';
comment on column blueprint.blueprint.choices is 'Test length, bounds, and what people decided otherwise.';
comment on column blueprint.blueprint.outline is 'Domains and tasks with weights and item counts that follow from the choices.';
comment on column blueprint.blueprint.proposed_by is 'Who proposed it, or changed the draft last.';
comment on column blueprint.blueprint.proposed_at is 'When.';
comment on column blueprint.blueprint.adopted_by is 'Who adopted it: never the one who proposed it or changed it last.';
comment on column blueprint.blueprint.adopted_at is 'When it was adopted.';
comment on column blueprint.blueprint.hash is 'SHA-256 of the outline as canonical JSON; empty while a draft.';
comment on column blueprint.blueprint.withdrawn_at is 'When the draft was given up.';

create function blueprint.refuse_change_when_adopted() returns trigger language plpgsql as
$$ begin raise exception 'the blueprint is adopted' using errcode = '23514', constraint = 'an_adopted_blueprint_never_changes'; end $$;
create trigger an_adopted_blueprint_never_changes before update or delete on blueprint.blueprint
  for each row when (old.adopted_at is not null) execute function blueprint.refuse_change_when_adopted();

create table blueprint.adjustment (
  blueprint_id uuid not null constraint an_adjustment_belongs_to_a_blueprint references blueprint.blueprint,
  number int not null,
  kind text not null,
  subject text not null,
  before text not null,
  after text not null,
  reason text not null constraint an_adjustment_has_a_reason check (length(btrim(reason)) >= 10),
  made_by uuid not null constraint an_adjustment_is_made_by_a_person references identity.person,
  made_at timestamptz not null,
  constraint adjustments_of_a_blueprint_are_numbered primary key (blueprint_id, number)
);
comment on table blueprint.adjustment is 'A change of a draft blueprint, with its reason.';
comment on column blueprint.adjustment.blueprint_id is 'Of which blueprint.';
comment on column blueprint.adjustment.number is 'Order within the blueprint, from 1.';
comment on column blueprint.adjustment.kind is 'What was changed.';
comment on column blueprint.adjustment.subject is 'Code of the domain or task; empty for the whole.';
comment on column blueprint.adjustment.before is 'The value before.';
comment on column blueprint.adjustment.after is 'The value after.';
comment on column blueprint.adjustment.reason is 'Why, in the words of who did it.';
comment on column blueprint.adjustment.made_by is 'Who did it.';
comment on column blueprint.adjustment.made_at is 'When.';
