package org.rolewright.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rolewright.platform.http.LeanFiles;

/** What is served is what was written; the reference is TypeScript's own way to drop comments. */
class LeanFilesTest {
  private static Path written(Path folder, Path file, String text) throws IOException {
    var copy = folder.resolve(WebFiles.name(file));
    Files.createDirectories(copy.getParent());
    return Files.writeString(copy, text);
  }

  /** By TypeScript, which neither checks nor looks at anything else. */
  private static void dropComments(Path from, List<Path> files, Path to) throws Exception {
    var arguments =
        new ArrayList<>(
            List.of(
                Node.typescript().toString(),
                "--noCheck",
                "--noResolve",
                "--allowJs",
                "--removeComments",
                "--target",
                "esnext",
                "--module",
                "esnext",
                "--rootDir",
                from.toString(),
                "--outDir",
                to.toString()));
    files.forEach(file -> arguments.add(file.toString()));
    var done = Node.run(arguments.toArray(String[]::new));
    assertEquals(0, done.status(), done.output());
  }

  @Test
  void every_script_that_is_served_is_the_program_that_was_written(@TempDir Path folder)
      throws Exception {
    var files = new ArrayList<Path>();
    for (var file : WebFiles.ours(".js")) {
      var text = WebFiles.text(file);
      files.add(written(folder.resolve("in/whole"), file, text));
      files.add(written(folder.resolve("in/lean"), file, LeanFiles.lean(text)));
    }
    dropComments(folder.resolve("in"), files, folder.resolve("out"));
    for (var file : WebFiles.ours(".js")) {
      var name = WebFiles.name(file);
      assertEquals(
          Files.readString(folder.resolve("out/whole").resolve(name)),
          Files.readString(folder.resolve("out/lean").resolve(name)),
          name);
    }
  }

  @Test
  void styles_lose_nothing_but_comments() {
    for (var file : WebFiles.ours(".css")) {
      var lean = LeanFiles.lean(WebFiles.text(file));
      assertEquals(bare(WebFiles.text(file)), bare(lean), WebFiles.name(file));
      assertTrue(lean.length() <= WebFiles.text(file).length());
    }
  }

  private static String bare(String styles) {
    return styles.replaceAll("/\\*[\\s\\S]*?\\*/", "").replaceAll("\\s+", " ").strip();
  }

  @Test
  void what_looks_like_a_comment_within_a_text_stays() {
    var text = "const a = 'https://example.org'; // why\nconst b = `/* no */`;\n";
    assertEquals(text, LeanFiles.lean(text));
    var typed = "const box = /** @type {HTMLElement} */ (place);\n";
    assertEquals(
        "const box = (place);\n", LeanFiles.lean("  // gone\n/** gone\n * too */\n" + typed));
    assertFalse(
        LeanFiles.lean(WebFiles.text(WebFiles.ROOT.resolve("exam/queue.js"))).contains("/**"));
  }
}
