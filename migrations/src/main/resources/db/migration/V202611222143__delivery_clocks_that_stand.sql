alter table delivery.sitting alter counts_until drop not null, alter counts_until drop default;
update delivery.sitting set counts_until = null where counts_until = 'infinity';
comment on column delivery.sitting.counts_until is 'Answers received later are kept as late; empty while the clock stands.';
