create index mail_by_recipient on platform.mail (lower(recipient), created_at);
