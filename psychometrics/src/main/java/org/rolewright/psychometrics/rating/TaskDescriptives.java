package org.rolewright.psychometrics.rating;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.Estimate;
import org.rolewright.psychometrics.data.Answer;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.math.Moments;

/**
 * What a survey says about one task.
 *
 * <p>Missing rules, by name: <i>performing</i> = respondents who gave a frequency over those who
 * gave one or said "not performed" (blank, not applicable and not presented are out of both);
 * <i>performers</i> = importance and frequency over those who perform the task; <i>all</i> =
 * importance over everyone who rated it, performer or not; <i>zero</i> = frequency with "not
 * performed" as 0.
 *
 * <p>Source: Raymond &amp; Neustel (2006), Handbook of Test Development, chapter 9. Checked against
 * R 4.2.2.
 *
 * @param task 0-based
 * @param answered respondents known to perform the task or not
 * @param performers respondents who perform it
 * @param notPerformed respondents who said that they do not
 * @param blank respondents who left both scales blank or were not asked
 * @param performing proportion performing, with a logit interval
 * @param importancePerformers importance among performers
 * @param importanceAll importance among all who rated it
 * @param frequencyPerformers frequency among performers
 * @param meanFrequencyZero mean frequency, "not performed" as 0
 * @param pairs performers who gave both ratings
 */
public record TaskDescriptives(
    int task,
    int answered,
    int performers,
    int notPerformed,
    int blank,
    Estimate performing,
    Descriptives importancePerformers,
    Descriptives importanceAll,
    Descriptives frequencyPerformers,
    OptionalDouble meanFrequencyZero,
    int pairs) {

  /**
   * Describes every task.
   *
   * @param ratings importance and frequency
   * @param confidence of the interval of the proportion performing, inside (0, 1)
   */
  public static List<TaskDescriptives> of(TaskRatings ratings, double confidence) {
    return IntStream.range(0, ratings.tasks()).mapToObj(t -> task(ratings, t, confidence)).toList();
  }

  private static TaskDescriptives task(TaskRatings ratings, int t, double confidence) {
    int n = ratings.respondents();
    double[] importance = new double[n];
    double[] frequency = new double[n];
    int performers = 0;
    int not = 0;
    int blank = 0;
    int pairs = 0;
    for (int r = 0; r < n; r++) {
      boolean performs = ratings.performed(r, t);
      importance[r] = performs ? ratings.importance().value(r, t) : Double.NaN;
      frequency[r] = performs ? ratings.frequency().value(r, t) : Double.NaN;
      performers += performs ? 1 : 0;
      not += ratings.notPerformed(r, t) ? 1 : 0;
      blank += !performs && !ratings.notPerformed(r, t) && !rated(ratings, r, t) ? 1 : 0;
      pairs += Double.isNaN(importance[r]) ? 0 : 1;
    }
    double sum = Moments.mean(Matrices.answered(frequency)) * performers;
    return new TaskDescriptives(
        t,
        performers + not,
        performers,
        not,
        blank,
        ProportionInterval.of(performers, performers + not, confidence),
        Descriptives.of(importance),
        Descriptives.of(ratings.importance().task(t)),
        Descriptives.of(frequency),
        performers + not == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(performers == 0 ? 0 : sum / (performers + not)),
        pairs);
  }

  private static boolean rated(TaskRatings ratings, int respondent, int task) {
    return ratings.importance().answer(respondent, task) == Answer.GIVEN;
  }
}
