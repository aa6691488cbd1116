create schema identity;
comment on schema identity is 'People, their accounts and sessions.';

create table identity.person (
  id uuid constraint a_person_has_one_identity primary key,
  name text not null constraint a_person_has_a_name check (name <> ''),
  email text not null constraint an_address_has_an_at_sign check (email like '_%@_%'),
  created_at timestamptz not null
);
create unique index an_address_belongs_to_one_person on identity.person (lower(email));
comment on table identity.person is 'A person who signs in.';
comment on column identity.person.id is 'Identity.';
comment on column identity.person.name is 'Name as shown to colleagues.';
comment on column identity.person.email is 'Address, used to sign in.';
comment on column identity.person.created_at is 'When the person was entered.';

create table identity.account (
  person_id uuid constraint a_person_has_one_account primary key constraint an_account_belongs_to_a_person references identity.person,
  password_hash text not null,
  failed_attempts int not null default 0,
  locked_until timestamptz
);
comment on table identity.account is 'How a person signs in with a password.';
comment on column identity.account.person_id is 'Whose account.';
comment on column identity.account.password_hash is 'Argon2id with its parameters and salt.';
comment on column identity.account.failed_attempts is 'Wrong passwords since the last right one.';
comment on column identity.account.locked_until is 'No sign-in before this moment.';

create table identity.session (
  token_hash bytea constraint a_session_has_one_token primary key,
  person_id uuid not null constraint a_session_belongs_to_a_person references identity.person,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_person on identity.session (person_id);
comment on table identity.session is 'A signed-in browser.';
comment on column identity.session.token_hash is 'SHA-256 of the token in the cookie; the token itself is not kept.';
comment on column identity.session.person_id is 'Who is signed in.';
comment on column identity.session.created_at is 'When the session began.';
comment on column identity.session.expires_at is 'When it ends.';

create schema access;
comment on schema access is 'Who may do what, and how people get in.';

create table access.role_held (
  person_id uuid not null constraint a_role_is_held_by_a_person references identity.person,
  role text not null constraint a_role_is_known check (role in ('administrator', 'certificationExpert', 'sme', 'auditor')),
  constraint a_person_holds_a_role_once primary key (person_id, role)
);
comment on table access.role_held is 'The roles each person holds.';
comment on column access.role_held.person_id is 'Who.';
comment on column access.role_held.role is 'Which role.';

create table access.setup_link (
  token_hash bytea constraint a_setup_link_has_one_token primary key,
  created_at timestamptz not null,
  used_at timestamptz
);
comment on table access.setup_link is 'The one-time link that makes the first administrator.';
comment on column access.setup_link.token_hash is 'SHA-256 of the token in the link.';
comment on column access.setup_link.created_at is 'When it was printed.';
comment on column access.setup_link.used_at is 'When the administrator was made.';

create table access.invitation (
  id uuid constraint an_invitation_has_one_identity primary key,
  token_hash bytea not null constraint an_invitation_has_one_token unique,
  email text not null,
  role text not null constraint an_invitation_is_for_a_known_role check (role in ('administrator', 'certificationExpert', 'sme', 'auditor')),
  invited_by uuid not null constraint a_colleague_invites references identity.person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_by uuid constraint an_accepted_invitation_names_the_person references identity.person
);
comment on table access.invitation is 'A colleague asked to join in a role.';
comment on column access.invitation.id is 'Identity.';
comment on column access.invitation.token_hash is 'SHA-256 of the token in the link.';
comment on column access.invitation.email is 'Address it was sent to.';
comment on column access.invitation.role is 'Role the colleague will hold.';
comment on column access.invitation.invited_by is 'Who invited.';
comment on column access.invitation.created_at is 'When it was written.';
comment on column access.invitation.expires_at is 'When the link stops working.';
comment on column access.invitation.accepted_by is 'Person who accepted; empty while open.';
