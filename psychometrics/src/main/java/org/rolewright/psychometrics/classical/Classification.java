package org.rolewright.psychometrics.classical;

import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

/**
 * How pass/fail decisions agree with true standing (accuracy) and with a second, parallel test
 * (consistency). All are probabilities.
 *
 * @param trueFailObservedFail truly below the cut and failed
 * @param trueFailObservedPass truly below the cut but passed: the false pass rate
 * @param truePassObservedFail truly at or above the cut but failed: the false fail rate
 * @param truePassObservedPass truly at or above the cut and passed
 * @param bothFail failed on both of two parallel tests
 * @param bothPass passed both of two parallel tests
 * @param chance agreement of two tests by chance, from the pass rate
 */
public record Classification(
    double trueFailObservedFail,
    double trueFailObservedPass,
    double truePassObservedFail,
    double truePassObservedPass,
    double bothFail,
    double bothPass,
    double chance) {

  /** Probability that the decision is the right one. */
  public double accuracy() {
    return trueFailObservedFail + truePassObservedPass;
  }

  /** Probability that two parallel tests decide alike. */
  public double consistency() {
    return bothFail + bothPass;
  }

  /** Consistency beyond chance; empty when everyone passes or everyone fails. */
  public OptionalDouble kappa() {
    return Optionals.ratio(consistency() - chance, 1 - chance);
  }

  /** What a reader must know of the figures. */
  List<Warning> warnings() {
    return kappa().isEmpty() ? List.of(Warning.of(Kind.ONE_CATEGORY, "kappa")) : List.of();
  }
}
