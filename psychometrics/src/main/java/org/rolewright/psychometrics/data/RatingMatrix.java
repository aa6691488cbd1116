package org.rolewright.psychometrics.data;

import java.util.Arrays;
import org.rolewright.psychometrics.Arguments;

/**
 * Ratings of respondents (rows) on tasks (columns), each cell with its {@link Answer}.
 *
 * <p>Immutable. Kept as one dense row-major array, so that memory is linear in the data. The value
 * of a cell that is not {@link Answer#GIVEN} is {@code NaN} and enters no sum by mistake.
 */
public final class RatingMatrix {
  private static final Answer[] ANSWERS = Answer.values();

  private final int respondents;
  private final int tasks;
  private final double[] values;
  private final byte[] answers;

  private RatingMatrix(int respondents, int tasks, double[] values, byte[] answers) {
    this.respondents = respondents;
    this.tasks = tasks;
    this.values = values;
    this.answers = answers;
  }

  /**
   * Ratings without a "not performed" answer.
   *
   * @param ratings {@code ratings[respondent][task]}, in points of the scale, {@code NaN} = blank
   * @throws IllegalArgumentException for unequal rows, no rows or infinite values
   */
  public static RatingMatrix of(double[][] ratings) {
    return withNotPerformed(ratings, Double.NaN);
  }

  /**
   * Ratings in which one code stands for "not performed".
   *
   * @param ratings {@code ratings[respondent][task]}, in points of the scale, {@code NaN} = blank
   * @param notPerformedCode the value that means "not performed", for example 0 on a 0–5 scale;
   *     {@code NaN} when there is none
   * @throws IllegalArgumentException for unequal rows, no rows or infinite values
   */
  public static RatingMatrix withNotPerformed(double[][] ratings, double notPerformedCode) {
    int tasks = Arguments.rectangular(ratings, "ratings");
    double[] values = new double[ratings.length * tasks];
    byte[] answers = new byte[values.length];
    for (int r = 0, cell = 0; r < ratings.length; r++) {
      for (int t = 0; t < tasks; t++, cell++) {
        Answer answer = answer(ratings[r][t], notPerformedCode);
        answers[cell] = (byte) answer.ordinal();
        values[cell] = answer == Answer.GIVEN ? ratings[r][t] : Double.NaN;
      }
    }
    return new RatingMatrix(ratings.length, tasks, values, answers);
  }

  /**
   * Ratings with the state of every cell given by the caller.
   *
   * @param ratings {@code ratings[respondent][task]}, read only where the answer is given
   * @param answers the state of each cell, of the same shape
   * @throws IllegalArgumentException for unequal shapes or a given rating that is not a finite
   *     number
   */
  public static RatingMatrix of(double[][] ratings, Answer[][] answers) {
    int tasks = Arguments.rectangular(ratings, "ratings");
    Arguments.sameLength(ratings.length, answers.length, "ratings and answers");
    double[] values = new double[ratings.length * tasks];
    byte[] states = new byte[values.length];
    for (int r = 0, cell = 0; r < ratings.length; r++) {
      Arguments.sameLength(tasks, answers[r].length, "rows of ratings and answers");
      for (int t = 0; t < tasks; t++, cell++) {
        boolean given = answers[r][t] == Answer.GIVEN;
        Arguments.require(
            !given || Double.isFinite(ratings[r][t]), "a given rating must be a number", "NaN");
        states[cell] = (byte) answers[r][t].ordinal();
        values[cell] = given ? ratings[r][t] : Double.NaN;
      }
    }
    return new RatingMatrix(ratings.length, tasks, values, states);
  }

  private static Answer answer(double rating, double notPerformedCode) {
    if (Double.isNaN(rating)) {
      return Answer.BLANK;
    }
    return rating == notPerformedCode ? Answer.NOT_PERFORMED : Answer.GIVEN;
  }

  /** Number of respondents (rows). */
  public int respondents() {
    return respondents;
  }

  /** Number of tasks (columns). */
  public int tasks() {
    return tasks;
  }

  /** The rating, or {@code NaN} when none was given. */
  public double value(int respondent, int task) {
    return values[respondent * tasks + task];
  }

  /** What stands in the cell. */
  public Answer answer(int respondent, int task) {
    return ANSWERS[answers[respondent * tasks + task]];
  }

  /** The column of a task, {@code NaN} where no rating was given. */
  public double[] task(int task) {
    double[] column = new double[respondents];
    for (int r = 0; r < respondents; r++) {
      column[r] = values[r * tasks + task];
    }
    return column;
  }

  /** All ratings as {@code [respondent][task]}, {@code NaN} where none was given. */
  public double[][] toArray() {
    double[][] rows = new double[respondents][];
    for (int r = 0; r < respondents; r++) {
      rows[r] = Arrays.copyOfRange(values, r * tasks, (r + 1) * tasks);
    }
    return rows;
  }
}
