package org.rolewright.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.rolewright.study.RatingScale.Anchor;
import org.rolewright.study.ScaleWarning.Problem;

/** Reads a rating scale as a rater would, in English and Spanish. Warns, never forbids. */
final class ScaleRules {
  private static final int LONGEST_ANCHOR = 60;
  private static final Pattern NOT_DONE =
      Pattern.compile(
          "\\b(n/?a|not applicable|do not (do|perform)|don't (do|perform)|never (do|perform)\\w*"
              + "|not performed|no aplica|no (lo )?(hago|realizo)|no realizada?)\\b");

  /** Words whose order is known, lowest first; words of one line mean the same degree. */
  private static final List<List<String>> DEGREES =
      List.of(
          List.of("not", "no", "nada", "never", "nunca", "none"),
          List.of("slightly", "little", "rarely", "seldom", "poco", "poca", "algo", "raramente"),
          List.of("yearly", "annually", "year", "anual", "año"),
          List.of("somewhat", "sometimes", "occasionally", "ocasionalmente"),
          List.of("moderately", "moderadamente"),
          List.of("monthly", "month", "mensual", "mes"),
          List.of("weekly", "week", "semanal", "semana"),
          List.of("daily", "day", "diario", "diaria", "día"),
          List.of("hourly", "hour", "hora"),
          List.of("often", "frequently", "usually"),
          List.of("very", "muy", "highly"),
          List.of("always", "siempre"),
          List.of("extremely", "critical", "essential", "sumamente", "extremadamente"));

  private static final Map<String, Integer> RANKS = ranks();

  private ScaleRules() {}

  static List<ScaleWarning> warnings(Protocol protocol) {
    return protocol.scales().stream().flatMap(scale -> warnings(scale).stream()).toList();
  }

  static List<ScaleWarning> warnings(RatingScale scale) {
    var found = new ArrayList<ScaleWarning>();
    length(scale).ifPresent(problem -> found.add(new ScaleWarning(scale.kind(), problem, 0)));
    for (var anchor : scale.anchors()) {
      if (anchor.label().length() > LONGEST_ANCHOR)
        found.add(new ScaleWarning(scale.kind(), Problem.TOO_LONG, anchor.code()));
      if (NOT_DONE.matcher(lower(anchor)).find())
        found.add(new ScaleWarning(scale.kind(), Problem.SAYS_NOT_DONE, anchor.code()));
    }
    neighbours(scale, found);
    return found;
  }

  private static java.util.Optional<Problem> length(RatingScale scale) {
    if (scale.top() < 4) return java.util.Optional.of(Problem.FEW_POINTS);
    if (scale.top() > 7) return java.util.Optional.of(Problem.MANY_POINTS);
    return scale.top() % 2 == 0
        ? java.util.Optional.of(Problem.NO_MIDPOINT)
        : java.util.Optional.empty();
  }

  private static void neighbours(RatingScale scale, List<ScaleWarning> found) {
    var highest = OptionalInt.empty();
    var seen = new HashMap<String, Integer>();
    for (var anchor : scale.anchors()) {
      if (seen.put(letters(anchor), anchor.code()) != null)
        found.add(new ScaleWarning(scale.kind(), Problem.NEARLY_THE_SAME, anchor.code()));
      var rank = rank(anchor);
      if (rank.isPresent() && highest.isPresent() && rank.getAsInt() < highest.getAsInt())
        found.add(new ScaleWarning(scale.kind(), Problem.NOT_IN_ORDER, anchor.code()));
      if (rank.isPresent()) highest = rank;
    }
  }

  /** The degree of an anchor's first word that has one. */
  private static OptionalInt rank(Anchor anchor) {
    for (var word : lower(anchor).split("[^\\p{L}]+"))
      if (RANKS.containsKey(word)) return OptionalInt.of(RANKS.get(word));
    return OptionalInt.empty();
  }

  private static String lower(Anchor anchor) {
    return anchor.label().toLowerCase(Locale.ROOT);
  }

  private static String letters(Anchor anchor) {
    return lower(anchor).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static Map<String, Integer> ranks() {
    var ranks = new HashMap<String, Integer>();
    for (int i = 0; i < DEGREES.size(); i++) for (var word : DEGREES.get(i)) ranks.put(word, i);
    return Map.copyOf(ranks);
  }
}
