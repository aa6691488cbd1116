package org.rolewright.faults;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.rolewright.Installation;
import org.rolewright.delivery.ExamHall;
import org.rolewright.form.Part;
import org.rolewright.platform.Role;

/** An exam with its seats, made ready through the services before anything is broken. */
public record Exam(UUID window, String proctor, List<Sitter.Seat> seats) {
  private static final List<String> FACTORS = List.of("1", "1.25", "1.5", "2");

  /**
   * Makes a study with a published form and window.
   *
   * @param seconds of the form; shorter than a form may be, so that many sittings end by time in a
   *     minute: the rule that forbids it is taken from this database
   */
  public static Exam prepare(URI database, Path dataDir, int seconds, int seats, Random random) {
    try (var rolewright = Installation.on(database, dataDir)) {
      rolewright
          .wiring()
          .database
          .run(tx -> tx.sql().execute("alter table form.form drop constraint a_form_has_a_time"));
      var section = new ExamHall.Section(ExamHall.ITEMS, Optional.empty(), Part.Navigation.FREE);
      var hall = ExamHall.in(rolewright, ExamHall.Shape.of(seconds, section));
      var all = new ArrayList<Sitter.Seat>();
      for (var n = 0; n < seats; n++) all.add(seat(hall, seconds, n));
      Collections.shuffle(all, random);
      var proctor = rolewright.person(Role.PROCTOR).email();
      return new Exam(hall.window.value(), proctor, List.copyOf(all));
    }
  }

  private static Sitter.Seat seat(ExamHall hall, int seconds, int number) {
    var factor = FACTORS.get(number % FACTORS.size());
    var code = hall.candidate(new ExamHall.Granted(factor, 0, List.of()));
    return new Sitter.Seat(code, Math.round(seconds * 1_000 * Double.parseDouble(factor)));
  }
}
