package org.rolewright.impact;

import java.math.BigDecimal;
import java.util.List;
import org.rolewright.impact.Impact.Family;
import org.rolewright.impact.Impact.Outcome;
import org.rolewright.marking.Cut;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.rating.ProportionInterval;
import org.rolewright.standard.CutOptions;

/**
 * How many pass at a cut. Pure.
 *
 * @param points of everybody who sat; at least one
 * @param maximum points that could be reached
 */
record PassRates(List<BigDecimal> points, int maximum) {
  private static final double CONFIDENCE = 0.95;

  List<Family> families(CutOptions options) {
    return options.families().stream()
        .map(family ->
            new Family(
                family.error(),
                family.options().stream()
                    .filter(CutOptions.Option::possible)
                    .map(option -> outcome(option, options.maximum()))
                    .toList()))
        .toList();
  }

  private Outcome outcome(CutOptions.Option option, int of) {
    int needed = Cut.needed(whole(option.raw()), whole(of), whole(maximum)).intValueExact();
    var rate = rate(needed);
    return new Outcome(
        option.multiple(),
        needed,
        passing(needed),
        rate.value().orElseThrow(),
        rate.interval().orElseThrow());
  }

  int passing(int needed) {
    return (int) points.stream().filter(one -> one.compareTo(whole(needed)) >= 0).count();
  }

  /** Share who have as many points, with its interval. */
  Estimate rate(int needed) {
    return ProportionInterval.of(passing(needed), points.size(), CONFIDENCE);
  }

  private static BigDecimal whole(int points) {
    return BigDecimal.valueOf(points);
  }
}
