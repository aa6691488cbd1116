package org.rolewright.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The line between candidates and the service, which does to requests and replies what lines do.
 * Every request has a connection of its own. The files of the page come through whole: they are
 * there before an exam begins.
 */
public final class FaultyLine implements AutoCloseable {
  /** What can become of a request. */
  public enum Fate {
    REQUEST_DROPPED,
    REPLY_DROPPED,
    /** Nobody answers, and nobody hangs up. */
    HALF_OPEN,
    /** Comes after the sender has given up and sent it again. */
    DELAYED,
    DOUBLED,
    /** Comes once more, long after. */
    REPEATED,
    /** The reply comes in pieces. */
    SLOW
  }

  /** Something between the line and the service that is not as it should be. */
  interface Middle {
    Message pass(Message request, Service service) throws IOException;
  }

  /** The service, as the line sees it. */
  interface Service {
    Message answer(Message request) throws IOException;
  }

  private final ServerSocket door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Fate, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final Random random;
  private final Middle middle;
  private volatile Map<Fate, Double> weather = Map.of();
  private volatile boolean cut;
  private volatile int port;

  FaultyLine(long seed, Middle middle) throws IOException {
    random = new Random(seed);
    this.middle = middle;
    threads.submit(this::accept);
  }

  public FaultyLine(long seed) throws IOException {
    this(seed, (request, service) -> service.answer(request));
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Where the service listens now. */
  public void leadTo(int port) {
    this.port = port;
  }

  /** How likely each fate is from now on. */
  public void weather(Map<Fate, Double> chances) {
    weather = Map.copyOf(chances);
  }

  /** Nothing goes through while it is cut. */
  public void cut(boolean cut) {
    this.cut = cut;
  }

  public int count(Fate fate) {
    var count = counts.get(fate);
    return count == null ? 0 : count.get();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        threads.submit(() -> serve(client));
      } catch (IOException _) {
        // closed, or the client has gone
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      var request = Message.request(client.getInputStream());
      if (cut) return;
      var fate = request.isOfApi() ? fate() : null;
      if (fate != null) counts.computeIfAbsent(fate, _ -> new AtomicInteger()).incrementAndGet();
      var reply = reply(fate, request);
      if (reply == null || cut) return;
      write(client, reply.bytes(), fate == Fate.SLOW ? 4 : 1);
    } catch (IOException | InterruptedException _) {
      // as when a line breaks: the connection ends
    }
  }

  /** Null when none goes back. */
  private Message reply(Fate fate, Message request) throws IOException, InterruptedException {
    if (fate == null) return middle.pass(request, this::answer);
    return switch (fate) {
      case REQUEST_DROPPED -> null;
      case HALF_OPEN -> {
        Thread.sleep(4_000);
        yield null;
      }
      case REPLY_DROPPED -> {
        middle.pass(request, this::answer);
        yield null;
      }
      case DELAYED -> {
        Thread.sleep(500 + draw(3_000));
        yield middle.pass(request, this::answer);
      }
      case DOUBLED -> {
        again(request, 0);
        yield middle.pass(request, this::answer);
      }
      case REPEATED -> {
        again(request, 2_000 + draw(6_000));
        yield middle.pass(request, this::answer);
      }
      case SLOW -> middle.pass(request, this::answer);
    };
  }

  private void again(Message request, int later) {
    threads.submit(() -> {
      Thread.sleep(later);
      return middle.pass(request, this::answer);
    });
  }

  private Message answer(Message request) throws IOException {
    try (var service = new Socket()) {
      service.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      service.setSoTimeout(20_000);
      service.setTcpNoDelay(true);
      service.getOutputStream().write(request.bytes());
      return Message.reply(service.getInputStream());
    }
  }

  private static void write(Socket client, byte[] bytes, int pieces)
      throws IOException, InterruptedException {
    var out = client.getOutputStream();
    var size = bytes.length / pieces + 1;
    for (var at = 0; at < bytes.length; at += size) {
      if (at > 0) Thread.sleep(200);
      out.write(bytes, at, Math.min(size, bytes.length - at));
      out.flush();
    }
  }

  private synchronized Fate fate() {
    var at = random.nextDouble();
    for (var fate : Fate.values()) {
      at -= weather.getOrDefault(fate, 0.0);
      if (at < 0) return fate;
    }
    return null;
  }

  private synchronized int draw(int bound) {
    return random.nextInt(bound);
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}
