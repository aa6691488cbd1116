alter table credential.certificate add column board text not null default '';
alter table credential.certificate alter column board drop default;
comment on column credential.certificate.board is 'Body that answered for the programme when the certificate was proposed; empty where none was written down.';
