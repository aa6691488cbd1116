create schema analysis;
comment on schema analysis is 'What the ratings of a closed survey say.';

create table analysis.run (
  id uuid constraint a_job_stores_one_run primary key,
  study_id uuid not null constraint a_run_belongs_to_a_study references study.study,
  survey_id uuid not null constraint a_run_reads_a_survey references survey.survey,
  task_list_id uuid not null constraint a_run_reads_a_task_list references workshop.task_list,
  ran_at timestamptz not null,
  inputs_hash text not null constraint a_hash_of_inputs_has_64_digits check (inputs_hash ~ '^[0-9a-f]{64}$'),
  options jsonb not null,
  code_version text not null,
  result_hash text not null constraint a_hash_of_results_has_64_digits check (result_hash ~ '^[0-9a-f]{64}$'),
  respondents int not null constraint a_run_rests_on_respondents check (respondents > 0),
  kept_tasks int not null constraint kept_tasks_are_counted check (kept_tasks >= 0),
  findings jsonb not null
);
create index run_by_study on analysis.run (study_id, ran_at);
comment on table analysis.run is 'A finished analysis; never changed.';
comment on column analysis.run.id is 'Identity: that of the job that made it, so that a job taken up again stores one run.';
comment on column analysis.run.study_id is 'Of which study.';
comment on column analysis.run.survey_id is 'The closed survey that was analysed.';
comment on column analysis.run.task_list_id is 'The task list that the survey asked about.';
comment on column analysis.run.ran_at is 'When it ended.';
comment on column analysis.run.inputs_hash is 'SHA-256 over the hashes of plan, task list and closed survey.';
comment on column analysis.run.options is 'Every choice, with the seed of the random draws.';
comment on column analysis.run.code_version is 'Version of the program.';
comment on column analysis.run.result_hash is 'SHA-256 of the findings as canonical JSON: the same again for the same inputs, options and program.';
comment on column analysis.run.respondents is 'Responses that count.';
comment on column analysis.run.kept_tasks is 'Tasks that stay by the inclusion rule.';
comment on column analysis.run.findings is 'All numbers.';
