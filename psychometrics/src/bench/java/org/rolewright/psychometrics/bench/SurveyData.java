package org.rolewright.psychometrics.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** A made-up survey of 3,000 respondents on 150 tasks in 12 domains, as files that R reads too. */
final class SurveyData {
  static final int RESPONDENTS = 3000;
  static final int TASKS = 150;
  private static final int[] DOMAIN_SIZES = {18, 16, 15, 14, 14, 13, 12, 12, 11, 10, 8, 7};
  private static final long SEED = 20260101;

  private final Path folder;

  SurveyData(Path folder) {
    this.folder = folder;
  }

  double[][] importance() {
    return read("importance.csv");
  }

  double[][] importanceWithGaps() {
    return read("importance-gaps.csv");
  }

  /** 0 means "not performed". */
  double[][] frequencyWithGaps() {
    return read("frequency-gaps.csv");
  }

  int[] domains() {
    return Arrays.stream(read("domains.csv")).mapToInt(row -> (int) row[0]).toArray();
  }

  /** Draws the survey from a fixed seed and writes it. */
  void write() throws IOException {
    Files.createDirectories(folder);
    var random = new SplittableRandom(SEED);
    int[] domain = new int[TASKS];
    for (int d = 0, t = 0; d < DOMAIN_SIZES.length; d++) {
      Arrays.fill(domain, t, t += DOMAIN_SIZES[d], d);
    }
    double[] importanceOfTask = normal(random, TASKS, 0.55);
    double[] frequencyOfTask = normal(random, TASKS, 0.65);
    double[][] importance = new double[RESPONDENTS][TASKS];
    double[][] gaps = new double[RESPONDENTS][TASKS];
    double[][] frequency = new double[RESPONDENTS][TASKS];
    for (int r = 0; r < RESPONDENTS; r++) {
      double leniency = 0.45 * random.nextGaussian();
      double[] ofDomain = normal(random, DOMAIN_SIZES.length, 0.3);
      int answered = random.nextDouble() < 0.12 ? random.nextInt(30, TASKS) : TASKS;
      for (int t = 0; t < TASKS; t++) {
        double level = leniency + ofDomain[domain[t]];
        double i = 3.7 + importanceOfTask[t] + level + 0.75 * random.nextGaussian();
        double f = 3.1 + frequencyOfTask[t] + 0.6 * level + 0.9 * random.nextGaussian();
        boolean notPerformed = random.nextDouble() < 0.2;
        boolean blank = t >= answered || random.nextDouble() < 0.015;
        importance[r][t] = onScale(i);
        frequency[r][t] = blank ? Double.NaN : notPerformed ? 0 : onScale(f);
        gaps[r][t] = blank || notPerformed ? Double.NaN : importance[r][t];
      }
    }
    save("importance.csv", importance);
    save("importance-gaps.csv", gaps);
    save("frequency-gaps.csv", frequency);
    save(
        "domains.csv",
        Arrays.stream(domain).mapToObj(d -> new double[] {d}).toArray(double[][]::new));
  }

  private static double[] normal(SplittableRandom random, int n, double sd) {
    double[] x = new double[n];
    Arrays.setAll(x, i -> sd * random.nextGaussian());
    return x;
  }

  private static double onScale(double x) {
    return Math.clamp(Math.rint(x), 1, 5);
  }

  private void save(String name, double[][] rows) throws IOException {
    var lines =
        Arrays.stream(rows)
            .map(
                row ->
                    Arrays.stream(row)
                        .mapToObj(x -> Double.isNaN(x) ? "NA" : Integer.toString((int) x))
                        .collect(Collectors.joining(",")))
            .toList();
    Files.write(folder.resolve(name), lines);
  }

  private double[][] read(String name) {
    try (var lines = Files.lines(folder.resolve(name))) {
      return lines
          .map(
              line ->
                  Arrays.stream(line.split(","))
                      .mapToDouble(x -> x.equals("NA") ? Double.NaN : Double.parseDouble(x))
                      .toArray())
          .toArray(double[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
