create schema marking;
comment on schema marking is 'How responses earn points: what is changed about keys once an exam was given.';

create table marking.key_change (
  id uuid constraint a_key_change_has_one_identity primary key,
  form_id uuid not null,
  version_id uuid not null,
  kind text not null constraint a_key_change_is_of_a_known_kind check (kind in ('as_written', 'also_right', 'credit_all', 'drop')),
  responses jsonb not null default '[]' constraint responses_are_a_list check (jsonb_typeof(responses) = 'array'),
  reason text not null constraint a_key_change_has_a_reason check (length(btrim(reason)) >= 10),
  proposed_by uuid not null constraint a_key_change_is_proposed_by_a_person references identity.person,
  proposed_at timestamptz not null,
  agreed boolean,
  decided_because text,
  decided_by uuid constraint a_key_change_is_decided_by_a_person references identity.person,
  decided_at timestamptz,
  constraint a_key_changes_for_an_item_of_the_form foreign key (form_id, version_id) references form.placement (form_id, version_id),
  constraint responses_belong_to_also_right check ((kind = 'also_right') = (jsonb_array_length(responses) > 0)),
  constraint a_decision_on_a_key_has_person_and_time check (num_nonnulls(agreed, decided_by, decided_at) in (0, 3)),
  constraint two_people_change_a_key check (agreed is not true or decided_by <> proposed_by)
);
create unique index one_change_of_a_key_waits_at_a_time on marking.key_change (form_id, version_id) where decided_at is null;
comment on table marking.key_change is 'What one person proposed and another agreed to about the key of an item that was given. The version of the item stays as it is.';
comment on column marking.key_change.id is 'Identity, made by the client.';
comment on column marking.key_change.form_id is 'For which form.';
comment on column marking.key_change.version_id is 'Which version of which item.';
comment on column marking.key_change.kind is 'As written: the key of the version again. Also right: further responses earn the point. Credit all: everybody earns it. Drop: the item does not count.';
comment on column marking.key_change.responses is 'Responses that earn the point besides the key.';
comment on column marking.key_change.reason is 'Why.';
comment on column marking.key_change.proposed_by is 'The first of two people.';
comment on column marking.key_change.proposed_at is 'When.';
comment on column marking.key_change.agreed is 'Whether it holds; empty while nobody has decided.';
comment on column marking.key_change.decided_because is 'What was said on deciding.';
comment on column marking.key_change.decided_by is 'Who decided: to agree, never the one who proposed it.';
comment on column marking.key_change.decided_at is 'When.';

create function marking.refuse_change_of_a_decision() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or old.decided_at is not null
     or (to_jsonb(new) - array['agreed', 'decided_because', 'decided_by', 'decided_at'])
        is distinct from (to_jsonb(old) - array['agreed', 'decided_because', 'decided_by', 'decided_at']) then
    raise exception 'a key change stays' using errcode = '23514', constraint = 'a_key_change_stays';
  end if;
  return new;
end $$;
create trigger a_key_change_stays before update or delete on marking.key_change
  for each row execute function marking.refuse_change_of_a_decision();
create function marking.refuse_removal_of_all() returns trigger language plpgsql as
$$ begin raise exception 'key changes stay' using errcode = '23514', constraint = 'a_key_change_stays'; end $$;
create trigger key_changes_are_never_emptied before truncate on marking.key_change
  for each statement execute function marking.refuse_removal_of_all();
