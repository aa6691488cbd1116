create schema lineage;
comment on schema lineage is 'Why an item is on an exam: read from all stages, stored by none.';

create view lineage.item_lineage as
select
  b.study_id,
  b.id as blueprint_id, b.version as blueprint_version, b.adopted_at, adopter.name as adopted_by,
  not exists (select from blueprint.blueprint later
    where later.study_id = b.study_id and later.adopted_at is not null and later.version > b.version) as current,
  domain_position, task_position,
  c.domain_id, d ->> 'code' as domain_code, d ->> 'title' as domain_title,
  (d ->> 'weight')::float8 as domain_share, (d ->> 'items')::int as domain_items, found_domain -> 'weight' as domain_weight,
  c.task_id, t ->> 'code' as task_code, t ->> 'text' as task_text,
  (t ->> 'weight')::float8 as task_share, c.items as task_items, found_task -> 'weight' as task_weight,
  found_task #> '{importance,mean}' as importance, found_task #> '{frequency,mean}' as frequency,
  found_task -> 'performing' as performing,
  (listed ->> 'wording')::int as wording, listed ->> 'source' as source,
  worded.author as worded_by, worded.written_at as worded_at,
  l.id as task_list_id, l.version as task_list_version, l.published_by, l.published_at,
  s.id as survey_id, s.questionnaire #>> '{contents,title}' as survey_title, r.id as run_id, r.ran_at, r.respondents,
  k.ksa_id, ksa ->> 'type' as ksa_type, ksa ->> 'code' as ksa_code, ksa ->> 'text' as ksa_text,
  said.author as ksa_worded_by,
  i.id as item_id, i.code as item_code, v.id as version_id, v.number, v.state, v.level,
  v.content ->> 'type' as type, v.author as written_by, v.written_at
from blueprint.blueprint b
join identity.person adopter on adopter.id = b.adopted_by
join analysis.run r on r.id = b.run_id
join survey.survey s on s.id = r.survey_id
join workshop.task_list l on l.id = r.task_list_id
cross join lateral jsonb_array_elements(b.outline -> 'domains') with ordinality as domains (d, domain_position)
cross join lateral jsonb_array_elements(d -> 'tasks') with ordinality as tasks (t, task_position)
join blueprint.cell c on c.blueprint_id = b.id and c.task_id = (t ->> 'task')::uuid
left join lateral jsonb_array_elements(r.findings -> 'domains') found_domain on found_domain ->> 'domain' = d ->> 'domain'
left join lateral jsonb_array_elements(r.findings -> 'tasks') found_task on found_task ->> 'task' = t ->> 'task'
left join lateral jsonb_path_query(l.document, '$.domains[*].tasks[*]') listed on listed ->> 'id' = t ->> 'task'
left join workshop.statement_version worded
  on worded.statement_id = c.task_id and worded.number = (listed ->> 'wording')::int
left join blueprint.cell_ksa k on k.blueprint_id = c.blueprint_id and k.task_id = c.task_id
left join lateral jsonb_array_elements(l.document -> 'ksas') ksa on ksa ->> 'id' = k.ksa_id::text
left join lateral (select author from workshop.statement_version
  where statement_id = k.ksa_id and text = ksa ->> 'text' order by number desc limit 1) said on true
left join itembank.version_ksa m on m.blueprint_id = k.blueprint_id and m.task_id = k.task_id and m.ksa_id = k.ksa_id
left join itembank.item_version v on v.id = m.version_id
left join itembank.item i on i.id = v.item_id;
comment on view lineage.item_lineage is
  'A row for each KSA of each cell of each adopted blueprint and each item version that measures it, with all that
   led there: domain and weight, survey ratings, wording and author. Without an item, the columns from item_id on are
   empty; without a KSA, those from ksa_id on.';
