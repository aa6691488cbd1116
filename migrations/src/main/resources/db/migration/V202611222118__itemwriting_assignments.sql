create schema itemwriting;
comment on schema itemwriting is 'Who writes which items until when.';

create table itemwriting.assignment (
  id uuid constraint a_writing_assignment_has_one_identity primary key,
  study_id uuid not null constraint a_writing_assignment_belongs_to_a_study references study.study,
  person_id uuid not null constraint a_writing_assignment_is_for_a_person references identity.person,
  blueprint_id uuid not null,
  task_id uuid not null,
  count int not null constraint a_writing_assignment_asks_for_1_to_200_items check (count between 1 and 200),
  due_on date not null,
  note text not null default '' constraint a_note_on_writing_has_at_most_1000_letters check (length(note) <= 1000),
  revision int not null default 1,
  assigned_by uuid not null constraint a_writing_assignment_is_made_by_a_person references identity.person,
  assigned_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint a_writing_assignment_is_for_a_cell_of_a_blueprint foreign key (blueprint_id, task_id) references blueprint.cell (blueprint_id, task_id)
);
create index writing_assignments_by_study on itemwriting.assignment (study_id);
comment on table itemwriting.assignment is 'Items that somebody was asked to write for a cell of a blueprint.';
comment on column itemwriting.assignment.id is 'Identity, given by the client.';
comment on column itemwriting.assignment.study_id is 'Of which study.';
comment on column itemwriting.assignment.person_id is 'Who writes.';
comment on column itemwriting.assignment.blueprint_id is 'The blueprint that was short of items.';
comment on column itemwriting.assignment.task_id is 'With the blueprint the cell to write for.';
comment on column itemwriting.assignment.count is 'How many items are asked for.';
comment on column itemwriting.assignment.due_on is 'Last day.';
comment on column itemwriting.assignment.note is 'What the writer should know.';
comment on column itemwriting.assignment.revision is 'Grows with every change.';
comment on column itemwriting.assignment.assigned_by is 'Who asked.';
comment on column itemwriting.assignment.assigned_at is 'When. Items begun from then on count.';
comment on column itemwriting.assignment.withdrawn_at is 'When it was taken back; empty while it stands.';
