package org.rolewright.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's own load tool, storing answers as the simplest service would: one row, one commit.
 */
final class Pgbench {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private final String program;
  private final URI database;
  private final Path script;

  Pgbench(String program, Site site, Path folder) throws IOException {
    this.program = program;
    database = site.database();
    script = folder.resolve("upsert.sql");
    site.execute(
        """
        create schema bench;
        create table bench.answer (sitting int, item int, value text, at timestamptz, primary key (sitting, item))\
        """);
    Files.writeString(
        script,
        """
        \\set sitting random(1, 10000)
        \\set item random(1, 100)
        insert into bench.answer values (:sitting, :item, '"b"', now())
          on conflict (sitting, item) do update set value = excluded.value, at = excluded.at;
        """);
  }

  /** Where it is: on the path, or where Debian puts it. */
  static String find() throws IOException {
    var path = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
    try (var debian =
        Files.exists(Path.of("/usr/lib/postgresql"))
            ? Files.list(Path.of("/usr/lib/postgresql"))
            : Stream.<Path>empty()) {
      return Stream.concat(path, debian.map(version -> version.resolve("bin")))
          .map(folder -> folder.resolve("pgbench"))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(() ->
              new IllegalStateException(
                  "pgbench is not installed. Debian and Ubuntu: apt-get install postgresql-contrib"))
          .toString();
    }
  }

  /** Upserts committed a second. */
  double perSecond(int connections, double seconds) throws IOException, InterruptedException {
    var user = database.getUserInfo().split(":", 2);
    var command =
        List.of(
            program,
            "-n",
            "-M",
            "prepared",
            "-c",
            "" + connections,
            "-j",
            "2",
            "-T",
            "" + Math.round(seconds),
            "-f",
            script.toString(),
            "-h",
            "127.0.0.1",
            "-p",
            "" + database.getPort(),
            "-U",
            user[0],
            "exam");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", user[1]);
    var process = builder.start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    var rate = RATE.matcher(printed);
    if (!rate.find()) throw new IllegalStateException(printed);
    return Double.parseDouble(rate.group(1));
  }
}
