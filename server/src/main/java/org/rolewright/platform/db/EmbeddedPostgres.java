package org.rolewright.platform.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.rolewright.platform.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL 18 of our own in a folder, started with the program and stopped with it. It waits
 * for the disk before it answers (fsync and synchronous commit on), listens on this machine only,
 * and a program killed with {@code -9} finds everything it acknowledged at its next start.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String MAJOR = "18";
  private static final String RELEASE = "18.6.0";
  private final Path home;
  private final Path data;
  private final Path log;
  private final int port;
  private final String password;
  private final FileLock lock;
  private final List<String> prefix;
  private final List<String> options;
  private volatile boolean closing;

  /** The folder cannot be used; the message says what to do. */
  public static final class Unusable extends RuntimeException {
    Unusable(String message) {
      super(message);
    }
  }

  private EmbeddedPostgres(Path base, Path home, FileLock lock, List<String> options)
      throws IOException {
    this.options = options;
    this.home = home;
    this.data = base.resolve("postgres");
    this.log = base.resolve("postgres.log");
    this.lock = lock;
    this.port = freePort();
    this.prefix = prefix();
    this.password = password(base.resolve("postgres.password"));
  }

  /** {@code postgresql://…} of the running server. */
  public URI url() {
    return url("postgres");
  }

  /** The same server, another database in it. */
  public URI url(String database) {
    return URI.create("postgresql://postgres:" + password + "@127.0.0.1:" + port + "/" + database);
  }

  /** Process id of the server, for tests that kill it. */
  public long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
  }

  /**
   * Starts the server of the folder {@code base}, made new where there is none.
   *
   * @param options further {@code -c name=value} settings
   * @throws Unusable when another program uses the folder, or another PostgreSQL made it
   */
  public static EmbeddedPostgres start(Path base, String... options) {
    try {
      Files.createDirectories(base);
      var lock = lock(base);
      var server = new EmbeddedPostgres(base.toAbsolutePath(), unpacked(), lock, List.of(options));
      server.prepareFolder();
      server.startServer();
      Thread.ofVirtual().name("postgres-watch").start(server::watch);
      return server;
    } catch (IOException e) {
      throw new Unusable("The folder " + base + " cannot be used: " + e);
    }
  }

  private static FileLock lock(Path base) throws IOException {
    var channel =
        FileChannel.open(base.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      var lock = channel.tryLock();
      if (lock != null) return lock;
    } catch (OverlappingFileLockException _) {
      // said below
    }
    channel.close();
    throw new Unusable(
        "Another Rolewright is running on "
            + base
            + ". Stop it first, or set DATA_DIR to another folder.");
  }

  private void prepareFolder() throws IOException {
    var version = data.resolve("PG_VERSION");
    if (!Files.exists(version)) {
      makeCluster();
      return;
    }
    var found = Files.readString(version).strip();
    if (!found.equals(MAJOR))
      throw new Unusable(
          "The database in "
              + data
              + " was made by PostgreSQL "
              + found
              + "; this program brings "
              + MAJOR
              + ". Nothing was changed. Use the program that made it, or set DATABASE_URL to a server of that version.");
    stopOrphan();
  }

  /** Made aside and renamed, so that a crash half-way never leaves a broken folder. */
  private void makeCluster() throws IOException {
    var aside = data.resolveSibling("postgres.init");
    deleteTree(aside);
    run(
        60,
        "initdb",
        List.of(
            "-D",
            aside.toString(),
            "-U",
            "postgres",
            "-A",
            "scram-sha-256",
            "--pwfile=" + data.resolveSibling("postgres.password"),
            "-E",
            "UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--data-checksums"));
    Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private void startServer() throws IOException {
    var settings =
        new StringBuilder("-p " + port)
            .append(" -c listen_addresses=127.0.0.1 -c unix_socket_directories=''")
            .append(" -c fsync=on -c synchronous_commit=on -c full_page_writes=on")
            .append(" -c max_connections=100 -c shared_buffers=128MB");
    for (var option : options) settings.append(" -c ").append(option);
    run(
        120,
        "pg_ctl",
        List.of(
            "start",
            "-D",
            data.toString(),
            "-w",
            "-t",
            "90",
            "-l",
            log.toString(),
            "-o",
            settings.toString()));
  }

  /** Looks every second whether the server lives, and starts it again when it does not. */
  private void watch() {
    while (!closing) {
      try {
        Thread.sleep(Duration.ofSeconds(1));
        if (!closing && !alive()) revive();
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private boolean alive() {
    try {
      return ProcessHandle.of(pid()).map(ProcessHandle::isAlive).orElse(false);
    } catch (IOException | NumberFormatException | NoSuchElementException _) {
      return false; // no pid file, or one half written
    }
  }

  private synchronized void revive() {
    try {
      if (!closing) startServer();
    } catch (IOException e) {
      LOG.error("PostgreSQL does not start again; trying on: {}", e.getMessage());
    }
  }

  /**
   * A program killed with -9 leaves its server running, or a stale pid file whose number may by now
   * be another program's.
   */
  private void stopOrphan() throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) return;
    var process = ProcessHandle.of(pid()).filter(ProcessHandle::isAlive);
    var ours =
        process.flatMap(p -> p.info().command()).map(c -> c.endsWith("/postgres")).orElse(false);
    if (ours) stopServer();
    else if (process.isPresent()) Files.delete(pidFile);
  }

  private void stopServer() throws IOException {
    run(60, "pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "50"));
  }

  @Override
  public synchronized void close() {
    closing = true;
    try {
      if (Files.exists(data.resolve("postmaster.pid"))) stopServer();
      lock.channel().close();
    } catch (IOException e) {
      throw new Unusable("PostgreSQL did not stop: " + e.getMessage());
    }
  }

  private void run(int seconds, String tool, List<String> arguments) throws IOException {
    var command = new ArrayList<>(prefix);
    command.add(home.resolve("bin").resolve(tool).toString());
    command.addAll(arguments);
    var out = Files.createTempFile("rolewright", ".out");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) process.destroyForcibly();
      else if (process.exitValue() == 0) return;
      throw new IOException(tool + " failed: " + Files.readString(out) + lastLog());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(tool + " was interrupted", e);
    } finally {
      Files.deleteIfExists(out);
    }
  }

  private String lastLog() throws IOException {
    if (!Files.exists(log)) return "";
    var lines = Files.readAllLines(log);
    return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
  }

  private static String password(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.writeString(file, Sha256.newToken(new SecureRandom()));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return Files.readString(file).strip();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** PostgreSQL refuses to run as root; a user namespace of its own satisfies it. */
  private static List<String> prefix() throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) return List.of();
    try {
      if (new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0)
        return List.of("unshare", "-U");
    } catch (IOException _) {
      // said below
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Unusable(
        "PostgreSQL refuses to run as root, and \"unshare -U\" does not work here. Run as an ordinary user, or set DATABASE_URL.");
  }

  /** The server's programs, unpacked once a machine and release into the user's cache. */
  private static synchronized Path unpacked() throws IOException {
    var cache =
        Path.of(
            System.getenv()
                .getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache"),
            "rolewright");
    var home = cache.resolve("postgres-" + RELEASE);
    if (Files.exists(home.resolve("bin/postgres"))) return home;
    Files.createDirectories(cache);
    var aside = Files.createTempDirectory(cache, "unpack");
    Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var in = EmbeddedPostgres.class.getResourceAsStream(archive())) {
      if (in == null) throw new IOException("no PostgreSQL for this machine: " + archive());
      unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in))), aside);
    }
    try {
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.exists(home.resolve("bin/postgres"))) throw e;
      deleteTree(aside); // another program was faster
    }
    return home;
  }

  private static String archive() {
    var mac = System.getProperty("os.name").startsWith("Mac");
    var arm = System.getProperty("os.arch").equals("aarch64");
    return "/postgres-" + (mac ? "darwin" : "linux") + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
  }

  private static void unpack(TarArchiveInputStream tar, Path into) throws IOException {
    for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
      var path = into.resolve(entry.getName()).normalize();
      if (!path.startsWith(into)) throw new IOException("bad entry " + entry.getName());
      Files.createDirectories(entry.isDirectory() ? path : path.getParent());
      if (entry.isSymbolicLink()) Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      else if (entry.isFile()) {
        Files.copy(tar, path);
        if ((entry.getMode() & 0111) != 0)
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) return;
    try (var files = Files.walk(tree)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
