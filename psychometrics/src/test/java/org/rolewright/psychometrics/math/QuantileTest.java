package org.rolewright.psychometrics.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantileTest {

  @Test
  void with_999_replicates_type_6_is_an_order_statistic() {
    double[] x = IntStream.rangeClosed(1, 999).asDoubleStream().toArray();
    assertEquals(25, Quantile.TYPE_6.of(x, .025));
    assertEquals(975, Quantile.TYPE_6.of(x, .975));
  }

  /** R 4.2.2: quantile(c(1, 2, 4, 8), c(.1, .25, .9), type = 7) = 1.3 1.75 6.8. */
  @Test
  void type_7_is_the_default_of_r() {
    double[] x = {8, 1, 4, 2};
    assertEquals(1.3, Quantile.TYPE_7.of(x, .1), 1e-12);
    assertEquals(1.75, Quantile.TYPE_7.of(x, .25), 1e-12);
    assertEquals(6.8, Quantile.TYPE_7.of(x, .9), 1e-12);
  }

  @Test
  void one_value_is_every_quantile_and_none_is_undefined() {
    assertEquals(3, Quantile.TYPE_6.of(new double[] {3}, .975));
    assertTrue(Double.isNaN(Quantile.TYPE_7.of(new double[] {}, .5)));
  }
}
