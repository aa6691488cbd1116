create schema certificate;
comment on schema certificate is 'Certificates on paper and in the mail.';
create table certificate.reminder (
  certificate_id uuid constraint a_holder_is_reminded_once primary key constraint a_reminder_is_about_a_certificate references credential.certificate,
  written_at timestamptz not null
);
comment on table certificate.reminder is 'Certificates whose holders were told that they run out.';
comment on column certificate.reminder.certificate_id is 'Which certificate.';
comment on column certificate.reminder.written_at is 'When.';
