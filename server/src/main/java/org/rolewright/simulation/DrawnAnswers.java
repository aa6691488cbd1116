package org.rolewright.simulation;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Who gets which item right, by a two-parameter logistic model: P = 1 / (1 + exp(−a (θ − b))) with
 * ability θ standard normal, difficulty b normal around −0.8, discrimination a uniform on 0.5 to 2;
 * generator L64X128MixRandom. A person's chances do not depend on how many others there are.
 *
 * @param right {@code right[person][item]}, items in the order of the form
 */
public record DrawnAnswers(boolean[][] right) {
  private static final String GENERATOR = "L64X128MixRandom";
  private static final double EASE = 0.8;

  /**
   * Draws.
   *
   * @param seed the same seed, the same answers
   */
  public static DrawnAnswers of(int people, int items, long seed) {
    var random = RandomGeneratorFactory.of(GENERATOR).create(seed);
    var discrimination = new double[items];
    var difficulty = new double[items];
    for (var item = 0; item < items; item++) {
      discrimination[item] = random.nextDouble(0.5, 2);
      difficulty[item] = random.nextGaussian() - EASE;
    }
    var right = new boolean[people][items];
    for (var person = 0; person < people; person++) {
      var ability = random.nextGaussian();
      for (var item = 0; item < items; item++)
        right[person][item] =
            random.nextDouble() < chance(discrimination[item], ability - difficulty[item]);
    }
    return new DrawnAnswers(right);
  }

  private static double chance(double discrimination, double distance) {
    return 1 / (1 + Math.exp(-discrimination * distance));
  }

  /** For what else is drawn about one person and one item. */
  static RandomGenerator random(int person, int item) {
    return RandomGeneratorFactory.of(GENERATOR).create(1_000L * person + item);
  }
}
