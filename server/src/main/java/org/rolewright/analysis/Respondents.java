package org.rolewright.analysis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.survey.ClosedSurvey;

/**
 * Who answered, and who counts.
 *
 * @param received responses of the closed survey
 * @param used responses that count
 * @param exclusions who was left out, and why
 * @param channels how answers came in, kept apart
 * @param responseRate answers by personal link as a share of those invited; empty without links
 * @param marginOfError of a share of one half, with the size of the field taken into account
 * @param profile one per background question, of those who count
 * @param coverage how well the list covers the work, in percent
 */
public record Respondents(
    int received,
    int used,
    List<Exclusion> exclusions,
    List<Channel> channels,
    int invited,
    int screenedOut,
    int incumbents,
    OptionalDouble responseRate,
    OptionalDouble marginOfError,
    List<Question> profile,
    Estimate coverage) {

  /** How many were left out for a reason. */
  public record Exclusion(Reason reason, int count) {}

  /** Why a response is left out. */
  public enum Reason {
    /** Too few of the tasks answered. */
    TOO_FEW_ANSWERS,
    /** The same importance on every task. */
    STRAIGHT_LINE
  }

  /**
   * Answers of one kind of link.
   *
   * @param importance mean of the respondents' own mean importance
   * @param frequency the same of frequency
   */
  public record Channel(
      ClosedSurvey.Channel channel,
      int received,
      int used,
      Estimate importance,
      Estimate frequency) {}

  /** A background question with its answers. */
  public record Question(String code, String text, List<Cell> cells) {}

  /**
   * How many gave an answer.
   *
   * @param choice code of the choice; {@code -} for those who did not say
   * @param count empty where it is hidden because few people stand behind it
   * @param share of those who count, 0 to 1; empty with the count
   */
  public record Cell(String choice, String text, OptionalInt count, OptionalDouble share) {}
}
