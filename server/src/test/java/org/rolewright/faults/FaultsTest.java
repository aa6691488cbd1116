package org.rolewright.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rolewright.platform.json.Json;

/** A short exam day on which everything goes wrong. */
@Timeout(400)
class FaultsTest {
  /** What {@code ./run faults} printed last, and how it ended. */
  private record End(int code, JsonNode result, String output) {}

  private static End run(String... arguments) throws IOException, InterruptedException {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var classpath = System.getProperty("java.class.path");
    var command =
        new ArrayList<>(
            List.of(java, "-XX:TieredStopAtLevel=1", "-cp", classpath, Faults.class.getName()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var lines = process.inputReader().lines().toList();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    var output = String.join("\n", lines);
    var last = lines.reversed().stream().filter(line -> line.startsWith("{")).findFirst();
    return new End(process.exitValue(), Json.tree(last.orElse("{}")), output);
  }

  @Test
  void no_acknowledged_answer_is_lost_whatever_breaks() throws Exception {
    var end = run("--minutes", "0.2", "--seed", "5", "--candidates", "8");
    assertEquals(0, end.code(), end.output());
    for (var kind : List.of("lost", "wrong", "violations"))
      assertEquals(0, end.result().get(kind).asInt(), end.output());
    assertTrue(end.result().get("saves").asInt() > 100, "answers were saved: " + end.output());
    assertFalse(end.result().get("recovery_ms").isEmpty(), "things were broken: " + end.output());
    assertTrue(
        end.result().get("faults").path("reply_dropped").asInt() > 0,
        "the line was bad: " + end.output());
  }
}
