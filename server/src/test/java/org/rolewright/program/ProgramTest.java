package org.rolewright.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rolewright.ApiClient;
import org.rolewright.Installation;

/** The program as a whole: it starts, stops, is killed, runs out of disk, and loses nothing. */
@Timeout(300)
class ProgramTest {
  private static final Map<String, String> ADA =
      Map.of("name", "Ada", "email", "ada@example.org", "password", Installation.PASSWORD);
  private static final Map<String, String> SIGN_IN =
      Map.of("email", "ada@example.org", "password", Installation.PASSWORD);

  @Test
  void what_was_acknowledged_is_there_after_kill_9_of_program_or_database() throws Exception {
    var folder = Program.folder("kill");
    Set<String> acknowledged = new HashSet<>();
    try (var program = Program.start(folder)) {
      var ada = program.visitor();
      ada.call("setUp").with("token", program.setupToken()).body(ADA).expect(200);
      invite(ada, "before-", 20, acknowledged);
      program.kill();
    }
    try (var program = Program.start(folder)) {
      var ada = signedIn(program);
      assertEquals(acknowledged, invited(ada));
      killDatabase(folder);
      Program.until(_ -> status(ada, "revived@example.org") == 201);
      acknowledged.add("revived@example.org");
      assertEquals(acknowledged, invited(ada));
      assertTrue(ada.call("verifyAudit").expect(200).json().get("whole").asBoolean());
      assertEquals(143, program.stop());
      assertTrue(program.output().contains("stopped cleanly"), program.output());
    }
    try (var check = Program.start(folder, "audit", "verify")) {
      assertEquals(0, check.ended());
      assertTrue(check.output().startsWith("whole: "), check.output());
    }
  }

  @Test
  void two_programs_do_not_share_a_folder() throws Exception {
    var folder = Program.folder("two");
    try (var first = Program.start(folder);
        var second = new AutoCloseableProgram(first, folder)) {
      assertEquals(1, second.program().ended());
      assertTrue(
          second.program().output().contains("Another Rolewright is running"),
          second.program().output());
    }
  }

  @Test
  void a_folder_of_another_postgresql_is_refused_and_left_alone() throws Exception {
    var folder = Program.folder("old");
    Files.createDirectories(folder.resolve("postgres"));
    Files.writeString(folder.resolve("postgres/PG_VERSION"), "15\n");
    try (var program = Program.start(folder)) {
      assertEquals(1, program.ended());
      assertTrue(program.output().contains("made by PostgreSQL 15"), program.output());
      try (var files = Files.list(folder.resolve("postgres"))) {
        assertEquals(1, files.count());
      }
    }
  }

  @Test
  void on_a_full_disk_nothing_is_acknowledged_and_nothing_acknowledged_is_lost() throws Exception {
    var folder = Program.folder("full");
    // A disk of our own: 150 MB of memory, mounted where only the program sees it.
    var onSmallDisk =
        List.of(
            "unshare",
            "-rm",
            "sh",
            "-c",
            "mount -t tmpfs -o size=150m disk '" + folder + "' && exec \"$0\" \"$@\"");
    try (var program = Program.start(folder, onSmallDisk)) {
      var ada = program.visitor();
      ada.call("setUp").with("token", program.setupToken()).body(ADA).expect(200);
      Set<String> acknowledged = new HashSet<>();
      invite(ada, "before-", 5, acknowledged);
      var inside = Path.of("/proc", "" + program.pid(), "root", folder.toString());
      var filler = inside.resolve("filler");
      fill(filler);
      var refused = 0;
      for (var n = 0; n < 400 && refused < 20; n++) {
        var email = "full-" + n + "@example.org";
        var status = status(ada, email);
        if (status == 201) acknowledged.add(email);
        else {
          assertEquals(503, status);
          refused++;
        }
      }
      assertEquals(20, refused, "the disk was full");
      Files.delete(filler);
      Program.until(_ -> status(ada, "after@example.org") == 201);
      acknowledged.add("after@example.org");
      assertEquals(acknowledged, invited(ada));
      assertTrue(ada.call("verifyAudit").expect(200).json().get("whole").asBoolean());
    }
  }

  /** A second program on the folder of a first that runs. */
  private record AutoCloseableProgram(Program program) implements AutoCloseable {
    AutoCloseableProgram(Program first, Path folder) throws Exception {
      this(startAfter(first, folder));
    }

    private static Program startAfter(Program first, Path folder) throws Exception {
      first.address();
      return Program.start(folder);
    }

    @Override
    public void close() {
      program.close();
    }
  }

  private static ApiClient signedIn(Program program) {
    var client = program.visitor();
    client.call("signIn").body(SIGN_IN).expect(200);
    return client;
  }

  private static void invite(ApiClient client, String name, int many, Set<String> acknowledged) {
    for (var n = 0; n < many; n++) {
      var email = name + n + "@example.org";
      client.call("invite").body(Map.of("email", email, "role", "sme")).expect(201);
      acknowledged.add(email);
    }
  }

  private static int status(ApiClient client, String email) {
    return client.call("invite").body(Map.of("email", email, "role", "sme")).send().status();
  }

  private static Set<String> invited(ApiClient client) {
    return new HashSet<>(
        client.call("listOutbox").expect(200).json().get("letters").findValuesAsText("recipient"));
  }

  private static void killDatabase(Path folder) throws Exception {
    var pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst().strip();
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
  }

  private static void fill(Path filler) throws Exception {
    try (var out = Files.newOutputStream(filler)) {
      var block = new byte[4096];
      while (true) out.write(block);
    } catch (java.io.IOException _) {
      // no space left, as wanted
    }
  }
}
