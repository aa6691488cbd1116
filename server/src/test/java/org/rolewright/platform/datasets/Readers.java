package org.rolewright.platform.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs that read data files, where the machine has them; else the test is skipped. */
public final class Readers {
  private Readers() {}

  /** What a script for R writes, in the C locale: no character set of the machine helps. */
  public static List<String> r(Path folder, String script) throws Exception {
    Files.writeString(folder.resolve("test.R"), script);
    return run(folder, "Rscript", "--vanilla", "test.R");
  }

  /** The tables that syntax of SPSS makes PSPP write, as lines of CSV. */
  static List<String> pspp(Path folder, String syntax) throws Exception {
    Files.writeString(folder.resolve("test.sps"), syntax);
    assertEquals(List.of(), run(folder, "pspp", "-o", "tables.csv", "test.sps"));
    return Files.readAllLines(folder.resolve("tables.csv"));
  }

  private static List<String> run(Path folder, String... command) throws Exception {
    assumeTrue(installed(command[0]), command[0] + " is not installed");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", command[0].equals("pspp") ? "C.UTF-8" : "C");
    var process = builder.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.lines().toList();
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
