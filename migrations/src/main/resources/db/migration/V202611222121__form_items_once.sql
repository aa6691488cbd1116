alter table itembank.item_version add constraint a_version_has_one_item unique (id, item_id);

alter table form.placement
  add item_id uuid not null,
  add stimulus_version_id uuid constraint a_placement_may_show_a_stimulus references library.stimulus_version,
  add constraint a_placement_names_the_item_of_its_version foreign key (version_id, item_id) references itembank.item_version (id, item_id),
  add constraint a_form_has_an_item_once unique (form_id, item_id);
comment on column form.placement.item_id is 'The item of the version: a form has an item once, in whatever version.';
comment on column form.placement.stimulus_version_id is 'The case that the version shows; its hash covers it.';
create index placement_by_item on form.placement (item_id);

-- Superseded by a_form_has_an_item_once.
create or replace function form.require_usable_items() returns trigger language plpgsql as $$
begin
  if not exists (select from form.placement where form_id = new.id and scored) then
    raise exception 'a form scores items' using errcode = '23514', constraint = 'a_published_form_has_scored_items';
  end if;
  if exists (select from form.placement p join itembank.item_version v on v.id = p.version_id
             where p.form_id = new.id and v.state not in ('approved', 'pilot', 'operational')) then
    raise exception 'a form takes approved items' using errcode = '23514', constraint = 'a_published_form_has_only_approved_items';
  end if;
  return new;
end $$;

alter table form.form
  add meter jsonb,
  add constraint a_proposal_keeps_its_meter check ((proposed_at is null) = (meter is null));
comment on column form.form.meter is 'How it stood against the blueprint when it was proposed: what both people saw.';
