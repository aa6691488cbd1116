create extension if not exists pg_trgm with schema public;
create schema itembank;
comment on schema itembank is 'Items: each version of each, with the task and the KSAs that it measures.';

create table itembank.item (
  id uuid constraint an_item_has_one_identity primary key,
  study_id uuid not null constraint an_item_belongs_to_a_study references study.study,
  code text not null constraint an_item_has_a_readable_code check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  author_id uuid constraint an_item_has_an_author references identity.person,
  created_at timestamptz not null,
  constraint an_item_code_is_used_once unique (study_id, code)
);
comment on table itembank.item is 'An item through all its versions.';
comment on column itembank.item.id is 'Identity, made by the client.';
comment on column itembank.item.study_id is 'Of which study.';
comment on column itembank.item.code is 'Short name, the same through all versions.';
comment on column itembank.item.author_id is 'Who wrote it first; empty for the program.';
comment on column itembank.item.created_at is 'When.';

create table itembank.item_version (
  id uuid constraint an_item_version_has_one_identity primary key,
  item_id uuid not null constraint a_version_belongs_to_an_item references itembank.item,
  number int not null constraint versions_are_numbered_from_one check (number >= 1),
  revision int not null default 1,
  state text not null default 'draft' constraint an_item_version_stands_somewhere
    check (state in ('draft', 'content_review', 'editorial', 'fairness_review', 'approved', 'pilot', 'operational', 'retired')),
  blueprint_id uuid not null,
  task_id uuid not null,
  domain_id uuid not null,
  level text not null constraint an_item_has_a_cognitive_level check (level in ('recall', 'application', 'analysis')),
  content jsonb not null constraint an_item_has_a_known_type
    check (content ->> 'type' in ('single', 'multiple', 'ordering', 'matching', 'text', 'numeric')),
  stimulus_version_id uuid constraint an_item_may_show_a_stimulus references library.stimulus_version,
  plain text not null,
  author_id uuid constraint an_item_version_has_an_author references identity.person,
  author text not null,
  written_at timestamptz not null,
  changed_by_id uuid constraint an_item_version_is_changed_by_a_person references identity.person,
  changed_by text not null,
  changed_at timestamptz not null,
  reason text not null constraint a_later_version_has_a_reason check (number = 1 or length(btrim(reason)) >= 10),
  used_at timestamptz,
  hash text not null generated always as (library.digest(content::text || ' ' || blueprint_id::text || ' '
    || task_id::text || ' ' || domain_id::text || ' ' || level || ' ' || coalesce(stimulus_version_id::text, ''))) stored,
  constraint a_version_number_is_used_once unique (item_id, number),
  constraint an_item_measures_a_cell_of_a_blueprint foreign key (blueprint_id, task_id, domain_id)
    references blueprint.cell (blueprint_id, task_id, domain_id),
  constraint a_version_has_one_cell unique (id, blueprint_id, task_id),
  constraint a_version_has_one_hash unique (id, hash)
);
create unique index an_item_has_one_version_in_work on itembank.item_version (item_id)
  where state in ('draft', 'content_review', 'editorial', 'fairness_review');
create index item_version_by_cell on itembank.item_version (blueprint_id, task_id);
create index item_version_by_likeness on itembank.item_version using gin (plain public.gin_trgm_ops);
comment on table itembank.item_version is 'A version of an item: its text may change while a draft, never afterwards.';
comment on column itembank.item_version.id is 'Identity.';
comment on column itembank.item_version.item_id is 'Of which item.';
comment on column itembank.item_version.number is 'From 1.';
comment on column itembank.item_version.revision is 'Grows with every change of text or state.';
comment on column itembank.item_version.state is 'Where it stands.';
comment on column itembank.item_version.blueprint_id is 'The adopted blueprint that it is written for.';
comment on column itembank.item_version.task_id is 'The task that it measures.';
comment on column itembank.item_version.domain_id is 'The domain of that task.';
comment on column itembank.item_version.level is 'Cognitive level.';
comment on column itembank.item_version.content is 'Stem, options, key, rationale.';
comment on column itembank.item_version.stimulus_version_id is 'The case that it asks about; empty for none.';
comment on column itembank.item_version.plain is 'Its words without form, for the search of likeness.';
comment on column itembank.item_version.author_id is 'Who began the version; empty for the program.';
comment on column itembank.item_version.author is 'Name of the author.';
comment on column itembank.item_version.written_at is 'When it was begun.';
comment on column itembank.item_version.changed_by_id is 'Who changed its text last; empty for the program.';
comment on column itembank.item_version.changed_by is 'Name of that person.';
comment on column itembank.item_version.changed_at is 'When.';
comment on column itembank.item_version.reason is 'Why there is this version; empty for the first.';
comment on column itembank.item_version.used_at is 'When a form first used it; empty while never.';
comment on column itembank.item_version.hash is 'SHA-256 over all that a form pins, kept by the database.';

create table itembank.version_ksa (
  version_id uuid not null,
  blueprint_id uuid not null,
  task_id uuid not null,
  ksa_id uuid not null,
  constraint an_item_measures_a_ksa_once primary key (version_id, ksa_id),
  constraint a_ksa_belongs_to_the_cell_of_its_item foreign key (version_id, blueprint_id, task_id)
    references itembank.item_version (id, blueprint_id, task_id) deferrable initially deferred,
  constraint an_item_measures_a_ksa_that_its_task_needs foreign key (blueprint_id, task_id, ksa_id) references blueprint.cell_ksa
);
comment on table itembank.version_ksa is 'The knowledge, skills and abilities that a version measures.';
comment on column itembank.version_ksa.version_id is 'Which version.';
comment on column itembank.version_ksa.blueprint_id is 'Blueprint of its cell.';
comment on column itembank.version_ksa.task_id is 'Task of its cell.';
comment on column itembank.version_ksa.ksa_id is 'What it measures.';

create table itembank.reference (
  version_id uuid not null constraint a_reference_belongs_to_a_version references itembank.item_version,
  position int not null,
  citation text not null constraint a_reference_cites_something check (btrim(citation) <> ''),
  edition text not null default '',
  url text not null default '' constraint a_reference_address_is_a_web_address check (url ~ '^(https?://\S+)?$'),
  expires_on date,
  constraint references_of_a_version_are_in_order primary key (version_id, position)
);
comment on table itembank.reference is 'What the key of an item rests on.';
comment on column itembank.reference.version_id is 'Of which version.';
comment on column itembank.reference.position is 'Order, from 1.';
comment on column itembank.reference.citation is 'The source.';
comment on column itembank.reference.edition is 'Its edition or year.';
comment on column itembank.reference.url is 'Its web address; empty for none.';
comment on column itembank.reference.expires_on is 'From when it must be checked again; empty for never.';
