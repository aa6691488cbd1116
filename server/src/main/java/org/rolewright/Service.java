package org.rolewright;

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
    var server =
        WebServer.start(
            config.host(), config.port(), wiring.api(), wiring.contract, wiring.database::answers);
    var baseUrl = config.address(server.port());
    wiring.reach(ownAddress(config.host(), server.port()), baseUrl);
    wiring.jobs.start();
    wiring.examWatch.start();
    return new Service(wiring, server, baseUrl);
  }

  /** Where the program reaches itself, whatever address people use. */
  private static String ownAddress(String host, int port) {
    var every = host.equals("0.0.0.0") || host.equals("::");
    var one = host.contains(":") ? "[" + host + "]" : host;
    return "http://" + (every ? "127.0.0.1" : one) + ":" + port;
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
