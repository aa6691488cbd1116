package org.rolewright.survey;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Answers on their way.
 *
 * @param eligible whether the peer said that they do this work; false until said
 * @param page where the peer gave the newest answer, in the words of the pages
 * @param sequences the newest sequence number of each answer, so that a late retry never overwrites
 *     a newer value
 */
record Draft(Answers answers, boolean eligible, String page, Map<String, Long> sequences) {
  static final Draft EMPTY = new Draft(Answers.NONE, false, "", Map.of());

  /** The mark that the browser puts on each change: what, which, where. */
  record Step(String about, long sequence, String page) {}

  boolean consented() {
    return answers.consent() > 0;
  }

  Draft with(Step step, UnaryOperator<Answers> change) {
    return late(step) ? this : stepped(step, change.apply(answers), eligible);
  }

  Draft eligible(Step step) {
    return late(step) ? this : stepped(step, answers, true);
  }

  private boolean late(Step step) {
    return sequences.getOrDefault(step.about(), 0L) >= step.sequence();
  }

  private Draft stepped(Step step, Answers changed, boolean does) {
    var newest = sequences.values().stream().mapToLong(Long::longValue).max().orElse(0);
    var all = new TreeMap<>(sequences);
    all.put(step.about(), step.sequence());
    return new Draft(changed, does, step.sequence() > newest ? step.page() : page, all);
  }
}
