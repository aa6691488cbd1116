create schema itemreview;
comment on schema itemreview is 'Reviews of items: who was asked, what each says, what had to be resolved.';

create table itemreview.round (
  version_id uuid not null constraint a_round_reviews_a_version references itembank.item_version,
  number int not null,
  state text not null constraint a_round_is_of_a_known_review check (state in ('content_review', 'editorial', 'fairness_review')),
  needed int not null constraint a_round_needs_a_vote check (needed >= 1),
  opened_at timestamptz not null,
  closed_at timestamptz,
  outcome text constraint a_round_ends_in_a_known_way check (outcome in ('forward', 'back', 'retire')),
  reason text not null default '',
  closed_by_id uuid constraint a_round_is_closed_by_a_person references identity.person,
  closed_by text,
  constraint rounds_of_a_version_are_numbered primary key (version_id, number),
  constraint a_closed_round_says_how_and_by_whom check (num_nonnulls(closed_at, outcome, closed_by) in (0, 3))
);
create unique index a_version_has_one_open_round on itemreview.round (version_id) where closed_at is null;
comment on table itemreview.round is 'One review of one version: open until somebody who leads closes it.';
comment on column itemreview.round.version_id is 'Which version of an item.';
comment on column itemreview.round.number is 'Order within the version, from 1.';
comment on column itemreview.round.state is 'Content, editorial or fairness review.';
comment on column itemreview.round.needed is 'How many votes it needs.';
comment on column itemreview.round.opened_at is 'When it began.';
comment on column itemreview.round.closed_at is 'When it was closed; empty while open.';
comment on column itemreview.round.outcome is 'On to the next state, back to a draft, or retired.';
comment on column itemreview.round.reason is 'Why, in the words of who closed it.';
comment on column itemreview.round.closed_by_id is 'Who closed it; empty for the program.';
comment on column itemreview.round.closed_by is 'Name of that person.';

create table itemreview.assignment (
  version_id uuid not null,
  round int not null,
  person_id uuid not null constraint a_reviewer_is_a_person references identity.person,
  due_on date,
  assigned_by text not null,
  assigned_at timestamptz not null,
  constraint a_reviewer_is_asked_once_a_round primary key (version_id, round, person_id),
  constraint a_reviewer_is_asked_in_a_round foreign key (version_id, round) references itemreview.round
);
create index assignment_by_person on itemreview.assignment (person_id);
comment on table itemreview.assignment is 'Who was asked to review.';
comment on column itemreview.assignment.version_id is 'Which version.';
comment on column itemreview.assignment.round is 'Which round.';
comment on column itemreview.assignment.person_id is 'Who.';
comment on column itemreview.assignment.due_on is 'Until when; empty for no deadline.';
comment on column itemreview.assignment.assigned_by is 'Name of who asked.';
comment on column itemreview.assignment.assigned_at is 'When.';

create table itemreview.vote (
  version_id uuid not null,
  round int not null,
  person_id uuid not null,
  decision text not null constraint a_vote_accepts_changes_or_rejects check (decision in ('accept', 'change', 'reject')),
  reason text not null default '' constraint a_vote_against_has_a_reason check (decision = 'accept' or length(btrim(reason)) >= 3),
  voted_at timestamptz not null,
  constraint a_reviewer_votes_once_a_round primary key (version_id, round, person_id),
  constraint only_who_was_asked_votes foreign key (version_id, round, person_id) references itemreview.assignment
);
comment on table itemreview.vote is 'What a reviewer says; may be changed until the round is closed.';
comment on column itemreview.vote.version_id is 'Which version.';
comment on column itemreview.vote.round is 'Which round.';
comment on column itemreview.vote.person_id is 'Who.';
comment on column itemreview.vote.decision is 'Accept, change or reject.';
comment on column itemreview.vote.reason is 'Why.';
comment on column itemreview.vote.voted_at is 'When.';

create table itemreview.comment (
  id uuid constraint a_review_comment_has_one_identity primary key,
  version_id uuid not null constraint a_comment_is_on_a_version references itembank.item_version,
  round int not null,
  pointer text not null default '',
  text text not null constraint a_review_comment_says_something check (btrim(text) <> ''),
  author_id uuid constraint a_review_comment_has_an_author references identity.person,
  author text not null,
  written_at timestamptz not null,
  answer text,
  resolved_by text,
  resolved_at timestamptz,
  constraint a_comment_is_made_in_a_round foreign key (version_id, round) references itemreview.round,
  constraint a_resolved_comment_says_how_and_by_whom check (num_nonnulls(answer, resolved_by, resolved_at) in (0, 3))
);
create index comment_by_version on itemreview.comment (version_id, written_at);
comment on table itemreview.comment is 'A remark on a version; has to be resolved before the version moves on.';
comment on column itemreview.comment.id is 'Identity, made by the client.';
comment on column itemreview.comment.version_id is 'On which version.';
comment on column itemreview.comment.round is 'In which round.';
comment on column itemreview.comment.pointer is 'JSON pointer of the field in the content; empty for the whole.';
comment on column itemreview.comment.text is 'The remark.';
comment on column itemreview.comment.author_id is 'Who made it; empty for the program.';
comment on column itemreview.comment.author is 'Name of the author.';
comment on column itemreview.comment.written_at is 'When.';
comment on column itemreview.comment.answer is 'What was done about it; empty while open.';
comment on column itemreview.comment.resolved_by is 'Name of who resolved it.';
comment on column itemreview.comment.resolved_at is 'When.';

create function itemreview.refuse_change_when_closed() returns trigger language plpgsql as $$
begin
  if exists (select from itemreview.round r where r.version_id = coalesce(new.version_id, old.version_id)
             and r.number = coalesce(new.round, old.round) and r.closed_at is not null) then
    raise exception 'the round is closed' using errcode = '23514', constraint = 'a_closed_round_never_changes';
  end if;
  return coalesce(new, old);
end $$;
create trigger votes_of_a_closed_round_stay before insert or update or delete on itemreview.vote
  for each row execute function itemreview.refuse_change_when_closed();
create trigger reviewers_of_a_closed_round_stay before insert or update or delete on itemreview.assignment
  for each row execute function itemreview.refuse_change_when_closed();
create function itemreview.refuse_the_author() returns trigger language plpgsql as $$
begin
  if exists (select from itembank.item_version v where v.id = new.version_id and new.person_id in (v.author_id, v.changed_by_id)) then
    raise exception 'an author never reviews an item of their own' using errcode = '23514', constraint = 'an_author_never_reviews_own_items';
  end if;
  return new;
end $$;
create trigger an_author_never_reviews_own_items before insert or update on itemreview.assignment
  for each row execute function itemreview.refuse_the_author();
create function itemreview.refuse_reopening() returns trigger language plpgsql as
$$ begin raise exception 'the round is closed' using errcode = '23514', constraint = 'a_closed_round_never_changes'; end $$;
create trigger a_closed_round_never_changes before update or delete on itemreview.round
  for each row when (old.closed_at is not null) execute function itemreview.refuse_reopening();
