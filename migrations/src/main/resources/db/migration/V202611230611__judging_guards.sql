-- What a panel did is the evidence behind its cut: old and new rows are looked at, and nothing is emptied.

create or replace function judging.refuse_change_of_sealed_ratings() returns trigger language plpgsql as $$
declare touched record;
begin
  foreach touched in array case tg_op when 'INSERT' then array[new] when 'DELETE' then array[old] else array[old, new] end loop
    if not exists (select from judging.round where setting_id = touched.setting_id and number = touched.round and closed_at is null) then
      raise exception 'the round is over' using errcode = '23514', constraint = 'ratings_of_a_closed_round_stay';
    end if;
    if exists (select from judging.handover where setting_id = touched.setting_id and round = touched.round and person_id = touched.person_id) then
      raise exception 'the ratings were handed in' using errcode = '23514', constraint = 'ratings_handed_in_stay';
    end if;
  end loop;
  return case tg_op when 'DELETE' then old else new end;
end $$;

create function judging.refuse_change_after_locking() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and exists (select from judging.setting where id = old.setting_id and locked_at is not null)
     or tg_op <> 'DELETE' and exists (select from judging.setting where id = new.setting_id and locked_at is not null) then
    raise exception 'the ratings are locked' using errcode = '23514', constraint = 'locked_ratings_stay';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger items_stay_once_ratings_are_locked before insert or update or delete on judging.item
  for each row execute function judging.refuse_change_after_locking();
create trigger panelists_stay_once_ratings_are_locked before insert or update or delete on judging.panelist
  for each row execute function judging.refuse_change_after_locking();
create trigger answers_stay_once_ratings_are_locked before insert or update or delete on judging.answer
  for each row execute function judging.refuse_change_after_locking();
create trigger notes_stay_once_ratings_are_locked before insert or update or delete on judging.note
  for each row execute function judging.refuse_change_after_locking();

create or replace function judging.refuse_late_answers() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and exists (select from judging.panelist where setting_id = old.setting_id and person_id = old.person_id and sat_at is not null)
     or tg_op <> 'DELETE' and exists (select from judging.panelist where setting_id = new.setting_id and person_id = new.person_id and sat_at is not null) then
    raise exception 'keys are open' using errcode = '23514', constraint = 'answers_stay_once_keys_are_open';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
drop trigger answers_stay_once_keys_are_open on judging.answer;
create trigger answers_stay_once_keys_are_open before insert or update or delete on judging.answer
  for each row execute function judging.refuse_late_answers();

create function judging.refuse_closing_of_keys() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.setting_id, new.person_id, new.sat_at) is distinct from (old.setting_id, old.person_id, old.sat_at) then
    raise exception 'keys are open' using errcode = '23514', constraint = 'keys_stay_open_to_a_panelist';
  end if;
  return new;
end $$;
create trigger keys_stay_open_to_a_panelist before update or delete on judging.panelist
  for each row when (old.sat_at is not null) execute function judging.refuse_closing_of_keys();

create function judging.refuse_removal_of_all() returns trigger language plpgsql as
$$ begin raise exception 'what a panel did stays' using errcode = '23514', constraint = 'locked_ratings_stay'; end $$;
create trigger settings_are_never_emptied before truncate on judging.setting for each statement execute function judging.refuse_removal_of_all();
create trigger items_are_never_emptied before truncate on judging.item for each statement execute function judging.refuse_removal_of_all();
create trigger panelists_are_never_emptied before truncate on judging.panelist for each statement execute function judging.refuse_removal_of_all();
create trigger answers_are_never_emptied before truncate on judging.answer for each statement execute function judging.refuse_removal_of_all();
create trigger rounds_are_never_emptied before truncate on judging.round for each statement execute function judging.refuse_removal_of_all();
create trigger ratings_are_never_emptied before truncate on judging.rating for each statement execute function judging.refuse_removal_of_all();
create trigger handovers_are_never_emptied before truncate on judging.handover for each statement execute function judging.refuse_removal_of_all();
create trigger notes_are_never_emptied before truncate on judging.note for each statement execute function judging.refuse_removal_of_all();

comment on column judging.handover.digest is 'Keyed with the secret of the installation, over the ratings handed in.';
