package org.rolewright.faults;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A service that is wrong in a way that has cost candidates their answers elsewhere. A check that
 * does not catch these has proved nothing.
 */
enum Control {
  /** The database acknowledges what its disk does not have yet. */
  ASYNCHRONOUS_COMMIT(
      List.of("killDatabase"),
      """
      create function shifted.hurry() returns trigger language plpgsql as
      $$ begin perform set_config('synchronous_commit', 'off', true); return null; end $$;
      create trigger hurry before insert on delivery.answer_event for each statement execute function shifted.hurry()\
      """),

  /** The page is told "saved" when the request has come, and the work is done afterwards. */
  ACKNOWLEDGE_BEFORE_COMMIT(List.of("killProgram", "cableReset"), "select 1"),

  /** The answer that arrived last wins, whenever it was given. */
  ARRIVAL_ORDER(
      List.of("lineCut"),
      """
      create sequence shifted.arrival;
      create function shifted.rank() returns trigger language plpgsql as
      $$ begin new.epoch = nextval('shifted.arrival'); return new; end $$;
      create trigger rank before insert on delivery.answer_event for each row execute function shifted.rank()\
      """),

  /** One time of day ends everybody's exam. */
  ABSOLUTE_CUT_OFF(
      List.of("lineCut"),
      """
      create table shifted.end_of_exam as select clock_timestamp() + interval '20 seconds' as at;
      create function shifted.cut_off() returns trigger language plpgsql as $$ begin
        new.allowed_ms = greatest(1, least(new.allowed_ms, extract(epoch from (select at from shifted.end_of_exam) - new.started_at) * 1000));
        return new;
      end $$;
      create trigger cut_off before update on delivery.sitting for each row
        when (new.started_at is not null) execute function shifted.cut_off()\
      """),

  /** What is sent again is stored again. */
  NON_IDEMPOTENT_RETRY(List.of("lineCut", "killProgram"), "select 1");

  /** The faults under which it shows. */
  final List<String> faults;

  /** What is done to the database before the exam. */
  final String sql;

  Control(List<String> faults, String sql) {
    this.faults = faults;
    this.sql = sql;
  }

  static Optional<Control> of(String name) {
    for (var control : values()) if (control.word().equals(name)) return Optional.of(control);
    return Optional.empty();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  FaultyLine.Middle middle() {
    return switch (this) {
      case ACKNOWLEDGE_BEFORE_COMMIT -> new Eager();
      case NON_IDEMPOTENT_RETRY -> new Appending();
      default -> (request, service) -> service.answer(request);
    };
  }
}
