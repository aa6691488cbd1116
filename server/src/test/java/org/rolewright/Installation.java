package org.rolewright;

import java.net.URI;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.rolewright.access.NewAccount;
import org.rolewright.identity.PasswordWork;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.platform.config.Config;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Migrations;

/** A Rolewright on a database of its own, for one test class; with or without its web server. */
public final class Installation implements AutoCloseable {
  /** The password of everybody a test lets in. */
  public static final String PASSWORD = "a long enough password";

  /** Of this test process alone: several may run side by side. */
  public static final Path DATA =
      Path.of("target", "test-data", "" + ProcessHandle.current().pid());

  /** Tests let hundreds of people in; what a hash is worth is not theirs to try. */
  private static final PasswordWork LITTLE_WORK = new PasswordWork(64, 1);

  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private final URI databaseUrl;
  private final Wiring wiring;
  private final Service service;

  private Installation(URI databaseUrl, Config config, boolean serving) {
    this.databaseUrl = databaseUrl;
    wiring =
        Wiring.open(config, databaseUrl, Wiring.Outside.of(InstantSource.system(), LITTLE_WORK));
    service = serving ? Service.start(config, wiring) : null;
    if (!serving) wiring.jobs.start();
  }

  private Installation(URI databaseUrl, SecureRandom random) {
    this.databaseUrl = databaseUrl;
    wiring =
        Wiring.open(
            config(Map.of()),
            databaseUrl,
            new Wiring.Outside(random, InstantSource.system(), LITTLE_WORK));
    service = Service.start(config(Map.of()), wiring);
  }

  /** With the web server, on a database that is there, with chance that can be repeated. */
  public static Installation repeatable(URI database, long seed) {
    try {
      var random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(seed);
      return new Installation(database, random);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Services only; jobs run. */
  public static Installation fresh() {
    return new Installation(TestDatabase.migrated(), config(Map.of()), false);
  }

  /** With the web server, on a free port. */
  public static Installation serving(Map<String, String> settings) {
    return new Installation(TestDatabase.migrated(), config(settings), true);
  }

  /** With the web server, on a database that is there. */
  public static Installation serving(URI database) {
    return new Installation(database, config(Map.of()), true);
  }

  public static Installation serving() {
    return serving(Map.of());
  }

  /** Services only, on a database of the caller's own. */
  public static Installation on(URI databaseUrl, Path dataDir) {
    try (var owner = Database.open(databaseUrl, 2)) {
      Migrations.prepare(owner.dataSource());
    }
    var settings = Map.of("DATA_DIR", dataDir.toString());
    return new Installation(databaseUrl, config(settings), false);
  }

  /** A configuration for tests: free port, no demonstration, data under {@code target}. */
  public static Config config(Map<String, String> settings) {
    var all = new java.util.HashMap<>(settings);
    all.putIfAbsent("PORT", "0");
    all.putIfAbsent("HOST", "127.0.0.1");
    all.putIfAbsent("DEMO", "false");
    all.putIfAbsent("DATA_DIR", DATA.toString());
    return Config.of(all, List.of());
  }

  public Wiring wiring() {
    return wiring;
  }

  public URI databaseUrl() {
    return databaseUrl;
  }

  public String baseUrl() {
    return service.baseUrl();
  }

  /** Lets somebody in, with the roles given. */
  public Actor.Person person(Role... roles) {
    var email = "person" + PEOPLE.incrementAndGet() + "@example.org";
    return wiring.database.transaction(tx ->
        (Actor.Person)
            wiring.access.actor(
                tx,
                wiring.access.join(
                    tx, new NewAccount("Person " + email, email, PASSWORD), email, roles)));
  }

  /** Somebody who leads studies. */
  public Actor.Person expert() {
    return person(Role.CERTIFICATION_EXPERT);
  }

  /** A client of the web server that nobody is signed in with. */
  public ApiClient visitor() {
    return new ApiClient(baseUrl(), wiring.contract);
  }

  /** A client of the web server with somebody signed in. */
  public ApiClient signedIn(Actor.Person person) {
    var client = visitor();
    client.call("signIn").body(Map.of("email", person.email(), "password", PASSWORD)).expect(200);
    return client;
  }

  @Override
  public void close() {
    if (service != null) service.close();
    else wiring.close();
  }
}
