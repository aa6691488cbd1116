create table blueprint.cell (
  blueprint_id uuid not null constraint a_cell_belongs_to_a_blueprint references blueprint.blueprint,
  task_id uuid not null constraint a_cell_is_a_task_of_the_work references workshop.statement,
  domain_id uuid not null constraint a_cell_stands_in_a_domain references workshop.domain,
  items int not null constraint a_cell_has_items_or_none check (items >= 0),
  constraint a_task_is_one_cell_of_a_blueprint primary key (blueprint_id, task_id),
  constraint a_cell_has_one_domain unique (blueprint_id, task_id, domain_id)
);
comment on table blueprint.cell is 'The tasks included in an adopted blueprint: what an item can measure.';
comment on column blueprint.cell.blueprint_id is 'The adopted blueprint.';
comment on column blueprint.cell.task_id is 'The task.';
comment on column blueprint.cell.domain_id is 'The domain that the task stands in, in this blueprint.';
comment on column blueprint.cell.items is 'Items of one form.';

create table blueprint.cell_ksa (
  blueprint_id uuid not null,
  task_id uuid not null,
  ksa_id uuid not null constraint a_cell_needs_a_stated_ksa references workshop.statement,
  constraint a_cell_needs_a_ksa_once primary key (blueprint_id, task_id, ksa_id),
  constraint a_ksa_belongs_to_a_cell foreign key (blueprint_id, task_id) references blueprint.cell
);
comment on table blueprint.cell_ksa is 'The knowledge, skills and abilities that a cell needs, as in the task list that was surveyed.';
comment on column blueprint.cell_ksa.blueprint_id is 'The adopted blueprint.';
comment on column blueprint.cell_ksa.task_id is 'The task.';
comment on column blueprint.cell_ksa.ksa_id is 'What it needs.';

insert into blueprint.cell (blueprint_id, task_id, domain_id, items)
select b.id, (t ->> 'task')::uuid, (d ->> 'domain')::uuid, (t ->> 'items')::int
from blueprint.blueprint b, jsonb_array_elements(b.outline -> 'domains') d, jsonb_array_elements(d -> 'tasks') t
where b.adopted_at is not null and (t ->> 'included')::boolean;

insert into blueprint.cell_ksa (blueprint_id, task_id, ksa_id)
select c.blueprint_id, c.task_id, (k ->> 'id')::uuid
from blueprint.cell c
join blueprint.blueprint b on b.id = c.blueprint_id
join analysis.run r on r.id = b.run_id
join survey.survey s on s.id = r.survey_id
join workshop.task_list l on l.id = s.task_list_id,
jsonb_array_elements(l.document -> 'ksas') k
where k -> 'tasks' ? c.task_id::text;

create trigger a_cell_never_changes before update or delete on blueprint.cell
  for each row execute function blueprint.refuse_change_when_adopted();
create trigger the_ksas_of_a_cell_never_change before update or delete on blueprint.cell_ksa
  for each row execute function blueprint.refuse_change_when_adopted();
