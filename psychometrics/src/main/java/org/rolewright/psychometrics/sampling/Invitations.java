package org.rolewright.psychometrics.sampling;

import java.util.List;
import java.util.OptionalInt;
import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.Warning;

/**
 * Number of people to invite so that enough of them answer.
 *
 * <p>Invitations = ⌈n / response rate⌉, at most the population. When even inviting everybody is not
 * enough the plan is not feasible; then invite everybody and report the margin for the answers to
 * be expected ({@link MarginOfError#ofProportion}).
 *
 * <p>Source: arithmetic. Checked against R 4.2.2.
 *
 * @param uncapped invitations needed if the population had no limit
 * @param invitations invitations to send, at most the population
 * @param feasible whether the population is large enough
 * @param expectedAnswers answers to expect from {@code invitations}, rounded to nearest
 * @param warnings {@link Warning.Kind#NOT_FEASIBLE} when it is not
 */
public record Invitations(
    int uncapped, int invitations, boolean feasible, int expectedAnswers, List<Warning> warnings) {

  /**
   * Plans the invitations.
   *
   * @param answersNeeded answers wanted, at least 0
   * @param responseRate expected share of the invited who answer, in (0, 1]
   * @param population number of people, at least 1; empty = without limit
   * @throws IllegalArgumentException for values outside these ranges
   */
  public static Invitations needed(int answersNeeded, double responseRate, OptionalInt population) {
    Arguments.notNegative(answersNeeded, "answers needed");
    Arguments.require(
        responseRate > 0 && responseRate <= 1, "response rate must lie in (0, 1]", responseRate);
    int most = population.orElse(Integer.MAX_VALUE);
    Arguments.require(most >= 1, "population must be at least 1", most);
    int uncapped =
        (int) Math.min(Integer.MAX_VALUE, Math.ceil(answersNeeded / responseRate - 1e-9));
    int invitations = Math.min(uncapped, most);
    boolean feasible = uncapped <= most;
    return new Invitations(
        uncapped,
        invitations,
        feasible,
        (int) Math.round(invitations * responseRate),
        feasible ? List.of() : List.of(Warning.of(Warning.Kind.NOT_FEASIBLE)));
  }
}
