create table result.told (
  run_id uuid constraint candidates_are_told_of_a_run_once primary key constraint candidates_are_told_of_a_run references scoring.run,
  told_at timestamptz not null
);
comment on table result.told is 'Released runs whose candidates were written to.';
comment on column result.told.run_id is 'Which run.';
comment on column result.told.told_at is 'When.';
insert into result.told select id, released_at from scoring.run where released_at is not null;
