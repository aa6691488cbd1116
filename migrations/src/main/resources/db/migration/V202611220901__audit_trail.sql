create schema audit;
comment on schema audit is 'The append-only, hash-chained trail of who did what.';

create table audit.head (
  singleton boolean default true constraint the_trail_has_one_head primary key constraint the_head_is_a_singleton check (singleton),
  number bigint not null,
  hash bytea not null
);
comment on table audit.head is 'Number and hash of the newest entry; its row lock puts entries in one order.';
comment on column audit.head.singleton is 'Always true: there is one row.';
comment on column audit.head.number is 'Number of the newest entry, 0 before the first.';
comment on column audit.head.hash is 'Hash of the newest entry.';
insert into audit.head (number, hash) values (0, decode(repeat('00', 32), 'hex'));

create table audit.entry (
  number bigint constraint an_entry_has_one_number primary key,
  at timestamptz not null,
  actor uuid,
  actor_role text not null,
  action text not null,
  subject_kind text not null,
  subject uuid,
  detail jsonb not null,
  canonical text not null,
  previous_hash bytea not null constraint the_trail_has_no_fork unique,
  hash bytea not null constraint an_entry_hash_has_32_bytes check (octet_length(hash) = 32)
);
create index entry_by_subject on audit.entry (subject, number);
comment on table audit.entry is 'One act: written in the transaction of the act itself, never changed.';
comment on column audit.entry.number is 'Position in the trail, from 1, without gaps.';
comment on column audit.entry.at is 'When, by the program''s clock.';
comment on column audit.entry.actor is 'Person who acted; empty for the program itself.';
comment on column audit.entry.actor_role is 'In which role.';
comment on column audit.entry.action is 'Verb of the trade, e.g. survey.close.';
comment on column audit.entry.subject_kind is 'Kind of the thing acted on.';
comment on column audit.entry.subject is 'The thing acted on.';
comment on column audit.entry.detail is 'Values of the act, for queries.';
comment on column audit.entry.canonical is 'The exact text that was hashed.';
comment on column audit.entry.previous_hash is 'Hash of the entry before.';
comment on column audit.entry.hash is 'SHA-256 of the previous hash and the canonical text.';

create function audit.refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'the audit trail is append-only' using errcode = '23514', constraint = 'the_trail_is_append_only'; end $$;
create trigger the_trail_is_append_only before update or delete or truncate on audit.entry
  for each statement execute function audit.refuse_change();
