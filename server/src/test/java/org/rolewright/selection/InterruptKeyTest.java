package org.rolewright.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The solver leaves Ctrl-C to the program: once it took the signal and brought everything down. */
@Timeout(120)
class InterruptKeyTest {
  /** Searches, then waits to be stopped. */
  static final class Searcher {
    private Searcher() {}

    static void main(String[] arguments) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("goodbye")));
      Selection.solve(SelectionTest.tiny(1), Selection.Effort.withDefaults(), _ -> {});
      System.out.println("searched");
      Thread.sleep(100_000);
    }
  }

  @Test
  void a_program_that_has_searched_ends_cleanly_on_ctrl_c() throws Exception {
    var program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Searcher.class.getName())
            .redirectErrorStream(true)
            .start();
    try (var lines = program.inputReader()) {
      assertEquals("searched", lines.lines().filter("searched"::equals).findFirst().orElse(""));
      interrupt(program);
      program.toHandle().destroy(); // where tests run in the background, Ctrl-C is ignored by all
      assertEquals("goodbye", lines.readLine());
      assertTrue(Set.of(130, 143).contains(program.waitFor()), "exit " + program.exitValue());
    } finally {
      program.destroyForcibly();
    }
  }

  private static void interrupt(Process program) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("kill", "-INT", "" + program.pid()).start().waitFor());
  }
}
