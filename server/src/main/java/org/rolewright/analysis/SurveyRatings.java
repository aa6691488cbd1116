package org.rolewright.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.rolewright.psychometrics.data.Answer;
import org.rolewright.psychometrics.data.Matrices;
import org.rolewright.psychometrics.data.RatingMatrix;
import org.rolewright.psychometrics.math.Moments;
import org.rolewright.psychometrics.rating.TaskRatings;
import org.rolewright.survey.ClosedSurvey.Response;
import org.rolewright.survey.Rating;
import org.rolewright.workshop.TaskId;
import org.rolewright.workshop.TaskList;

/**
 * Responses as matrices, respondents × tasks.
 *
 * @param domains index of each task's domain
 */
record SurveyRatings(TaskRatings ratings, int[] domains) {
  private static final Rating NOTHING =
      new Rating(Optional.empty(), Optional.empty(), Optional.empty());

  static SurveyRatings of(List<Response> responses, TaskList list) {
    var tasks = list.tasks().map(TaskList.TaskStatement::id).toList();
    return new SurveyRatings(
        new TaskRatings(
            matrix(responses, tasks, Rating::importance),
            matrix(responses, tasks, Rating::frequency)),
        IntStream.range(0, list.domains().size())
            .flatMap(d -> list.domains().get(d).tasks().stream().mapToInt(_ -> d))
            .toArray());
  }

  private static RatingMatrix matrix(
      List<Response> responses, List<TaskId> tasks, Function<Rating, Optional<Integer>> scale) {
    var values = new double[responses.size()][tasks.size()];
    var answers = new Answer[responses.size()][tasks.size()];
    for (int r = 0; r < values.length; r++)
      for (int t = 0; t < values[r].length; t++) {
        var rating = responses.get(r).ratings().getOrDefault(tasks.get(t), NOTHING);
        answers[r][t] = answer(rating, scale.apply(rating));
        values[r][t] = scale.apply(rating).map(Integer::doubleValue).orElse(Double.NaN);
      }
    return RatingMatrix.of(values, answers);
  }

  private static Answer answer(Rating rating, Optional<Integer> code) {
    if (code.isPresent()) return Answer.GIVEN;
    return rating.performed().orElse(true) ? Answer.BLANK : Answer.NOT_PERFORMED;
  }

  /** Importance by those who do the task, {@code NaN} elsewhere. */
  double[][] importance() {
    return byPerformers(ratings.importance());
  }

  /** Frequency by those who do the task, {@code NaN} elsewhere. */
  double[][] frequency() {
    return byPerformers(ratings.frequency());
  }

  private double[][] byPerformers(RatingMatrix scale) {
    var rows = scale.toArray();
    for (int r = 0; r < rows.length; r++)
      for (int t = 0; t < rows[r].length; t++)
        if (!ratings.performed(r, t)) rows[r][t] = Double.NaN;
    return rows;
  }

  /** The columns of a domain's tasks. */
  int[] tasksOf(int domain) {
    return IntStream.range(0, domains.length).filter(t -> domains[t] == domain).toArray();
  }

  /** Some columns of a matrix. */
  static double[][] columns(double[][] matrix, int[] columns) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.stream(columns).mapToDouble(c -> row[c]).toArray())
        .toArray(double[][]::new);
  }

  /** Each respondent's own mean of the ratings given, {@code NaN} without any. */
  static double[] ownMeans(double[][] matrix) {
    return Arrays.stream(matrix).mapToDouble(row -> Moments.mean(Matrices.answered(row))).toArray();
  }
}
