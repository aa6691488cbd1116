package org.rolewright.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.rolewright.psychometrics.Interval;
import org.rolewright.psychometrics.agreement.FeldtInterval;

/**
 * What the scores of a run are like.
 *
 * @param items how many count
 * @param sat first and last day of the sittings; empty when there is none
 * @param enough whether there are as many sittings as figures of this kind need
 */
public record RunFigures(
    int sittings,
    int items,
    Optional<Days> sat,
    boolean enough,
    Distribution distribution,
    Errors errors,
    Optional<Decisions> decisions,
    List<Domain> domains) {

  /** Fewer sittings than this and correlations, reliability and decisions mean little. */
  public static final int ENOUGH = 30;

  /** Lowest alpha of a domain whose sub-score may be told without a caution. */
  public static final double RELIABLE = 0.70;

  /** From a day to a day. */
  public record Days(LocalDate first, LocalDate last) {}

  /**
   * Raw scores.
   *
   * @param sd standard deviation, divisor n − 1
   * @param counts how many have how many points, whole points below
   */
  public record Distribution(
      OptionalDouble mean,
      OptionalDouble sd,
      OptionalDouble minimum,
      OptionalDouble median,
      OptionalDouble maximum,
      List<Integer> counts) {}

  /**
   * How sure raw scores are.
   *
   * @param alpha coefficient alpha; KR-20 where every item earns 0 or 1
   * @param stratified alpha stratified by domain
   * @param sem standard error of measurement
   * @param atCut conditional standard error at the cut
   * @param method how the error at the cut was found
   */
  public record Errors(
      OptionalDouble alpha,
      OptionalDouble kr21,
      OptionalDouble stratified,
      OptionalDouble sem,
      OptionalDouble atCut,
      Method method) {}

  /** Conditional standard errors. */
  public enum Method {
    KEATS,
    FELDT_QUALLS,
    NONE;

    @com.fasterxml.jackson.annotation.JsonValue
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Who passes, and how sure that is.
   *
   * @param borderline sittings less than one conditional standard error from the cut
   * @param accuracy probability that a decision is right
   * @param consistency probability that a second, parallel exam decides alike
   * @param falsePass probability to be below the cut in truth and pass
   * @param falseFail probability to reach the cut in truth and fail
   */
  public record Decisions(
      int passed,
      OptionalDouble passRate,
      int borderline,
      OptionalDouble accuracy,
      OptionalDouble consistency,
      OptionalDouble kappa,
      OptionalDouble falsePass,
      OptionalDouble falseFail) {}

  /** Sub-scores of a domain. */
  public record Domain(
      UUID domain,
      int items,
      OptionalDouble mean,
      OptionalDouble sd,
      OptionalDouble alpha,
      OptionalDouble sem,
      boolean reliable) {}

  /** Whether a sub-score may be told without a caution. */
  static boolean reliable(int sittings, OptionalDouble alpha) {
    return sittings >= ENOUGH && alpha.orElse(-1) >= RELIABLE;
  }

  /** Feldt's 95 % interval of alpha. */
  public Optional<Interval> alphaInterval() {
    var alpha = errors.alpha();
    return alpha.isEmpty() || alpha.getAsDouble() > 1
        ? Optional.empty()
        : FeldtInterval.of(alpha.getAsDouble(), sittings, items, 0.95);
  }

  /** The figures of a domain. */
  public Optional<Domain> domain(UUID id) {
    return domains.stream().filter(domain -> domain.domain().equals(id)).findFirst();
  }
}
