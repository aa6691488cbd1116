package org.rolewright.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Types and unit tests of the browser client, by its own tools. */
class WebModulesTest {
  @Test
  void every_module_passes_the_strict_type_check() throws Exception {
    var checked =
        Node.run(Node.typescript().toString(), "--project", "tsconfig.json", "--pretty", "false");
    assertEquals("", checked.output().strip());
    assertEquals(0, checked.status());
  }

  @Test
  void modules_without_a_page_pass_their_tests() throws Exception {
    var tested = Node.run("--test", "--test-reporter=tap", "src/test/web/*.test.js");
    assertEquals(0, tested.status(), tested.output());
    assertTrue(
        tested.output().lines().anyMatch(line -> line.matches("# pass [1-9]\\d+")),
        tested.output());
  }
}
