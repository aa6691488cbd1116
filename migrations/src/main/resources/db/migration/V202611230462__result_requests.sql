create schema result;
comment on schema result is 'What candidates ask about their results, and what they are answered.';

create table result.request (
  id uuid constraint a_request_has_one_identity primary key,
  score_id uuid not null constraint a_request_is_about_a_score references scoring.score,
  application_id uuid not null constraint a_request_is_made_by_a_candidate references eligibility.application,
  kind text not null constraint a_request_is_a_verification_or_an_appeal check (kind in ('verification', 'appeal')),
  reason text not null constraint a_request_has_a_reason check (length(btrim(reason)) >= 10),
  made_at timestamptz not null,
  answer_due date not null,
  outcome text constraint a_request_is_upheld_or_changes_something check (outcome in ('confirmed', 'changed')),
  answer text constraint an_answer_says_why check (length(btrim(answer)) >= 10),
  decided_by uuid constraint a_request_is_decided_by_a_person references identity.person,
  decided_at timestamptz,
  constraint an_answer_has_person_and_time check (num_nonnulls(outcome, answer, decided_by, decided_at) in (0, 4)),
  constraint a_score_is_verified_once_and_appealed_once unique (score_id, kind)
);
create index request_by_candidate on result.request (application_id);
comment on table result.request is 'A candidate asks that a score be counted again, or appeals.';
comment on column result.request.id is 'Identity, made by the client.';
comment on column result.request.score_id is 'About which score.';
comment on column result.request.application_id is 'Who asks.';
comment on column result.request.kind is 'Verification: count again. Appeal: against how the exam went or was scored.';
comment on column result.request.reason is 'In the words of the candidate.';
comment on column result.request.made_at is 'When.';
comment on column result.request.answer_due is 'By which day it has to be answered.';
comment on column result.request.outcome is 'Confirmed: the result stays. Changed: something follows.';
comment on column result.request.answer is 'What the candidate is told.';
comment on column result.request.decided_by is 'Who decided: nobody who signed or released the scores.';
comment on column result.request.decided_at is 'When.';

create function result.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or old.decided_at is not null
     or (to_jsonb(new) - array['outcome', 'answer', 'decided_by', 'decided_at'])
        is distinct from (to_jsonb(old) - array['outcome', 'answer', 'decided_by', 'decided_at']) then
    raise exception 'a request stays' using errcode = '23514', constraint = 'a_request_about_a_result_stays';
  end if;
  return new;
end $$;
create trigger a_request_about_a_result_stays before update or delete on result.request
  for each row execute function result.refuse_change();
