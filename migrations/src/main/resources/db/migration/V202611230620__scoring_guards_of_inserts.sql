-- What is released is added to by nobody: a run begins computed, and what belongs to it is stored before it is signed.

create function scoring.refuse_run_that_is_not_computed() returns trigger language plpgsql as $$
begin
  if new.state <> 'computed' or new.signed_at is not null then
    raise exception 'a run is computed first' using errcode = '23514', constraint = 'a_scoring_run_never_changes';
  end if;
  return new;
end $$;
create trigger a_scoring_run_is_computed_first before insert on scoring.run
  for each row execute function scoring.refuse_run_that_is_not_computed();

create function scoring.refuse_addition() returns trigger language plpgsql as $$
begin
  perform from scoring.run where id = new.run_id and state = 'computed' and signed_at is null for share;
  if not found then
    raise exception 'a run is complete' using errcode = '23514', constraint = 'a_scoring_run_never_changes';
  end if;
  return new;
end $$;
create trigger a_signed_run_gets_no_more_items before insert on scoring.item for each row execute function scoring.refuse_addition();
create trigger a_signed_run_gets_no_more_scores before insert on scoring.score for each row execute function scoring.refuse_addition();
create trigger a_signed_run_gets_no_more_holds before insert on scoring.hold for each row execute function scoring.refuse_addition();

create trigger item_figures_are_never_emptied before truncate on scoring.item for each statement execute function scoring.refuse_change();
create trigger holds_are_never_emptied before truncate on scoring.hold for each statement execute function scoring.refuse_change();
