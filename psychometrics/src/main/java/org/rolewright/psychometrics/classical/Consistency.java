package org.rolewright.psychometrics.classical;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.rolewright.psychometrics.Optionals;
import org.rolewright.psychometrics.Warning;
import org.rolewright.psychometrics.Warning.Kind;

/**
 * Agreement of the pass/fail decisions of two parallel tests, estimated from one.
 *
 * @param agreement probability p₀ that both tests decide alike
 * @param passRate probability to pass one test
 * @param chance agreement by chance, passRate² + (1 − passRate)²
 * @param reliability the coefficient the method rests on
 * @param used scores used, 0 when computed from given moments
 * @param dropped scores left out
 * @param warnings why figures are empty, and what else a reader must know
 */
public record Consistency(
    OptionalDouble agreement,
    OptionalDouble passRate,
    OptionalDouble chance,
    OptionalDouble reliability,
    int used,
    int dropped,
    List<Warning> warnings) {

  /** Copies the warnings. */
  public Consistency {
    warnings = List.copyOf(warnings);
  }

  /** (p₀ − chance)/(1 − chance); empty when everyone passes or fails ({@code ONE_CATEGORY}). */
  public OptionalDouble kappa() {
    return agreement.isEmpty() || chance.isEmpty()
        ? OptionalDouble.empty()
        : Optionals.ratio(agreement.getAsDouble() - chance.getAsDouble(), 1 - chance.getAsDouble());
  }

  static Consistency of(
      double agreement,
      double passRate,
      double reliability,
      int used,
      int dropped,
      List<Warning> warnings) {
    double chance = passRate * passRate + (1 - passRate) * (1 - passRate);
    var all = new ArrayList<>(warnings);
    if (chance == 1) {
      all.add(Warning.of(Kind.ONE_CATEGORY, "kappa"));
    }
    return new Consistency(
        Optionals.finite(agreement),
        Optionals.finite(passRate),
        Optionals.finite(chance),
        Optionals.finite(reliability),
        used,
        dropped,
        all);
  }
}
