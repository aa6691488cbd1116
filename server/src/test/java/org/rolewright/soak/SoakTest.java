package org.rolewright.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rolewright.TestDatabase;

/** A short soak. */
@Timeout(400)
class SoakTest {
  @Test
  void no_answer_is_lost_and_no_screen_lies_on_a_line_that_loses_half(@TempDir Path folder)
      throws Exception {
    var result = Soak.run(TestDatabase.migrated(), folder, 6_000, 8, 5, 1);
    assertEquals(List.of(), result.lost());
    assertEquals(List.of(), result.wrong());
    assertTrue(result.choices() >= 8 && result.looks() >= 8, result.toString());
  }
}
