create schema platform;
comment on schema platform is 'Tools that know no stage: background jobs and outbound mail.';

create table platform.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  constraint a_task_instance_is_scheduled_once primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on platform.scheduled_tasks (last_heartbeat);
comment on table platform.scheduled_tasks is 'The queue of the db-scheduler library; its shape is the library''s.';
comment on column platform.scheduled_tasks.task_name is 'Which kind of work.';
comment on column platform.scheduled_tasks.task_instance is 'Which piece of that work.';
comment on column platform.scheduled_tasks.task_data is 'Data of the library.';
comment on column platform.scheduled_tasks.execution_time is 'When it is due.';
comment on column platform.scheduled_tasks.picked is 'Whether a running program has taken it.';
comment on column platform.scheduled_tasks.picked_by is 'Which program has taken it.';
comment on column platform.scheduled_tasks.last_success is 'When it last succeeded.';
comment on column platform.scheduled_tasks.last_failure is 'When it last failed.';
comment on column platform.scheduled_tasks.consecutive_failures is 'Failures since the last success.';
comment on column platform.scheduled_tasks.last_heartbeat is 'Last sign of life of the program that has taken it.';
comment on column platform.scheduled_tasks.version is 'Optimistic lock.';
comment on column platform.scheduled_tasks.priority is 'Greater goes first.';

create table platform.job (
  id uuid constraint a_job_has_one_identity primary key,
  kind text not null,
  subject uuid not null,
  requested_by uuid,
  input jsonb not null,
  state text not null constraint a_job_state_is_known check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress double precision not null default 0 constraint progress_is_a_fraction check (progress between 0 and 1),
  message text not null default '',
  cancel_requested boolean not null default false,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index job_by_subject on platform.job (subject, created_at);
comment on table platform.job is 'Long work that people can watch and cancel.';
comment on column platform.job.id is 'Identity; also the task instance in the queue.';
comment on column platform.job.kind is 'Which work, e.g. analysis.run.';
comment on column platform.job.subject is 'What it works on, e.g. a survey.';
comment on column platform.job.requested_by is 'Who asked for it; empty for the program itself.';
comment on column platform.job.input is 'The options it was asked with.';
comment on column platform.job.state is 'queued, running, done, failed or cancelled.';
comment on column platform.job.progress is 'Share of the work done, 0 to 1.';
comment on column platform.job.message is 'Catalogue key of what it is doing, or why it failed.';
comment on column platform.job.cancel_requested is 'Somebody asked to stop it.';
comment on column platform.job.created_at is 'When it was asked for.';
comment on column platform.job.finished_at is 'When it ended, however it ended.';

create table platform.mail (
  id uuid constraint a_mail_has_one_identity primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts int not null default 0,
  last_error text
);
create index mail_waiting on platform.mail (created_at) where sent_at is null;
comment on table platform.mail is 'Outbound mail: written with the change that causes it, sent afterwards.';
comment on column platform.mail.id is 'Identity, also in the Message-ID.';
comment on column platform.mail.recipient is 'Address of the one recipient.';
comment on column platform.mail.subject is 'Subject line.';
comment on column platform.mail.body is 'Plain text; emptied once sent, because it may hold a secret link.';
comment on column platform.mail.created_at is 'When it was written.';
comment on column platform.mail.sent_at is 'When the mail server took it; empty while it waits.';
comment on column platform.mail.attempts is 'Tries so far.';
comment on column platform.mail.last_error is 'What the mail server said at the last failed try.';
