package org.rolewright.psychometrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cases of areas A, B and C in the folder that the system property {@code oracles} names
 * (relative to the repository or to this module); the module's own copies when it is not set.
 */
final class Oracles {
  private static final Set<String> AREAS = Set.of("A", "B", "C");

  private Oracles() {}

  static List<OracleCase> all() {
    try (var files = Files.list(folder())) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(".json"))
          .sorted()
          .map(OracleCase::read)
          .filter(c -> AREAS.contains(c.area()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    String named = System.getProperty("oracles", "src/test/resources/oracles");
    Path module = Path.of("").toAbsolutePath();
    return Stream.of(module, module.getParent())
        .map(base -> base.resolve(named).normalize())
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no folder of oracles: " + named));
  }
}
