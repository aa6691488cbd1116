package org.rolewright.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The browser client as it lies in the source tree. */
final class WebFiles {
  static final Path MODULE = module();
  static final Path ROOT = MODULE.resolve("src/main/web");

  private WebFiles() {}

  private static Path module() {
    Path here = Path.of("").toAbsolutePath();
    Path project = Files.isDirectory(here.resolve("web-static")) ? here : here.getParent();
    return project.resolve("web-static");
  }

  /** Our own files with this ending: everything but `vendor`. */
  static List<Path> ours(String ending) {
    try (var files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.startsWith(ROOT.resolve("vendor")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name under which a file is served, such as `core/api.js`. */
  static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }
}
