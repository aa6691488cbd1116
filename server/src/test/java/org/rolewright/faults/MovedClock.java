package org.rolewright.faults;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.rolewright.Service;
import org.rolewright.Wiring;
import org.rolewright.identity.PasswordWork;
import org.rolewright.platform.config.Config;

/**
 * The program on a machine whose clock others set: by so many hours as a file says, at any time.
 */
public final class MovedClock {
  private MovedClock() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var config = Config.of(System.getenv(), List.of(arguments));
    System.setProperty(
        "rolewright.log", config.dataDir().resolve("logs/rolewright.log").toString());
    var outside = Wiring.Outside.of(clock(file(config.dataDir())), PasswordWork.OWASP);
    var wiring = Wiring.open(config, config.databaseUrl().orElseThrow(), outside);
    var service = Service.start(config, wiring);
    System.out.println("  workbench      " + service.baseUrl() + "/workbench/");
    Thread.currentThread().join();
  }

  private static InstantSource clock(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var hours = channel.map(FileChannel.MapMode.READ_ONLY, 0, 1);
      return () -> Instant.now().plus(Duration.ofHours(hours.get(0)));
    }
  }

  private static Path file(Path dataDir) {
    return dataDir.resolve("clock-hours");
  }

  /** Sets the clock of the program with this folder, running or not. */
  static void move(Path dataDir, int hours) throws IOException {
    Files.write(
        file(dataDir),
        new byte[] {(byte) hours},
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }
}
