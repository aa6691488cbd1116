package org.rolewright.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rolewright.form.Targets;
import org.rolewright.platform.text.Formats;
import org.rolewright.selection.Scope;
import org.rolewright.selection.Scope.Kind;
import org.rolewright.selection.SelectionResult;
import org.rolewright.selection.SelectionResult.Broken;
import org.rolewright.selection.SelectionResult.Held;
import org.rolewright.selection.SelectionResult.Missing;

/** A run in words: why there are no forms, or what each form has. */
record Explanation(AssemblyRun run, Targets targets, Formats formats) {
  private static final double SECONDS_A_MINUTE = 60;

  /** A wish beside what each form has of it. */
  record Row(String what, double min, double max, List<Double> counts) {}

  /** What was striven for beside what was reached on each form. */
  record Reached(String what, double value, List<Double> perForm) {}

  /** Why no forms could be made, each reason a sentence; empty when they were. */
  List<String> reasons() {
    var reasons = new ArrayList<String>();
    for (var result : results()) {
      result.missing().stream().map(this::missing).forEach(reasons::add);
      result.broken().stream().map(this::broken).forEach(reasons::add);
      if (result.status() == SelectionResult.Status.UNDECIDED) reasons.add(text("undecided"));
    }
    return reasons;
  }

  /** What would do instead of new items, each a sentence. */
  List<String> cures() {
    return results().stream()
        .flatMap(result -> result.cures().stream())
        .distinct()
        .map(rule -> text("cure." + rule.code()))
        .toList();
  }

  List<Row> held() {
    return run.result().held().stream().map(this::row).toList();
  }

  List<Reached> reached() {
    return run.result().goals().stream()
        .map(goal ->
            new Reached(
                text("goal." + goal.goal(), Map.of("measure", measure(goal.measure()))),
                goal.value(),
                goal.perForm()))
        .toList();
  }

  private List<SelectionResult> results() {
    var results = new ArrayList<>(List.of(run.result()));
    run.pilot().ifPresent(results::add);
    return results;
  }

  private Row row(Held held) {
    return new Row(
        held.name().equals("quota") ? words(held.scope()) : text("total." + held.name()),
        held.min(),
        held.max(),
        held.counts());
  }

  private String missing(Missing missing) {
    var scope = missing.scope();
    boolean pilot = scope.value(Kind.USE).isPresent();
    return text(
        pilot ? "missingPilot" : "missing",
        Map.of(
            "count", formats.number(missing.count()),
            "where", words(scope),
            "inBank", formats.number(missing.inBank())));
  }

  private String broken(Broken broken) {
    boolean below = broken.excess() < 0;
    double by = Math.abs(broken.excess());
    return switch (broken.name()) {
      case "quota" ->
          text(
              below ? "tooFew" : "tooMany",
              Map.of("count", formats.number(Math.round(by)), "where", words(broken.scope())));
      case "common" -> text("anchors", Map.of("count", formats.number(Math.round(by))));
      case "seconds" ->
          text("tooLong", Map.of("minutes", formats.number(Math.ceil(by / SECONDS_A_MINUTE), 0)));
      default -> text("tooWordy", Map.of("count", formats.number(Math.round(by))));
    };
  }

  /** "II.C at application level". */
  private String words(Scope scope) {
    var place =
        scope
            .value(Kind.TASK)
            .map(this::taskCode)
            .or(() -> scope.value(Kind.DOMAIN).map(this::domainName))
            .or(() -> scope.value(Kind.FORM).map(code -> text("onForm", Map.of("form", code))));
    var level = scope.value(Kind.LEVEL).map(code -> text("level." + code));
    if (place.isEmpty() && level.isEmpty()) return text("all");
    return place
        .map(there ->
            level.map(at -> text("atLevel", Map.of("place", there, "level", at))).orElse(there))
        .orElseGet(() -> text("levelAlone", Map.of("level", level.orElseThrow())));
  }

  private String taskCode(String id) {
    return targets.domains().stream()
        .flatMap(domain -> domain.tasks().stream())
        .filter(task -> task.id().value().toString().equals(id))
        .findFirst()
        .map(Targets.Task::code)
        .orElse(id);
  }

  private String domainName(String id) {
    return targets.domains().stream()
        .filter(domain -> domain.id().value().toString().equals(id))
        .findFirst()
        .map(domain -> text("domain", Map.of("code", domain.code())))
        .orElse(id);
  }

  private String measure(String name) {
    var domain =
        name.startsWith("p in ") ? Optional.of(name.substring(5)) : Optional.<String>empty();
    return domain
        .map(code -> text("measure.domain", Map.of("code", code)))
        .orElseGet(() -> name.isEmpty() ? "" : text("measure." + name.replace(' ', '-')));
  }

  private String text(String key) {
    return formats.text("assembly." + key);
  }

  private String text(String key, Map<String, ?> values) {
    return formats.text("assembly." + key, values);
  }
}
