package org.rolewright.demonstration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The people drawn meet the figures that O*NET publishes for 21-1094.00. */
class SyntheticRespondentsTest {
  private static final int PEOPLE = 2000;
  private static final int[] DOMAINS = IntStream.range(0, 28).map(t -> t % 6).toArray();
  private final SyntheticRespondents drawn =
      SyntheticRespondents.draw(OnetTask.all(), DOMAINS, PEOPLE, 1);

  private static int[] given(int[][] ratings, int t) {
    return Arrays.stream(ratings).mapToInt(row -> row[t]).filter(code -> code > 0).toArray();
  }

  @Test
  void all_28_tasks_are_there() {
    var tasks = OnetTask.all();
    assertEquals(28, tasks.size());
    assertEquals("19031", tasks.getFirst().id());
    assertEquals(4.44, tasks.getFirst().importance());
    assertEquals(74.57, tasks.getFirst().relevance());
    assertEquals(38.47, tasks.getFirst().frequency()[4]);
  }

  @Test
  void each_task_has_its_published_figures_as_closely_as_whole_people_can() {
    double share = 0;
    double category = 0;
    double importance = 0;
    double frequency = 0;
    for (int t = 0; t < 28; t++) {
      var task = OnetTask.all().get(t);
      int[] codes = given(drawn.frequency(), t);
      int[] important = given(drawn.importance(), t);
      assertEquals(codes.length, important.length, "whoever does it rates both");
      share = Math.max(share, Math.abs(100.0 * codes.length / PEOPLE - task.relevance()));
      importance =
          Math.max(
              importance,
              Math.abs(Arrays.stream(important).average().orElseThrow() - task.importance()));
      double total = Arrays.stream(task.frequency()).sum();
      double mean = 0;
      for (int code = 1; code <= 7; code++) {
        int wanted = code;
        double got = 100.0 * Arrays.stream(codes).filter(c -> c == wanted).count() / codes.length;
        category = Math.max(category, Math.abs(got - task.frequency()[code - 1]));
        mean += code * task.frequency()[code - 1] / total;
      }
      frequency =
          Math.max(frequency, Math.abs(Arrays.stream(codes).average().orElseThrow() - mean));
    }
    assertTrue(share <= 0.025, "share who do it: " + share);
    assertTrue(category <= 0.2, "a frequency percentage: " + category);
    assertTrue(importance <= 0.001, "mean importance: " + importance);
    assertTrue(frequency <= 0.005, "mean frequency: " + frequency);
  }

  @Test
  void the_same_seed_draws_the_same_people() {
    var again = SyntheticRespondents.draw(OnetTask.all(), DOMAINS, PEOPLE, 1);
    assertArrayEquals(drawn.importance(), again.importance());
    assertArrayEquals(drawn.frequency(), again.frequency());
  }
}
