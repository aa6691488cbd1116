create table study.separation (
  study_id uuid constraint a_study_has_one_separation primary key constraint a_separation_belongs_to_a_study references study.study,
  barred boolean not null,
  reason text not null,
  version int not null default 1,
  constraint lifting_the_separation_has_a_reason check (barred or length(btrim(reason)) >= 10)
);
comment on table study.separation is 'Whether those who prepare candidates are kept out of item content and standard setting; they are where no row stands.';
comment on column study.separation.study_id is 'Of which study.';
comment on column study.separation.barred is 'Whether they are kept out.';
comment on column study.separation.reason is 'Why it was set so.';
comment on column study.separation.version is 'Grows with each change.';

create table study.trainer (
  study_id uuid not null constraint a_trainer_is_declared_for_a_study references study.study,
  person_id uuid not null constraint a_trainer_is_a_person references identity.person,
  note text not null default '',
  since timestamptz not null,
  declared_by text not null,
  constraint a_trainer_is_declared_once primary key (study_id, person_id)
);
comment on table study.trainer is 'People who prepare candidates for this credential.';
comment on column study.trainer.study_id is 'For which study.';
comment on column study.trainer.person_id is 'Who.';
comment on column study.trainer.note is 'What they teach, and where.';
comment on column study.trainer.since is 'When it was declared.';
comment on column study.trainer.declared_by is 'Name of who declared it.';
