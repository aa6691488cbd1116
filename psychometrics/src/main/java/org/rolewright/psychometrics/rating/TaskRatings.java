package org.rolewright.psychometrics.rating;

import org.rolewright.psychometrics.Arguments;
import org.rolewright.psychometrics.data.Answer;
import org.rolewright.psychometrics.data.RatingMatrix;

/**
 * Importance (or criticality) and frequency of every task, by every respondent.
 *
 * <p>A respondent performs a task when the frequency was rated; does not when either scale says
 * "not performed"; otherwise it is unknown.
 *
 * @param importance respondents × tasks
 * @param frequency of the same shape; "not performed" is a state of its own, not a rating of 0
 */
public record TaskRatings(RatingMatrix importance, RatingMatrix frequency) {

  /** Refuses matrices of different shape. */
  public TaskRatings {
    Arguments.sameLength(
        importance.respondents(), frequency.respondents(), "importance and frequency");
    Arguments.sameLength(importance.tasks(), frequency.tasks(), "importance and frequency");
  }

  /**
   * Ratings where one code of the frequency scale means "not performed".
   *
   * @param importance {@code importance[respondent][task]}, {@code NaN} = blank
   * @param frequency {@code frequency[respondent][task]}, {@code NaN} = blank
   * @param notPerformedCode the frequency that means "not performed", for example 0
   */
  public static TaskRatings of(
      double[][] importance, double[][] frequency, double notPerformedCode) {
    return new TaskRatings(
        RatingMatrix.of(importance), RatingMatrix.withNotPerformed(frequency, notPerformedCode));
  }

  /**
   * A survey with one scale only: whoever rates a task performs it, with a frequency of 1. Every
   * rule that multiplies then comes down to the mean of this scale.
   */
  public static TaskRatings ofImportance(RatingMatrix importance) {
    double[][] ones = importance.toArray();
    var answers = new Answer[importance.respondents()][importance.tasks()];
    for (int r = 0; r < answers.length; r++) {
      for (int t = 0; t < answers[r].length; t++) {
        answers[r][t] = importance.answer(r, t);
        ones[r][t] = 1;
      }
    }
    return new TaskRatings(importance, RatingMatrix.of(ones, answers));
  }

  /** Number of respondents. */
  public int respondents() {
    return importance.respondents();
  }

  /** Number of tasks. */
  public int tasks() {
    return importance.tasks();
  }

  /** Whether the respondent said that the task is not performed. */
  public boolean notPerformed(int respondent, int task) {
    return frequency.answer(respondent, task) == Answer.NOT_PERFORMED
        || importance.answer(respondent, task) == Answer.NOT_PERFORMED;
  }

  /** Whether the respondent is known to perform the task: a frequency was given. */
  public boolean performed(int respondent, int task) {
    return frequency.answer(respondent, task) == Answer.GIVEN && !notPerformed(respondent, task);
  }
}
