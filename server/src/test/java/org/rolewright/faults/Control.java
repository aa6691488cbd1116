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
      List.of("what was acknowledged is stored", "acknowledgements never go back"),
      """
      create function shifted.hurry() returns trigger language plpgsql as
      $$ begin perform set_config('synchronous_commit', 'off', true); return null; end $$;
      create trigger hurry before insert on delivery.answer_event for each statement execute function shifted.hurry()\
      """),

  /** The page is told "saved" when the request has come, and the work is done afterwards. */
  ACKNOWLEDGE_BEFORE_COMMIT(
      List.of("killProgram", "cableReset"),
      List.of("what was acknowledged is stored", "acknowledgements never go back"),
      "select 1"),

  /** The answer that arrived last wins, whenever it was given. */
  ARRIVAL_ORDER(
      List.of("lineCut"),
      List.of(
          "the digest is of the newest answers by epoch and number",
          "no page is shown an old answer"),
      """
      create sequence shifted.arrival;
      create function shifted.rank() returns trigger language plpgsql as
      $$ begin new.epoch = nextval('shifted.arrival'); return new; end $$;
      create trigger rank before insert on delivery.answer_event for each row execute function shifted.rank()\
      """),

  /** What comes after one time of day is late, whatever time a candidate has. */
  ABSOLUTE_CUT_OFF(
      List.of("lineCut"),
      List.of("nothing in time is late"),
      """
      create table shifted.end_of_exam as select clock_timestamp() + interval '20 seconds' as at;
      create function shifted.cut_off() returns trigger language plpgsql as
      $$ begin new.counts_until = least(new.counts_until, (select at from shifted.end_of_exam)); return new; end $$;
      create trigger cut_off before update on delivery.sitting for each row
        when (new.counts_until is not null) execute function shifted.cut_off()\
      """),

  /** What is sent again is stored again. */
  NON_IDEMPOTENT_RETRY(
      List.of("lineCut", "killProgram"),
      List.of("an event is stored once", "nothing is stored that nobody typed"),
      "select 1");

  /** The faults under which it shows. */
  final List<String> faults;

  /** The rules that have to catch it, one of them at least; others may be broken besides. */
  final List<String> rules;

  /** What is done to the database before the exam. */
  final String sql;

  Control(List<String> faults, List<String> rules, String sql) {
    this.faults = faults;
    this.rules = rules;
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
