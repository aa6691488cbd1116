package org.rolewright.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {
  @Test
  void every_mistake_is_named_at_once_and_no_password_is_shown() {
    var environment =
        Map.of(
            "PORT", "eighty",
            "DEMO", "perhaps",
            "DATABASE_URL", "mysql://me:secret@host/db",
            "MAIL_FROM", "nobody");
    var mistakes =
        assertThrows(Config.Mistakes.class, () -> Config.of(environment, List.of("--colour=blue")))
            .getMessage();
    for (var name : List.of("PORT", "DEMO", "DATABASE_URL", "MAIL_FROM", "--colour=blue"))
      assertTrue(mistakes.contains(name), name + " in\n" + mistakes);
    assertFalse(mistakes.contains("secret"));
  }

  @Test
  void a_flag_goes_before_the_environment_and_both_before_the_default() {
    assertEquals(8080, Config.of(Map.of(), List.of()).port());
    assertEquals(8081, Config.of(Map.of("PORT", "8081"), List.of()).port());
    assertEquals(8082, Config.of(Map.of("PORT", "8081"), List.of("--port=8082")).port());
    assertTrue(Config.of(Map.of(), List.of()).demo());
    assertFalse(Config.of(Map.of("DEMO", "false"), List.of()).demo());
  }
}
