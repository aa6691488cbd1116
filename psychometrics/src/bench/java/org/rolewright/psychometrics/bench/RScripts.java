package org.rolewright.psychometrics.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the scripts of {@code src/bench/R} and reads what they measured. */
final class RScripts {
  private static final String PACKAGES = "'psych','lme4','boot'";
  private static final List<String> SCRIPTS =
      List.of("reliability.R", "generalizability.R", "bootstrap.R");
  private static final String ADVICE =
      """
      %s, so only our own times follow. To compare with R, install it with its packages,
      on Debian or Ubuntu: apt-get install r-base-core r-cran-psych r-cran-lme4 r-cran-boot
      """;

  private final Path scripts;
  private final Path data;

  RScripts(Path scripts, Path data) {
    this.scripts = scripts;
    this.data = data;
  }

  /**
   * One measurement in R.
   *
   * @param measurement name of the method of {@link StatisticsBenchmark} that does the same
   * @param tool what computed it
   * @param median seconds
   * @param best seconds
   * @param figure the number to compare with ours
   */
  record Timing(String measurement, String tool, double median, double best, double figure) {}

  /** Why R cannot be measured here, in words; empty when it can. */
  String missing() throws IOException, InterruptedException {
    try {
      String test = "cat(sapply(c(" + PACKAGES + "), requireNamespace, quietly = TRUE))";
      String found = output(List.of("Rscript", "-e", test)).strip();
      return found.endsWith("TRUE TRUE TRUE")
          ? ""
          : ADVICE.formatted("R lacks one of the packages psych, lme4 and boot");
    } catch (IOException e) {
      return ADVICE.formatted("Rscript was not found");
    }
  }

  List<Timing> run(boolean slow) throws IOException, InterruptedException {
    var timings = new ArrayList<Timing>();
    for (String script : SCRIPTS) {
      System.out.println("R: " + script);
      var command =
          List.of(
              "Rscript",
              scripts.resolve(script).toString(),
              data.toString(),
              scripts.toString(),
              slow ? "slow" : "usual");
      output(command).lines().filter(l -> l.startsWith("result\t")).map(RScripts::timing).forEach(timings::add);
    }
    return timings;
  }

  private static Timing timing(String line) {
    String[] part = line.split("\t");
    return new Timing(
        part[1],
        part[2],
        Double.parseDouble(part[3]),
        Double.parseDouble(part[4]),
        Double.parseDouble(part[5]));
  }

  private static String output(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed:\n" + text);
    }
    return text;
  }
}
