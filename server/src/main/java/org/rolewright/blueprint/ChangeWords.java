package org.rolewright.blueprint;

import java.util.UUID;
import org.rolewright.platform.Refusal;

/** A change as the record keeps it: what, before and after. */
record ChangeWords(String subject, String before, String after) {

  static ChangeWords of(Change change, Outline before, Outline after) {
    return switch (change.kind()) {
      case TEST_LENGTH -> new ChangeWords("", "" + before.testLength(), "" + after.testLength());
      case DOMAIN_WEIGHT ->
          new ChangeWords(
              domain(change, before).code(),
              percent(domain(change, before).weight()),
              percent(domain(change, after).weight()));
      case DOMAIN_ITEMS ->
          new ChangeWords(
              domain(change, before).code(),
              items(domain(change, before).items(), domain(change, before).bounds()),
              items(domain(change, after).items(), domain(change, after).bounds()));
      case TASK_ITEMS ->
          new ChangeWords(
              task(change, before).code(),
              items(task(change, before).items(), task(change, before).bounds()),
              items(task(change, after).items(), task(change, after).bounds()));
      case INCLUDE_TASK, EXCLUDE_TASK ->
          new ChangeWords(
              task(change, before).code(),
              percent(task(change, before).weight()),
              percent(task(change, after).weight()));
    };
  }

  private static String percent(double share) {
    return "%.2f %%".formatted(100 * share);
  }

  private static String items(int items, Outline.Bounds bounds) {
    var min = bounds.min().isPresent() ? "" + bounds.min().getAsInt() : "0";
    var max = bounds.max().isPresent() ? "" + bounds.max().getAsInt() : "∞";
    return items + " (" + min + "–" + max + ")";
  }

  private static Outline.Domain domain(Change change, Outline outline) {
    return outline.domains().stream()
        .filter(one -> one.domain().value().equals(subject(change)))
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("domain"));
  }

  private static Outline.Task task(Change change, Outline outline) {
    return outline.domains().stream()
        .flatMap(domain -> domain.tasks().stream())
        .filter(one -> one.task().value().equals(subject(change)))
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("task"));
  }

  private static UUID subject(Change change) {
    return change.subject().orElseThrow(() -> new Refusal.NotFound("task"));
  }
}
