-- Which roles there are stands in the program; the database keeps that a role is one word.
alter table access.role_held drop constraint a_role_is_known;
alter table access.role_held add constraint a_role_is_known check (role ~ '^[a-z][a-zA-Z]{1,39}$');
alter table access.invitation drop constraint an_invitation_is_for_a_known_role;
alter table access.invitation add constraint an_invitation_is_for_a_known_role check (role ~ '^[a-z][a-zA-Z]{1,39}$');
