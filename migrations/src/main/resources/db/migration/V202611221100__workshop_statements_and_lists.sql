create schema workshop;
comment on schema workshop is 'What people in the role do: domains, task statements, KSAs, published lists.';

create table workshop.domain (
  id uuid constraint a_domain_has_one_identity primary key,
  study_id uuid not null constraint a_domain_belongs_to_a_study references study.study,
  title text not null constraint a_domain_has_a_title check (btrim(title) <> ''),
  definition text not null default '',
  position int not null,
  dropped_reason text constraint a_domain_is_dropped_for_a_reason check (btrim(dropped_reason) <> ''),
  version int not null default 1
);
create index domain_by_study on workshop.domain (study_id, position);
comment on table workshop.domain is 'A performance domain.';
comment on column workshop.domain.id is 'Identity, made by the client.';
comment on column workshop.domain.study_id is 'Of which study.';
comment on column workshop.domain.title is 'Title.';
comment on column workshop.domain.definition is 'What belongs to it.';
comment on column workshop.domain.position is 'Place in the order of domains.';
comment on column workshop.domain.dropped_reason is 'Why it was dropped; empty while it stands.';
comment on column workshop.domain.version is 'Grows with each change.';

create table workshop.statement (
  id uuid constraint a_statement_has_one_identity primary key,
  study_id uuid not null constraint a_statement_belongs_to_a_study references study.study,
  kind text not null constraint a_statement_is_of_a_known_kind check (kind in ('TASK', 'KNOWLEDGE', 'SKILL', 'ABILITY')),
  domain_id uuid constraint a_task_stands_in_a_domain_of_its_own references workshop.domain,
  position int not null,
  source text not null default '',
  wording int not null default 1,
  dropped_reason text constraint a_statement_is_dropped_for_a_reason check (btrim(dropped_reason) <> ''),
  version int not null default 1,
  constraint a_task_and_only_a_task_has_a_domain check ((kind = 'TASK') = (domain_id is not null))
);
create index statement_by_study on workshop.statement (study_id, position);
comment on table workshop.statement is 'A task statement, or a statement of knowledge, skill or ability.';
comment on column workshop.statement.id is 'Identity, made by the client; the same through all wordings and lists.';
comment on column workshop.statement.study_id is 'Of which study.';
comment on column workshop.statement.kind is 'Task, knowledge, skill or ability.';
comment on column workshop.statement.domain_id is 'Domain of a task.';
comment on column workshop.statement.position is 'Place in the order of its domain or kind.';
comment on column workshop.statement.source is 'Where it was taken from; empty when written here.';
comment on column workshop.statement.wording is 'Number of the wording in force.';
comment on column workshop.statement.dropped_reason is 'Why it was dropped; empty while it stands.';
comment on column workshop.statement.version is 'Grows with each change.';

create table workshop.statement_version (
  statement_id uuid not null constraint a_wording_belongs_to_a_statement references workshop.statement,
  number int not null,
  text text not null constraint a_statement_says_something check (btrim(text) <> ''),
  author_id uuid constraint a_wording_has_an_author references identity.person,
  author text not null,
  written_at timestamptz not null,
  constraint a_wording_has_its_own_number primary key (statement_id, number)
);
comment on table workshop.statement_version is 'Every wording of every statement.';
comment on column workshop.statement_version.statement_id is 'Of which statement.';
comment on column workshop.statement_version.number is 'From 1.';
comment on column workshop.statement_version.text is 'The wording.';
comment on column workshop.statement_version.author_id is 'Who wrote it; empty for the program.';
comment on column workshop.statement_version.author is 'Name of the author at that time.';
comment on column workshop.statement_version.written_at is 'When.';

create table workshop.task_ksa (
  task_id uuid not null constraint a_link_begins_at_a_task references workshop.statement,
  ksa_id uuid not null constraint a_link_ends_at_a_ksa references workshop.statement,
  constraint a_task_needs_a_ksa_once primary key (task_id, ksa_id)
);
create index task_ksa_by_ksa on workshop.task_ksa (ksa_id);
comment on table workshop.task_ksa is 'Which task needs which KSA.';
comment on column workshop.task_ksa.task_id is 'The task.';
comment on column workshop.task_ksa.ksa_id is 'The knowledge, skill or ability.';

create table workshop.task_list (
  id uuid constraint a_task_list_has_one_identity primary key,
  study_id uuid not null constraint a_task_list_belongs_to_a_study references study.study,
  version int not null,
  document jsonb not null,
  hash text not null constraint a_task_list_hash_has_64_digits check (hash ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  published_by text not null,
  constraint a_version_of_the_task_list_is_published_once unique (study_id, version)
);
comment on table workshop.task_list is 'The statements as published: never changed.';
comment on column workshop.task_list.id is 'Identity, made by the client.';
comment on column workshop.task_list.study_id is 'Of which study.';
comment on column workshop.task_list.version is 'From 1.';
comment on column workshop.task_list.document is 'Domains, tasks and KSAs as worded then.';
comment on column workshop.task_list.hash is 'SHA-256 of domains and KSAs as canonical JSON.';
comment on column workshop.task_list.published_at is 'When.';
comment on column workshop.task_list.published_by is 'Name of who published it.';

create function workshop.refuse_change_when_published() returns trigger language plpgsql as
$$ begin raise exception 'a published task list never changes' using errcode = '23514', constraint = 'a_published_task_list_never_changes'; end $$;
create trigger a_published_task_list_never_changes before update or delete on workshop.task_list
  for each row execute function workshop.refuse_change_when_published();
