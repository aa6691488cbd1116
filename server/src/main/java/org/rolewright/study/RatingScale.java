package org.rolewright.study;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rolewright.platform.Refusal;

/**
 * A scale on which peers rate each task. Its codes run from 1 without gaps; "I do not do this" is a
 * state of its own beside the scale, never a code on it.
 *
 * @param kind what is rated
 * @param question the question asked above it
 * @param anchors the wording of each code, lowest first
 */
public record RatingScale(Kind kind, String question, List<Anchor> anchors) {
  /** What a scale measures. */
  public enum Kind {
    IMPORTANCE,
    FREQUENCY
  }

  /** A code of a scale and the words that explain it. */
  public record Anchor(int code, String label) {}

  public RatingScale {
    anchors = List.copyOf(anchors);
    var codes = anchors.stream().map(Anchor::code).toList();
    if (anchors.size() < 2
        || !codes.equals(IntStream.rangeClosed(1, anchors.size()).boxed().toList()))
      throw new Refusal.BrokenRule("scaleCodesRunFromOne", Map.of("scale", kind.name()));
    if (anchors.stream().map(anchor -> anchor.label().strip().toLowerCase()).distinct().count()
        < anchors.size())
      throw new Refusal.BrokenRule("scaleAnchorsDiffer", Map.of("scale", kind.name()));
  }

  /** The greatest code. */
  public int top() {
    return anchors.size();
  }
}
