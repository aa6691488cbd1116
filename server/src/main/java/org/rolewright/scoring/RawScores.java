package org.rolewright.scoring;

import java.math.BigDecimal;
import java.util.List;

/** A run with the points of everybody in it; whose they are is not said. */
public record RawScores(ScoringRun run, List<BigDecimal> points) {
  public RawScores {
    points = List.copyOf(points);
  }
}
