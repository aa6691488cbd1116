alter table itemreview.assignment add column told_at timestamptz;
comment on column itemreview.assignment.told_at is 'When a mail told of it and its deadline; empty while none did.';
create index assignment_untold on itemreview.assignment (assigned_at) where told_at is null;
