package org.rolewright.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small disk of the run's own, in memory, that can be filled: the run starts itself again in a
 * mount namespace where one is mounted. Where that is not allowed it runs on the machine's disk.
 */
final class OwnDisk {
  private static final String FOLDER = "FAULTS_FOLDER";

  private OwnDisk() {}

  /** The folder of this run; empty when it has to be started again. */
  static Optional<Path> of(Options options) throws IOException, InterruptedException {
    var given = System.getenv(FOLDER);
    if (given != null) return Optional.of(Path.of(given));
    if (allowed()) return Optional.empty();
    return Optional.of(Files.createTempDirectory("rolewright-faults"));
  }

  private static boolean allowed() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "disk", "/mnt")
              .redirectErrorStream(true)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }

  /** Runs the same again on a disk of its own, and returns how it ended. */
  static int again(String[] arguments, Options options) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("rolewright-faults");
    var mount = "mount -t tmpfs -o size=" + options.disk() + "m disk \"$0\" && exec \"$@\"";
    var command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", mount, folder.toString()));
    var self = ProcessHandle.current().info();
    command.add(self.command().orElseThrow());
    command.addAll(
        List.of(
            "-Xmx2g",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Faults.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put(FOLDER, folder.toString());
    var process = builder.start();
    var stop = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(stop);
    var end = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(stop);
    Files.deleteIfExists(folder);
    return end;
  }

  static boolean limited(Path folder) {
    return System.getenv(FOLDER) != null && folder.equals(Path.of(System.getenv(FOLDER)));
  }
}
