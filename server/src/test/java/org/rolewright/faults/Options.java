package org.rolewright.faults;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * What a run is asked for.
 *
 * @param candidates at the same time
 * @param only the faults to choose from; empty for all
 * @param control the wrong that is to be caught, if any
 */
record Options(
    double minutes, long seed, int candidates, Optional<Control> control, List<String> only) {
  static final String HELP =
      """
      ./run faults [--minutes N] [--seed S] [--candidates N] [--control NAME] [--only FAULT,FAULT]

      NAME is one of asynchronous-commit, acknowledge-before-commit, arrival-order, absolute-cut-off,
      non-idempotent-retry. Ends with 1 when an answer was lost, wrong, or a rule broken.\
      """;
  private static final Set<String> KNOWN =
      Set.of("--minutes", "--seed", "--candidates", "--control", "--only");

  static Optional<Options> of(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (var n = 0; n + 1 < arguments.length; n += 2) given.put(arguments[n], arguments[n + 1]);
    if (arguments.length % 2 != 0 || !KNOWN.containsAll(given.keySet())) return Optional.empty();
    var control = Optional.ofNullable(given.get("--control"));
    if (control.isPresent() && Control.of(control.get()).isEmpty()) return Optional.empty();
    try {
      return Optional.of(
          new Options(
              Double.parseDouble(given.getOrDefault("--minutes", "1")),
              given.containsKey("--seed")
                  ? Long.parseLong(given.get("--seed"))
                  : ThreadLocalRandom.current().nextInt(1_000_000),
              Integer.parseInt(given.getOrDefault("--candidates", "40")),
              control.flatMap(Control::of),
              Stream.of(given.getOrDefault("--only", "").split(","))
                  .filter(word -> !word.isEmpty())
                  .toList()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  long millis() {
    return Math.round(minutes * 60_000);
  }

  /** Of the form: so short that many sittings end by time. */
  int seconds() {
    return minutes < 1 ? 8 : 20;
  }

  /** Enough that nobody finds the room empty. */
  int seats() {
    return candidates + (int) (candidates * millis() / 1_000 / seconds() * 2);
  }

  Path historyFile() {
    return Path.of("target", "faults", "history-" + seed + ".jsonl").toAbsolutePath();
  }

  /** Megabytes that a run needs on its disk. */
  int disk() {
    return (int) Math.min(2_000, 300 + 100 * minutes);
  }
}
