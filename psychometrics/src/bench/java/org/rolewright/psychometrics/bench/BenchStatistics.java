package org.rolewright.psychometrics.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures our statistics and R's on one made-up survey and prints a table; the last line is a JSON
 * object with one ratio (R's time by ours) per row.
 *
 * <p>Arguments: the folder of this module, then {@code --quick} (short runs, to see that it works)
 * and {@code --slow} (with the nested study by lme4, which takes minutes), where wanted.
 */
public final class BenchStatistics {
  private static final List<String> MEASUREMENTS =
      List.of(
          "alphaIccDescriptives",
          "alphaIccMeans",
          "crossed",
          "nested",
          "crossedWithGaps",
          "bootstrap");

  private BenchStatistics() {}

  /** One of our times: median and best, in milliseconds. */
  private record Ours(double median, double best, double figure) {}

  public static void main(String[] arguments) throws Exception {
    var words = List.of(arguments);
    Path module = Path.of(words.getFirst()).toAbsolutePath();
    Path data = module.resolve("target/bench");
    new SurveyData(data).write();
    System.out.println("Ours: JMH, about a minute");
    var ours = ours(data, words.contains("--quick"));
    var scripts = new RScripts(module.resolve("src/bench/R"), data);
    String missing = scripts.missing();
    List<RScripts.Timing> timings =
        missing.isEmpty() ? scripts.run(words.contains("--slow")) : List.of();
    System.out.println();
    System.out.print(missing);
    print(ours, timings);
    System.out.println(json(ours, timings));
  }

  private static Map<String, Ours> ours(Path data, boolean quick) throws RunnerException {
    System.setProperty("bench.data", data.toString());
    var options =
        new OptionsBuilder()
            .include(StatisticsBenchmark.class.getName())
            .jvmArgsAppend(
                "-Dbench.data=" + data, "-Xmx1g", "--sun-misc-unsafe-memory-access=allow")
            .forks(1)
            .warmupIterations(quick ? 1 : 4)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(quick ? 1 : 5)
            .measurementTime(TimeValue.seconds(1))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    return ours(new Runner(options).run());
  }

  private static Map<String, Ours> ours(Collection<RunResult> results) {
    var figures = figures();
    var ours = new LinkedHashMap<String, Ours>();
    for (var result : results) {
      String benchmark = result.getParams().getBenchmark();
      String name = benchmark.substring(benchmark.lastIndexOf('.') + 1);
      var times = result.getPrimaryResult().getStatistics();
      ours.put(name, new Ours(times.getPercentile(50), times.getMin(), figures.get(name)));
    }
    return ours;
  }

  private static Map<String, Double> figures() {
    var benchmark = new StatisticsBenchmark();
    benchmark.read();
    return Map.of(
        "alphaIccDescriptives", benchmark.alphaIccDescriptives(),
        "alphaIccMeans", benchmark.alphaIccMeans(),
        "crossed", benchmark.crossed(),
        "nested", benchmark.nested(),
        "crossedWithGaps", benchmark.crossedWithGaps(),
        "bootstrap", benchmark.bootstrap());
  }

  private static void print(Map<String, Ours> ours, List<RScripts.Timing> timings) {
    System.out.printf(
        "%-21s %-23s %9s %9s %7s %9s %9s %7s %13s %13s%n",
        "measurement", "R", "R ms", "ours ms", "ratio", "R best", "ours best", "ratio",
        "R's figure", "our figure");
    for (var row : rows(timings)) {
      Ours own = ours.get(row.measurement());
      boolean measured = !row.tool().isEmpty();
      System.out.printf(
          "%-21s %-23s %9s %9s %7s %9s %9s %7s %13s %13s%n",
          row.measurement(),
          measured ? row.tool() : "not measured",
          measured ? fixed(1000 * row.median()) : "",
          fixed(own.median()),
          measured ? fixed(ratio(own, row)) : "",
          measured ? fixed(1000 * row.best()) : "",
          fixed(own.best()),
          measured ? fixed(1000 * row.best() / own.best()) : "",
          measured ? "%.7g".formatted(row.figure()) : "",
          "%.7g".formatted(own.figure()));
    }
    System.out.printf(
        Locale.ROOT,
        "%d respondents x %d tasks. Medians first; best times are less moved by other work on"
            + " the machine%n(%d processors, load now %.1f). Figures of bootstrap differ by"
            + " chance, those of REML on gaps by method.%n",
        SurveyData.RESPONDENTS,
        SurveyData.TASKS,
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String fixed(double x) {
    return String.format(Locale.ROOT, x < 10 ? "%.2f" : "%.1f", x);
  }

  /** The rows in order; one without a tool for each measurement that R did not take. */
  private static List<RScripts.Timing> rows(List<RScripts.Timing> timings) {
    var rows = new ArrayList<RScripts.Timing>();
    for (String name : MEASUREMENTS) {
      var taken = timings.stream().filter(t -> t.measurement().equals(name)).toList();
      rows.addAll(taken.isEmpty() ? List.of(new RScripts.Timing(name, "", 0, 0, 0)) : taken);
    }
    return rows;
  }

  private static double ratio(Ours own, RScripts.Timing row) {
    return 1000 * row.median() / own.median();
  }

  private static String json(Map<String, Ours> ours, List<RScripts.Timing> timings)
      throws Exception {
    var ratios = new LinkedHashMap<String, Double>();
    for (var row : rows(timings)) {
      boolean measured = !row.tool().isEmpty();
      double ratio = measured ? ratio(ours.get(row.measurement()), row) : 0;
      ratios.put(
          row.measurement() + " / " + (measured ? row.tool() : "R not measured"),
          measured ? Math.round(ratio * 10) / 10.0 : null);
    }
    return new ObjectMapper().writeValueAsString(ratios);
  }
}
