package org.rolewright.appraisal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rolewright.marking.Cut;
import org.rolewright.marking.Scorer;
import org.rolewright.marking.Scorer.Marked;
import org.rolewright.psychometrics.agreement.CoefficientAlpha;
import org.rolewright.psychometrics.classical.FeldtQualls;
import org.rolewright.psychometrics.classical.ItemAnalysis;
import org.rolewright.psychometrics.classical.LivingstonLewis;
import org.rolewright.psychometrics.classical.StandardError;
import org.rolewright.psychometrics.classical.StratifiedAlpha;
import org.rolewright.psychometrics.math.Moments;

/** The figures of a run, from the points of its sittings. Pure. */
public final class RunAnalysis {
  private static final int PARTS = 4;

  private final Scorer scorer;
  private final List<Marked> marked;
  private final int[] counting;
  private final double[][] scores;
  private final double[] totals;

  public RunAnalysis(Scorer scorer, List<Marked> marked) {
    this.scorer = scorer;
    this.marked = marked;
    var items = scorer.items();
    counting = IntStream.range(0, items.size()).filter(at -> items.get(at).counts()).toArray();
    scores =
        marked.stream()
            .map(one ->
                Arrays.stream(counting).mapToDouble(at -> one.points().get(at).doubleValue()))
            .map(row -> row.toArray())
            .toArray(double[][]::new);
    totals = marked.stream().mapToDouble(one -> one.result().raw().doubleValue()).toArray();
  }

  double[] totals() {
    return totals.clone();
  }

  /** Statistics of the items that count, in their order; empty when nobody sat. */
  Optional<ItemAnalysis.Result> items() {
    return scores.length == 0 ? Optional.empty() : Optional.of(ItemAnalysis.of(scores));
  }

  public RunFigures figures() {
    var items = items();
    var errors = errors(items);
    return new RunFigures(
        marked.size(),
        counting.length,
        days(),
        marked.size() >= RunFigures.ENOUGH,
        distribution(items),
        errors,
        scorer.cut().map(cut -> decisions(cut, errors)),
        domains());
  }

  private Optional<RunFigures.Days> days() {
    var days = marked.stream().map(one -> one.taken().day()).toList();
    return days.stream()
        .min(Comparator.naturalOrder())
        .map(first -> new RunFigures.Days(first, days.stream().max(LocalDate::compareTo).get()));
  }

  private RunFigures.Distribution distribution(Optional<ItemAnalysis.Result> items) {
    var counts = new Integer[counting.length + 1];
    Arrays.fill(counts, 0);
    for (var total : totals) counts[(int) Math.floor(total)]++;
    var ordered = Arrays.stream(totals).sorted().toArray();
    return new RunFigures.Distribution(
        items.map(ItemAnalysis.Result::mean).orElse(OptionalDouble.empty()),
        items.map(ItemAnalysis.Result::sd).orElse(OptionalDouble.empty()),
        Arrays.stream(totals).min(),
        median(ordered),
        Arrays.stream(totals).max(),
        List.of(counts));
  }

  static OptionalDouble median(double[] ordered) {
    if (ordered.length == 0) return OptionalDouble.empty();
    var middle = ordered.length / 2;
    return OptionalDouble.of(
        ordered.length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2);
  }

  private RunFigures.Errors errors(Optional<ItemAnalysis.Result> items) {
    var alpha = items.map(ItemAnalysis.Result::alpha).orElse(OptionalDouble.empty());
    var kr21 = items.map(ItemAnalysis.Result::kr21).orElse(OptionalDouble.empty());
    var method = scorer.cut().isEmpty() ? RunFigures.Method.NONE : method(alpha, kr21);
    return new RunFigures.Errors(
        alpha,
        kr21,
        stratified(),
        items.map(ItemAnalysis.Result::sem).orElse(OptionalDouble.empty()),
        atCut(method, alpha, kr21),
        method);
  }

  private OptionalDouble stratified() {
    if (scores.length == 0) return OptionalDouble.empty();
    return StratifiedAlpha.of(scores, Arrays.stream(counting).mapToObj(this::domain).toList())
        .value();
  }

  private String domain(int at) {
    return scorer.items().get(at).version().domain().value().toString();
  }

  private RunFigures.Method method(OptionalDouble alpha, OptionalDouble kr21) {
    if (alpha.isPresent() && kr21.isPresent()) return RunFigures.Method.KEATS;
    return alpha.isPresent() && counting.length >= PARTS
        ? RunFigures.Method.FELDT_QUALLS
        : RunFigures.Method.NONE;
  }

  private OptionalDouble atCut(
      RunFigures.Method method, OptionalDouble alpha, OptionalDouble kr21) {
    return switch (method) {
      case NONE -> OptionalDouble.empty();
      case KEATS ->
          StandardError.byScore(counting.length, alpha.getAsDouble(), kr21.getAsDouble())
              .keats()
              .get(scorer.cut().orElseThrow().raw().intValueExact());
      case FELDT_QUALLS ->
          FeldtQualls.of(
                  scores, IntStream.range(0, counting.length).map(at -> at % PARTS).toArray())
              .smoothed(scorer.cut().orElseThrow().raw().doubleValue());
    };
  }

  private RunFigures.Decisions decisions(Cut cut, RunFigures.Errors errors) {
    var passed = (int) marked.stream().filter(one -> one.result().passed().orElse(false)).count();
    var found =
        errors.alpha().isEmpty() || errors.alpha().getAsDouble() > 1
            ? Optional.<org.rolewright.psychometrics.classical.Classification>empty()
            : LivingstonLewis.withDefaults()
                .with(LivingstonLewis.Model.TWO_PARAMETER_BETA)
                .estimate(
                    totals,
                    errors.alpha().getAsDouble(),
                    new LivingstonLewis.Scale(0, counting.length, cut.raw().doubleValue()))
                .classification();
    return new RunFigures.Decisions(
        passed,
        marked.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(passed / (double) marked.size()),
        (int)
            marked.stream()
                .filter(one -> borderline(cut, errors.atCut(), one.result().raw()))
                .count(),
        optional(found.map(one -> one.accuracy())),
        optional(found.map(one -> one.consistency())),
        found.map(one -> one.kappa()).orElse(OptionalDouble.empty()),
        optional(found.map(one -> one.trueFailObservedPass())),
        optional(found.map(one -> one.truePassObservedFail())));
  }

  /** Whether a score lies within one conditional standard error of the cut. */
  public static boolean borderline(Cut cut, OptionalDouble error, BigDecimal raw) {
    return error.isPresent() && raw.subtract(cut.raw()).abs().doubleValue() <= error.getAsDouble();
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private List<RunFigures.Domain> domains() {
    var ids = Arrays.stream(counting).mapToObj(this::domain).distinct().toList();
    var domains = new ArrayList<RunFigures.Domain>();
    for (var id : ids) domains.add(domain(id));
    return domains;
  }

  private RunFigures.Domain domain(String id) {
    var own = IntStream.range(0, counting.length).filter(i -> domain(counting[i]).equals(id));
    var columns = own.toArray();
    var part =
        Arrays.stream(scores)
            .map(row -> Arrays.stream(columns).mapToDouble(i -> row[i]).toArray())
            .toArray(double[][]::new);
    var sums = Arrays.stream(part).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    var alpha = part.length == 0 ? OptionalDouble.empty() : CoefficientAlpha.of(part).alpha();
    var sem = part.length == 0 ? OptionalDouble.empty() : CoefficientAlpha.of(part).standardError();
    return new RunFigures.Domain(
        UUID.fromString(id),
        columns.length,
        finite(Moments.mean(sums)),
        finite(Moments.sd(sums)),
        alpha,
        sem,
        RunFigures.reliable(marked.size(), alpha));
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
