package org.rolewright.itemwriting;

import static org.rolewright.itembank.TestBank.both;
import static org.rolewright.itembank.TestBank.option;
import static org.rolewright.itembank.TestBank.single;

import java.util.List;
import java.util.Map;

/** One content of each type, with marks that tables are apt to spoil. */
final class ItemsOfEveryType {
  private ItemsOfEveryType() {}

  static List<Map<String, Object>> all() {
    return List.of(
        single("Which comes first, \"notes\", a greeting; or tea?"),
        Map.of(
            "type", "multiple",
            "stem", both("<p>Which two are signs of thirst?</p>"),
            "options",
                List.of(
                    option("a", "-5 degrees"), option("b", "Dry lips"), option("c", "Dark urine")),
            "key", Map.of("options", List.of("b", "c")),
            "credit", "partial"),
        Map.of(
            "type", "ordering",
            "stem", both("<p>Put the steps of a visit in order.</p>"),
            "options", List.of(option("a", "Leave"), option("b", "Greet"), option("c", "Ask")),
            "key", Map.of("order", List.of("b", "c", "a")),
            "credit", "partial",
            "rationale", both("A visit begins with a greeting.")),
        Map.of(
            "type", "matching",
            "stem", both("<p>Match each need with a service.</p>"),
            "prompts",
                List.of(
                    Map.of("id", "p1", "text", both("Food")),
                    Map.of("id", "p2", "text", both("Shelter"))),
            "options", List.of(option("a", "Hostel"), option("b", "Pantry"), option("c", "Bank")),
            "key", Map.of("pairs", Map.of("p1", "b", "p2", "a")),
            "credit", "whole",
            "rationale", both("Each need has its own place.")),
        Map.of(
            "type", "text",
            "stem", both("<p>What do you ask for before a visit?</p>"),
            "key",
                Map.of(
                    "accepted",
                    Map.of("en", List.of("consent", "permission"), "es", List.of("permiso"))),
            "credit", "whole",
            "rationale", both("Nobody is visited without consent.")),
        Map.of(
            "type", "numeric",
            "stem", both("<p>How cold does a freezer have to be?</p>"),
            "unit", both("°C"),
            "key", Map.of("value", "-18", "tolerance", "0.5"),
            "credit", "whole",
            "rationale", both("Most freezers keep this temperature.")));
  }
}
