create schema credential;
comment on schema credential is 'The registry: who holds which certificate, and what became of it.';

create table credential.certificate (
  id uuid constraint a_certificate_has_one_identity primary key,
  study_id uuid not null constraint a_certificate_belongs_to_a_study references study.study,
  application_id uuid not null constraint a_certificate_is_held_by_a_candidate references eligibility.application,
  sitting_id uuid not null constraint a_sitting_earns_one_certificate unique constraint a_certificate_was_earned_in_a_sitting references delivery.sitting (id),
  score_id uuid not null constraint a_certificate_rests_on_a_score references scoring.score,
  number text not null constraint a_certificate_number_is_used_once unique constraint a_certificate_number_is_well_formed check (number ~ '^[2-9A-HJKMNP-Z]{12}$'),
  code_mark bytea not null,
  holder text not null constraint a_certificate_names_its_holder check (btrim(holder) <> ''),
  title text not null constraint a_certificate_names_the_credential check (btrim(title) <> ''),
  language text not null constraint a_certificate_is_in_a_known_language check (language in ('en', 'es')),
  valid_months int not null constraint a_certificate_is_valid_for_a_time check (valid_months between 1 and 240),
  proposed_by uuid not null constraint a_certificate_is_proposed_by_a_person references identity.person,
  proposed_at timestamptz not null,
  issued_by uuid constraint a_certificate_is_issued_by_a_person references identity.person,
  issued_at timestamptz,
  issued_on date,
  expires_on date,
  constraint two_people_issue_a_certificate check (issued_by <> proposed_by),
  constraint issuing_has_person_time_and_dates check (num_nonnulls(issued_by, issued_at, issued_on, expires_on) in (0, 4)),
  constraint a_certificate_expires_after_it_was_issued check (expires_on > issued_on)
);
create index certificate_by_study on credential.certificate (study_id);
create index certificate_by_candidate on credential.certificate (application_id);
comment on table credential.certificate is 'A certificate: proposed by one person, issued by another, then fixed.';
comment on column credential.certificate.id is 'Identity.';
comment on column credential.certificate.study_id is 'For which credential.';
comment on column credential.certificate.application_id is 'Who holds it.';
comment on column credential.certificate.sitting_id is 'The exam that earned it.';
comment on column credential.certificate.score_id is 'The released score that earned it.';
comment on column credential.certificate.number is 'Random, with a check sign at the end.';
comment on column credential.certificate.code_mark is 'What is kept of the code that goes with the number.';
comment on column credential.certificate.holder is 'Name as in the application.';
comment on column credential.certificate.title is 'What the credential is called.';
comment on column credential.certificate.language is 'Language of the certificate.';
comment on column credential.certificate.valid_months is 'For how long it is valid.';
comment on column credential.certificate.proposed_by is 'The first of two people.';
comment on column credential.certificate.proposed_at is 'When.';
comment on column credential.certificate.issued_by is 'The second: never the first.';
comment on column credential.certificate.issued_at is 'When.';
comment on column credential.certificate.issued_on is 'Day from which it is valid.';
comment on column credential.certificate.expires_on is 'Last day on which it is valid.';

create table credential.act (
  certificate_id uuid not null constraint an_act_is_on_a_certificate references credential.certificate,
  number int not null constraint acts_are_numbered_from_one check (number >= 1),
  kind text not null constraint a_certificate_is_suspended_reinstated_or_revoked check (kind in ('suspend', 'reinstate', 'revoke')),
  reason text not null constraint an_act_on_a_certificate_has_a_reason check (length(btrim(reason)) >= 10),
  done_by uuid not null constraint an_act_is_done_by_a_person references identity.person,
  done_at timestamptz not null,
  constraint acts_on_a_certificate_are_numbered primary key (certificate_id, number)
);
comment on table credential.act is 'What became of an issued certificate. Only added to.';
comment on column credential.act.certificate_id is 'Which certificate.';
comment on column credential.act.number is 'Order, from 1.';
comment on column credential.act.kind is 'Suspended, reinstated or revoked.';
comment on column credential.act.reason is 'Why; not public.';
comment on column credential.act.done_by is 'Who.';
comment on column credential.act.done_at is 'When.';

create function credential.require_a_passed_exam() returns trigger language plpgsql as $$
begin
  if not exists (select from scoring.score where id = new.score_id and passed and sitting_id = new.sitting_id and application_id = new.application_id) then
    raise exception 'a certificate needs a pass' using errcode = '23514', constraint = 'a_certificate_rests_on_a_passed_exam';
  end if;
  return new;
end $$;
create trigger a_certificate_rests_on_a_passed_exam before insert or update on credential.certificate
  for each row execute function credential.require_a_passed_exam();

create function credential.refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'the registry stays' using errcode = '23514', constraint = 'the_registry_is_only_added_to'; end $$;
create trigger an_issued_certificate_stays before update or delete on credential.certificate
  for each row when (old.issued_at is not null) execute function credential.refuse_change();
create trigger acts_stay before update or delete on credential.act for each row execute function credential.refuse_change();
create trigger acts_are_never_emptied before truncate on credential.act for each statement execute function credential.refuse_change();

create function credential.require_a_fitting_act() returns trigger language plpgsql as $$
declare last text := (select kind from credential.act where certificate_id = new.certificate_id order by number desc limit 1);
begin
  perform 1 from credential.certificate where id = new.certificate_id and issued_at is not null for update;
  if not found or last = 'revoke' or (new.kind = 'reinstate') <> (coalesce(last, '') = 'suspend') and new.kind <> 'revoke' then
    raise exception 'the act does not fit' using errcode = '23514', constraint = 'an_act_fits_where_the_certificate_stands';
  end if;
  return new;
end $$;
create trigger an_act_fits_where_the_certificate_stands before insert on credential.act
  for each row execute function credential.require_a_fitting_act();
