create table delivery.exam_clock (
  single boolean constraint there_is_one_exam_clock primary key constraint the_exam_clock_is_the_only_one check (single),
  apart_ms bigint not null,
  doubt_since timestamptz,
  wall_off_ms bigint not null,
  database_off_ms bigint not null
);
comment on table delivery.exam_clock is 'How the clocks were found last, so that a restart of the program forgets no doubt. One row.';
comment on column delivery.exam_clock.single is 'Always true.';
comment on column delivery.exam_clock.apart_ms is 'How far the clock of the database was ahead of the program''s when they agreed, in milliseconds.';
comment on column delivery.exam_clock.doubt_since is 'Since when they have disagreed, by the clock of the program; empty while they agree.';
comment on column delivery.exam_clock.wall_off_ms is 'How far the clock of the program had jumped, in milliseconds.';
comment on column delivery.exam_clock.database_off_ms is 'How far the clock of the database had jumped, in milliseconds.';
