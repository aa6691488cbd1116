create schema form;
comment on schema form is 'Exam forms: which versions of items, in which parts; fixed once published.';

create table form.form (
  id uuid constraint a_form_has_one_identity primary key,
  study_id uuid not null constraint a_form_belongs_to_a_study references study.study,
  blueprint_id uuid not null constraint a_form_follows_a_blueprint references blueprint.blueprint,
  number int not null constraint forms_are_numbered_from_one check (number >= 1),
  code text not null constraint a_form_has_a_readable_code check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  state text not null default 'draft' constraint a_form_is_draft_published_or_retired check (state in ('draft', 'published', 'retired')),
  revision int not null default 1,
  length int not null constraint a_form_has_a_length check (length between 1 and 1000),
  languages text[] not null constraint a_form_is_given_in_a_language check (cardinality(languages) > 0 and languages <@ array['en', 'es']),
  seconds_allowed int not null constraint a_form_has_a_time check (seconds_allowed between 60 and 172800),
  replaces_id uuid constraint a_form_may_replace_another references form.form,
  changed_by uuid not null constraint a_form_is_changed_by_a_person references identity.person,
  changed_at timestamptz not null,
  proposed_by uuid constraint a_form_is_proposed_by_a_person references identity.person,
  proposed_at timestamptz,
  deviation text constraint a_deviation_is_explained check (length(btrim(deviation)) >= 10),
  checksum text constraint a_checksum_has_64_digits check (checksum ~ '^[0-9a-f]{64}$'),
  published_by uuid constraint a_form_is_published_by_a_person references identity.person,
  published_at timestamptz,
  retired_by uuid constraint a_form_is_retired_by_a_person references identity.person,
  retired_at timestamptz,
  retired_because text constraint retiring_a_form_has_a_reason check (length(btrim(retired_because)) >= 10),
  constraint a_form_number_is_used_once unique (study_id, number),
  constraint a_form_code_is_used_once unique (study_id, code),
  constraint a_proposal_has_person_time_and_checksum check (num_nonnulls(proposed_by, proposed_at, checksum) in (0, 3)),
  constraint a_deviation_belongs_to_a_proposal check (deviation is null or proposed_at is not null),
  constraint a_publication_has_person_and_time check (num_nonnulls(published_by, published_at) in (0, 2)),
  constraint a_published_form_was_proposed check (published_at is null or proposed_at is not null),
  constraint two_people_publish_a_form check (published_by <> proposed_by),
  constraint a_form_is_published_by_somebody check ((state <> 'draft') = (published_at is not null)),
  constraint retiring_has_person_time_and_reason check (num_nonnulls(retired_by, retired_at, retired_because) in (0, 3)),
  constraint a_form_is_retired_by_somebody check ((state = 'retired') = (retired_at is not null))
);
comment on table form.form is 'A form: a draft until a second person publishes it, then fixed for ever.';
comment on column form.form.id is 'Identity, made by the client.';
comment on column form.form.study_id is 'Of which study.';
comment on column form.form.blueprint_id is 'The adopted blueprint that it is to meet.';
comment on column form.form.number is 'Number within the study, from 1.';
comment on column form.form.code is 'Short name that people use.';
comment on column form.form.state is 'Draft, published, or retired: no longer given.';
comment on column form.form.revision is 'Grows with every change.';
comment on column form.form.length is 'How many scored items it is to have.';
comment on column form.form.languages is 'Languages that it is given in.';
comment on column form.form.seconds_allowed is 'Time for the whole exam, breaks with a stopped clock apart.';
comment on column form.form.replaces_id is 'The form whose place it takes.';
comment on column form.form.changed_by is 'Who changed the draft last.';
comment on column form.form.changed_at is 'When.';
comment on column form.form.proposed_by is 'The first of the two who publish; empty again after a change.';
comment on column form.form.proposed_at is 'When.';
comment on column form.form.deviation is 'Why it may differ from the blueprint; empty when it does not.';
comment on column form.form.checksum is 'SHA-256 over all that the form fixes, as canonical JSON; both people sign it.';
comment on column form.form.published_by is 'The second of the two: never the first.';
comment on column form.form.published_at is 'When it became fixed.';
comment on column form.form.retired_by is 'Who retired it.';
comment on column form.form.retired_at is 'When.';
comment on column form.form.retired_because is 'Why.';

create table form.part (
  form_id uuid not null constraint a_part_belongs_to_a_form references form.form on delete cascade,
  position int not null constraint parts_are_numbered_from_one check (position >= 1),
  kind text not null constraint a_part_is_of_a_known_kind check (kind in ('agreement', 'tutorial', 'questions', 'break', 'exit')),
  section int constraint sections_are_numbered_from_one check (section >= 1),
  document jsonb not null constraint a_part_is_described check (jsonb_typeof(document) = 'object'),
  constraint parts_of_a_form_are_in_order primary key (form_id, position),
  constraint a_section_has_one_number unique (form_id, section),
  constraint questions_and_only_they_are_a_section check ((kind = 'questions') = (section is not null))
);
comment on table form.part is 'What a candidate meets, in order: agreement, tutorial, questions, breaks, exit questions.';
comment on column form.part.form_id is 'Of which form.';
comment on column form.part.position is 'Order, from 1.';
comment on column form.part.kind is 'What it is.';
comment on column form.part.section is 'Number of a section of questions, from 1; empty for the others.';
comment on column form.part.document is 'Texts and settings.';

create table form.placement (
  form_id uuid not null,
  position int not null constraint placements_are_numbered_from_one check (position >= 1),
  section int not null,
  version_id uuid not null,
  version_hash text not null,
  scored boolean not null,
  common boolean not null default false,
  constraint a_place_holds_one_item primary key (form_id, position),
  constraint a_form_has_a_version_once unique (form_id, version_id),
  constraint a_placement_stands_in_a_section foreign key (form_id, section) references form.part (form_id, section) on delete cascade,
  constraint a_placed_item_never_changes foreign key (version_id, version_hash) references itembank.item_version (id, hash)
);
create index placement_by_version on form.placement (version_id);
comment on table form.placement is 'An item on a form: the very version, with the hash of all that candidates see and keys score.';
comment on column form.placement.form_id is 'Which form.';
comment on column form.placement.position is 'Order within the form, from 1.';
comment on column form.placement.section is 'Number of its section.';
comment on column form.placement.version_id is 'Which version of which item.';
comment on column form.placement.version_hash is 'The hash that the version had, and has for ever.';
comment on column form.placement.scored is 'Whether it counts; a pilot item does not.';
comment on column form.placement.common is 'Whether it is an anchor, for making scores of forms comparable.';

-- What code could forget, the database keeps: a published form never changes; it can only be retired, and given again.

create function form.refuse_change_of_a_published_form() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or (to_jsonb(new) - array['state', 'revision', 'retired_by', 'retired_at', 'retired_because'])
        is distinct from (to_jsonb(old) - array['state', 'revision', 'retired_by', 'retired_at', 'retired_because'])
     or new.state = 'draft' then
    raise exception 'a published form stays' using errcode = '23514', constraint = 'a_published_form_never_changes';
  end if;
  return new;
end $$;
create trigger a_published_form_never_changes before update or delete on form.form
  for each row when (old.state <> 'draft') execute function form.refuse_change_of_a_published_form();

create function form.refuse_change_inside_a_published_form() returns trigger language plpgsql as $$
declare touched uuid[] := case tg_op when 'INSERT' then array[new.form_id] when 'DELETE' then array[old.form_id] else array[new.form_id, old.form_id] end;
begin
  perform 1 from form.form where id = any (touched) for share;
  if exists (select from form.form where id = any (touched) and state <> 'draft') then
    raise exception 'a published form stays' using errcode = '23514', constraint = 'a_published_form_never_changes';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger the_parts_of_a_published_form_stay before insert or update or delete on form.part
  for each row execute function form.refuse_change_inside_a_published_form();
create trigger the_items_of_a_published_form_stay before insert or update or delete on form.placement
  for each row execute function form.refuse_change_inside_a_published_form();

create function form.require_usable_items() returns trigger language plpgsql as $$
begin
  if not exists (select from form.placement where form_id = new.id and scored) then
    raise exception 'a form scores items' using errcode = '23514', constraint = 'a_published_form_has_scored_items';
  end if;
  if exists (select from form.placement p join itembank.item_version v on v.id = p.version_id
             where p.form_id = new.id and v.state not in ('approved', 'pilot', 'operational')) then
    raise exception 'a form takes approved items' using errcode = '23514', constraint = 'a_published_form_has_only_approved_items';
  end if;
  if exists (select v.item_id from form.placement p join itembank.item_version v on v.id = p.version_id
             where p.form_id = new.id group by v.item_id having count(*) > 1) then
    raise exception 'a form has an item once' using errcode = '23514', constraint = 'a_published_form_has_an_item_once';
  end if;
  return new;
end $$;
create trigger a_published_form_has_usable_items before insert or update on form.form
  for each row when (new.state = 'published') execute function form.require_usable_items();

create function form.refuse_removal_of_all() returns trigger language plpgsql as
$$ begin raise exception 'forms stay' using errcode = '23514', constraint = 'a_published_form_never_changes'; end $$;
create trigger forms_are_never_emptied before truncate on form.form for each statement execute function form.refuse_removal_of_all();
create trigger parts_are_never_emptied before truncate on form.part for each statement execute function form.refuse_removal_of_all();
create trigger placements_are_never_emptied before truncate on form.placement for each statement execute function form.refuse_removal_of_all();
