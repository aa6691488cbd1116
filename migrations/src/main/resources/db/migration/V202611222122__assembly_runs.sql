create schema assembly;
comment on schema assembly is 'Searches for forms: what was wished, found and proved.';

create table assembly.run (
  id uuid constraint an_assembly_has_one_identity primary key,
  study_id uuid not null constraint an_assembly_belongs_to_a_study references study.study,
  blueprint_id uuid not null constraint an_assembly_follows_a_blueprint references blueprint.blueprint,
  wishes jsonb not null,
  pool int not null,
  result jsonb not null,
  pilot jsonb,
  made_at timestamptz not null
);
create index run_by_study on assembly.run (study_id, made_at);
comment on table assembly.run is 'One search for forms.';
comment on column assembly.run.id is 'Identity; that of the job.';
comment on column assembly.run.study_id is 'Of which study.';
comment on column assembly.run.blueprint_id is 'The adopted blueprint that was to be met.';
comment on column assembly.run.wishes is 'What was wished.';
comment on column assembly.run.pool is 'How many items the bank had for it.';
comment on column assembly.run.result is 'Of choosing scored items: what was reached, the bound that was proved, or what is missing.';
comment on column assembly.run.pilot is 'The same of adding pilot items; empty when none were wished.';
comment on column assembly.run.made_at is 'When.';

create table assembly.made (
  run_id uuid not null constraint a_made_form_comes_from_an_assembly references assembly.run,
  form_id uuid constraint a_form_is_made_once primary key constraint an_assembly_makes_forms references form.form on delete cascade,
  position int not null
);
comment on table assembly.made is 'The drafts that an assembly made.';
comment on column assembly.made.run_id is 'Which assembly.';
comment on column assembly.made.form_id is 'Which form.';
comment on column assembly.made.position is 'Order, from 1.';

create function assembly.refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'an assembly stays' using errcode = '23514', constraint = 'an_assembly_never_changes'; end $$;
create trigger an_assembly_never_changes before update or delete on assembly.run
  for each row execute function assembly.refuse_change();
