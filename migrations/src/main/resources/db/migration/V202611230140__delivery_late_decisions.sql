alter table delivery.admitted_late rename to late_decision;
alter table delivery.late_decision add admitted boolean not null default true;
alter table delivery.late_decision alter admitted drop default;
alter table delivery.late_decision rename constraint a_late_answer_is_admitted_by_somebody to a_late_answer_is_decided_by_somebody;
alter table delivery.late_decision rename constraint a_late_answer_is_admitted_for_a_reason to a_late_answer_is_decided_for_a_reason;
alter table delivery.late_decision rename constraint a_late_answer_is_admitted_once to a_late_answer_is_decided_once;
comment on table delivery.late_decision is 'What a person decided about late or misplaced answers. Never changed.';
comment on column delivery.late_decision.admitted is 'Whether it counts from now on.';
comment on column delivery.late_decision.person_id is 'Who decided.';
create trigger late_decisions_are_only_added before update or delete or truncate on delivery.late_decision
  for each statement execute function delivery.refuse_change('late_decisions_are_only_added');
