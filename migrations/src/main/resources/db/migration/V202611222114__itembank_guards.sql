-- What code could forget, the database keeps: no item without a KSA, no change of a text that was reviewed or used.

create function itembank.require_a_ksa() returns trigger language plpgsql as $$
declare wanted uuid := case tg_table_name when 'item_version' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(old) ->> 'version_id')::uuid end;
begin
  if exists (select from itembank.item_version where id = wanted)
     and not exists (select from itembank.version_ksa where version_id = wanted) then
    raise exception 'an item measures a KSA' using errcode = '23514', constraint = 'an_item_measures_at_least_one_ksa';
  end if;
  return null;
end $$;
create constraint trigger an_item_measures_at_least_one_ksa after insert or update on itembank.item_version
  deferrable initially deferred for each row execute function itembank.require_a_ksa();
create constraint trigger the_last_ksa_stays after update or delete on itembank.version_ksa
  deferrable initially deferred for each row execute function itembank.require_a_ksa();

create function itembank.refuse_change_of_a_fixed_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'an item version stays' using errcode = '23514', constraint = 'an_item_version_stays';
  end if;
  if (old.state <> 'draft' or old.used_at is not null)
     and (new.content, new.blueprint_id, new.task_id, new.domain_id, new.level, new.stimulus_version_id, new.item_id, new.number, new.plain)
         is distinct from
         (old.content, old.blueprint_id, old.task_id, old.domain_id, old.level, old.stimulus_version_id, old.item_id, old.number, old.plain) then
    raise exception 'only a draft changes' using errcode = '23514', constraint = 'only_a_draft_of_an_item_changes';
  end if;
  if old.state in ('approved', 'pilot', 'operational', 'retired') and new.state in ('draft', 'content_review', 'editorial', 'fairness_review') then
    raise exception 'an approved version is never reopened' using errcode = '23514', constraint = 'an_approved_item_version_is_never_reopened';
  end if;
  if old.used_at is not null and new.used_at is distinct from old.used_at then
    raise exception 'a used version stays used' using errcode = '23514', constraint = 'a_used_item_version_stays_used';
  end if;
  return new;
end $$;
create trigger only_a_draft_of_an_item_changes before update or delete on itembank.item_version
  for each row execute function itembank.refuse_change_of_a_fixed_version();

create function itembank.refuse_change_beside_a_fixed_version() returns trigger language plpgsql as $$
declare wanted uuid := case tg_op when 'INSERT' then new.version_id else old.version_id end;
begin
  if exists (select from itembank.item_version where id = wanted and (state <> 'draft' or used_at is not null)) then
    raise exception 'only a draft changes' using errcode = '23514', constraint = 'only_a_draft_of_an_item_changes';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger the_ksas_of_a_fixed_version_stay before insert or update or delete on itembank.version_ksa
  for each row execute function itembank.refuse_change_beside_a_fixed_version();
create trigger the_references_of_a_fixed_version_stay before insert or update or delete on itembank.reference
  for each row execute function itembank.refuse_change_beside_a_fixed_version();
