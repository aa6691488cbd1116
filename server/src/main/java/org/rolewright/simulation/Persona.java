package org.rolewright.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
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

  private static final List<Share> GENDERS =
      List.of(new Share("woman", 58), new Share("man", 39), new Share("another", 3));
  private static final List<Share> ETHNICITIES =
      List.of(
          new Share("white", 38),
          new Share("black", 22),
          new Share("hispanic", 22),
          new Share("asian", 11),
          new Share("several", 4),
          new Share("american_indian", 1),
          new Share("middle_eastern", 1),
          new Share("pacific_islander", 1));

  /** Stands for the place of an item where their background is drawn. */
  private static final int BACKGROUND = 999;

  /** Of a group, how many in a hundred belong to it. */
  private record Share(String group, int percent) {}

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

  /**
   * Groups that they state, drawn without regard to what they know; each question is left out by
   * some, and one in five states nothing.
   */
  Map<String, String> background(LocalDate today) {
    var random = DrawnAnswers.random(number, BACKGROUND);
    var stated = new HashMap<String, String>();
    if (random.nextInt(5) == 0) return stated;
    if (answers(random)) stated.put("gender", drawn(GENDERS, random));
    if (answers(random)) stated.put("ethnicity", drawn(ETHNICITIES, random));
    if (answers(random))
      stated.put("age", bornOn.plusYears(40).isAfter(today) ? "under_40" : "from_40");
    return stated;
  }

  private static boolean answers(RandomGenerator random) {
    return random.nextInt(10) > 0;
  }

  private static String drawn(List<Share> groups, RandomGenerator random) {
    int left = random.nextInt(100);
    for (var one : groups) {
      left -= one.percent();
      if (left < 0) return one.group();
    }
    throw new IllegalStateException("the shares come to less than 100 %");
  }
}
