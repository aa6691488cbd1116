package org.rolewright.simulation;

import java.time.LocalDate;
import java.util.List;
import org.rolewright.platform.text.Language;

/** A made-up candidate; one in five takes the exam in Spanish. */
record Persona(int number, String name, String email, Language language, LocalDate bornOn) {
  private static final List<String> GIVEN =
      List.of(
          "Ana", "Ben", "Carla", "Dario", "Elsa", "Femi", "Gita", "Hugo", "Ines", "Jonas", "Kemi",
          "Luis", "Mara", "Nuno", "Olga", "Pavel", "Rita", "Saul", "Tara", "Uli");
  private static final List<String> FAMILY =
      List.of(
          "Abebe", "Bravo", "Castro", "Duran", "Egan", "Flores", "Garay", "Haddad", "Ito", "Jara",
          "Khan", "Lopez", "Mbeki", "Navas", "Osei");

  /** Number 0 is the first; three hundred have names of their own. */
  static Persona of(int number) {
    var given = GIVEN.get(number % GIVEN.size());
    var family = FAMILY.get(number / GIVEN.size() % FAMILY.size());
    return new Persona(
        number,
        given + " " + family + " (synthetic)",
        "synthetic-%03d@candidates.example".formatted(number + 1),
        number % 5 == 4 ? Language.SPANISH : Language.ENGLISH,
        LocalDate.of(1970 + number % 30, 1 + number % 12, 1 + number % 28));
  }
}
