package org.rolewright;

import java.util.concurrent.atomic.AtomicReference;
import org.rolewright.platform.config.Config;
import org.rolewright.platform.db.Migrations;
import org.rolewright.platform.http.WebServer;

/** The running service: database checked, jobs taken, server listening. */
public final class Service implements AutoCloseable {
  private final Wiring wiring;
  private final WebServer server;
  private final String baseUrl;

  private Service(Wiring wiring, WebServer server, String baseUrl) {
    this.wiring = wiring;
    this.server = server;
    this.baseUrl = baseUrl;
  }

  /**
   * Starts on a wired database.
   *
   * @throws Migrations.WrongAge when the database does not fit the program
   */
  public static Service start(Config config, Wiring wiring) {
    Migrations.prepare(wiring.database.dataSource());
    wiring.examWatch.recall();
    var address = new AtomicReference<>("");
    var api = wiring.api(address::get);
    var server =
        WebServer.start(
            config.host(), config.port(), api, wiring.contract, wiring.database::answers);
    var baseUrl =
        config
            .baseUrl()
            .map(url -> url.toString().replaceFirst("/+$", ""))
            .orElse("http://localhost:" + server.port());
    address.set(baseUrl);
    wiring.cohort.reach(ownAddress(config.host(), server.port()), baseUrl);
    wiring.jobs.start();
    wiring.examWatch.start();
    return new Service(wiring, server, baseUrl);
  }

  /** Where the program reaches itself, whatever address people use. */
  private static String ownAddress(String host, int port) {
    return "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port;
  }

  public String baseUrl() {
    return baseUrl;
  }

  public int port() {
    return server.port();
  }

  public Wiring wiring() {
    return wiring;
  }

  @Override
  public void close() {
    server.close();
    wiring.close();
  }
}
