package org.rolewright.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The cable between the service and its database, which can be cut in several ways. */
final class Cable implements AutoCloseable {
  /** How it is. */
  enum Way {
    OPEN,
    /** Nothing goes either way; it goes on when the cable is whole again. */
    STUCK,
    /** Statements arrive, and are carried out, but no answer comes back. */
    DEAF
  }

  private static final Duration SIGNS_OF_LIFE = Duration.ofSeconds(25);

  private final ServerSocket door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final int database;
  private volatile Way way = Way.OPEN;

  /** A connection, which may be gone without either side being told. */
  private static final class Link {
    private final Socket client;
    private final Socket server;
    private volatile boolean vanished;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void close() {
      try (client;
          server) {
        vanished = true;
      } catch (IOException _) {
        // it was closed already
      }
    }
  }

  Cable(int database) throws IOException {
    this.database = database;
    threads.submit(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void become(Way way) {
    this.way = way;
    synchronized (this) {
      notifyAll();
    }
  }

  /** Every connection ends. */
  void reset() {
    links.forEach(Link::close);
    links.clear();
  }

  /**
   * No connection that there is now carries anything any more, and nobody is told; the database
   * finds out after a while, by the signs of life that it asks for.
   */
  void vanish() {
    var gone = List.copyOf(links);
    gone.forEach(link -> link.vanished = true);
    threads.submit(() -> {
      Thread.sleep(SIGNS_OF_LIFE);
      for (var link : gone) link.server.close();
      return true;
    });
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        threads.submit(() -> {
          connect(client);
          return true;
        });
      } catch (IOException _) {
        // closed
      }
    }
  }

  private void connect(Socket client) throws IOException {
    try {
      var link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), database));
      client.setTcpNoDelay(true);
      link.server.setTcpNoDelay(true);
      links.add(link);
      threads.submit(() -> pump(link, true));
      threads.submit(() -> pump(link, false));
    } catch (IOException _) {
      client.close();
    }
  }

  private void pump(Link link, boolean asking) {
    var from = asking ? link.client : link.server;
    var to = asking ? link.server : link.client;
    var bytes = new byte[16_384];
    try {
      while (true) {
        var read = from.getInputStream().read(bytes);
        if (read < 0) break;
        waitUntilOpen(asking);
        if (link.vanished) continue;
        to.getOutputStream().write(bytes, 0, read);
      }
    } catch (IOException | InterruptedException _) {
      // one side has gone
    }
    if (!link.vanished) link.close();
    links.remove(link);
  }

  private synchronized void waitUntilOpen(boolean asking) throws InterruptedException {
    while (way == Way.STUCK || way == Way.DEAF && !asking) wait();
  }

  @Override
  public void close() throws IOException {
    door.close();
    reset();
    threads.shutdownNow();
  }
}
