package org.rolewright.web;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The Node that Playwright's driver brings along, so that a machine without Node can run these
 * tests.
 */
final class Node {
  private static final String TYPESCRIPT = "META-INF/resources/webjars/typescript/5.9.3/lib";

  private Node() {}

  record Outcome(int status, String output) {}

  /** Runs Node in the folder of the web module. */
  static Outcome run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(program()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("node", ".txt");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(WebFiles.MODULE.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("Node did not end in 3 minutes: " + command);
      }
      return new Outcome(process.exitValue(), Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }

  private static String program() {
    var driver =
        Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false);
    return driver.createProcessBuilder().command().getFirst();
  }

  /** The TypeScript compiler, unpacked from its jar once into `target`. */
  static Path typescript() throws IOException {
    Path home = WebFiles.MODULE.resolveSibling("server").resolve("target/typescript-5.9.3");
    if (Files.exists(home.resolve("complete"))) return home.resolve("tsc.js");
    Files.createDirectories(home);
    var jar = Node.class.getClassLoader().getResource(TYPESCRIPT + "/tsc.js");
    if (jar == null)
      throw new IllegalStateException("The TypeScript jar is not on the class path of the tests");
    try (var inside =
            FileSystems.newFileSystem(
                URI.create(jar.toString().replaceFirst("!.*", "")), Map.of());
        var files = Files.list(inside.getPath(TYPESCRIPT))) {
      for (Path file : files.filter(Node::compilerNeeds).toList())
        copy(file, home.resolve(file.getFileName().toString()));
    }
    Files.createFile(home.resolve("complete"));
    return home.resolve("tsc.js");
  }

  private static boolean compilerNeeds(Path file) {
    String name = file.getFileName().toString();
    return name.equals("tsc.js")
        || name.equals("_tsc.js")
        || name.startsWith("lib.") && name.endsWith(".d.ts");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (InputStream bytes = Files.newInputStream(from)) {
      Files.write(to, bytes.readAllBytes());
    }
  }
}
