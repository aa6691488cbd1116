package org.rolewright.demonstration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A task of O*NET with its published figures.
 *
 * @param relevance share of incumbents who do it, in percent
 * @param importance mean importance, 1 to 5
 * @param frequency percentages of the seven frequency categories, lowest first
 */
public record OnetTask(
    String id, String text, double relevance, double importance, double[] frequency) {
  static final int FREQUENCY_POINTS = 7;

  /** The 28 tasks of 21-1094.00, in O*NET's order. */
  public static List<OnetTask> all() {
    var figures = figures();
    var tasks = new ArrayList<OnetTask>();
    for (var row : Resource.csv("tasks-21-1094.00.csv")) {
      var own = figures.get(row.get("Task ID"));
      var frequency = new double[FREQUENCY_POINTS];
      for (int code = 1; code <= FREQUENCY_POINTS; code++)
        frequency[code - 1] = own.get("FT" + code);
      tasks.add(
          new OnetTask(
              row.get("Task ID"), row.get("Task"), own.get("RT"), own.get("IM"), frequency));
    }
    return List.copyOf(tasks);
  }

  /** By task and then by scale: {@code RT}, {@code IM}, {@code FT1} … {@code FT7}. */
  private static Map<String, Map<String, Double>> figures() {
    var figures = new HashMap<String, Map<String, Double>>();
    for (var row : Resource.csv("ratings-21-1094.00.csv")) {
      var category = row.get("Category").equals("n/a") ? "" : row.get("Category");
      figures
          .computeIfAbsent(row.get("Task ID"), _ -> new HashMap<>())
          .put(row.get("Scale ID") + category, Double.valueOf(row.get("Data Value")));
    }
    return figures;
  }
}
