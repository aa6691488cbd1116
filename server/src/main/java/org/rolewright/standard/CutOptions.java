package org.rolewright.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rolewright.judging.LockedSetting;
import org.rolewright.judging.SettingId;
import org.rolewright.psychometrics.cutscore.CutAdjustment;

/**
 * What the board may choose from.
 *
 * @param round on whose ratings the recommendation rests
 * @param recommended in raw points
 * @param maximum greatest raw score of the form
 */
public record CutOptions(
    SettingId setting,
    int round,
    double recommended,
    double standardError,
    double low,
    double high,
    int maximum,
    List<Family> families) {
  private static final double[] MULTIPLES = {-2, -1, 0, 1, 2};

  public CutOptions {
    families = List.copyOf(families);
  }

  /** Cuts moved by one kind of error. */
  public record Family(CutError error, double size, List<Option> options) {
    public Family {
      options = List.copyOf(options);
    }
  }

  /**
   * A cut.
   *
   * @param cut moved, not rounded
   * @param raw lowest whole score that passes
   * @param possible whether the form has such a score
   */
  public record Option(int multiple, double cut, int raw, boolean possible) {}

  static CutOptions of(LockedSetting locked, Optional<Double> sem) {
    var result = locked.result();
    double error = result.standardError().orElseThrow();
    int maximum = locked.setting().items().size();
    var families = new ArrayList<Family>();
    families.add(family(CutError.JUDGEMENT, result.cut(), error, maximum));
    sem.ifPresent(size -> {
      families.add(family(CutError.MEASUREMENT, result.cut(), size, maximum));
      double both = CutAdjustment.combined(error, size);
      families.add(family(CutError.BOTH, result.cut(), both, maximum));
    });
    return new CutOptions(
        locked.setting().id(),
        locked.last().number(),
        result.cut(),
        error,
        result.low().orElseThrow(),
        result.high().orElseThrow(),
        maximum,
        families);
  }

  private static Family family(CutError error, double cut, double size, int maximum) {
    var moved = CutAdjustment.of(cut, size, new double[0], MULTIPLES);
    return new Family(
        error,
        size,
        moved.options().stream()
            .map(one -> {
              int raw = one.lowestPassing();
              boolean possible = raw >= 0 && raw <= maximum;
              return new Option((int) one.multiple(), one.cut(), raw, possible);
            })
            .toList());
  }

  /** The option that was chosen; empty when there is none such. */
  Optional<Option> option(CutError error, int multiple) {
    return families.stream()
        .filter(family -> family.error() == error)
        .flatMap(family -> family.options().stream())
        .filter(option -> option.multiple() == multiple && option.possible())
        .findFirst();
  }
}
