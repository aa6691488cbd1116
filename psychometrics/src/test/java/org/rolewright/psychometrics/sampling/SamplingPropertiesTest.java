package org.rolewright.psychometrics.sampling;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** How sampling behaves whatever the numbers. */
class SamplingPropertiesTest {
  @Property
  void the_margin_of_the_required_sample_is_what_was_wanted(
      @ForAll @IntRange(min = 2, max = 50_000) int population,
      @ForAll @DoubleRange(min = .02, max = .98) double p,
      @ForAll @DoubleRange(min = .01, max = .3) double margin) {
    var size = SampleSize.ofProportion(OptionalInt.of(population), p, new Precision(margin, .95));
    assertTrue(size.required() >= 1 && size.required() <= population);
    double achieved =
        MarginOfError.ofProportion(p, size.required(), OptionalInt.of(population), .95);
    assertTrue(achieved <= margin + 1e-9, () -> achieved + " > " + margin);
  }
}
