package org.rolewright.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A load generator that costs little beside what it measures: one thread, plain HTTP/1.1 bytes over
 * kept connections, one request on each at a time. Latency is taken from the moment a request is to
 * be written to the last byte of its answer.
 */
final class Wire implements AutoCloseable {
  private final Selector selector = Selector.open();
  private final List<Connection> connections = new ArrayList<>();
  private long[] latencies = new long[1 << 16];
  private int measured;

  /** Makes the requests of one connection and hears the answers. */
  interface Talk {
    /** The next request, whole. */
    byte[] next();

    void heard(int status, byte[] body);
  }

  /** What came of it. */
  record Result(int answers, double seconds, long[] nanos) {
    /** Of latencies in any order. */
    static Result of(long[] latencies, long nanos) {
      var sorted = latencies.clone();
      Arrays.sort(sorted);
      return new Result(sorted.length, nanos / 1e9, sorted);
    }

    /** Of several floods. */
    static Result together(List<Result> floods) {
      return of(
          floods.stream().flatMapToLong(flood -> Arrays.stream(flood.nanos)).toArray(),
          Math.round(floods.stream().mapToDouble(Result::seconds).sum() * 1e9));
    }

    double perSecond() {
      return answers / seconds;
    }

    /** Milliseconds that this share of the answers stayed within. */
    double percentile(double share) {
      return nanos.length == 0
          ? 0
          : nanos[(int) Math.min(nanos.length - 1, share * nanos.length)] / 1e6;
    }
  }

  private final class Connection {
    private final SocketChannel channel;
    private final Talk talk;
    private final ByteBuffer in = ByteBuffer.allocate(1 << 13);
    private boolean busy;
    private long since;

    Connection(InetSocketAddress address, Talk talk) throws IOException {
      this.talk = talk;
      channel = SocketChannel.open(address);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends the next request; its latency counts from {@code due}. */
    void send(long due) throws IOException {
      var out = ByteBuffer.wrap(talk.next());
      since = due;
      busy = true;
      while (out.hasRemaining()) channel.write(out);
    }

    /** Whether an answer is whole now. */
    boolean read() throws IOException {
      if (channel.read(in) < 0) throw new IOException("the server closed a connection");
      var end = headEnd();
      if (end < 0) return false;
      var length = contentLength(end);
      if (in.position() < end + length) return false;
      var bytes = in.array();
      var status = (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
      record(System.nanoTime() - since);
      busy = false;
      in.clear();
      talk.heard(status, Arrays.copyOfRange(bytes, end, end + length));
      return true;
    }

    private int headEnd() {
      var bytes = in.array();
      for (var at = 3; at < in.position(); at++)
        if (bytes[at] == '\n' && bytes[at - 1] == '\r' && bytes[at - 2] == '\n') return at + 1;
      return -1;
    }

    private int contentLength(int end) {
      var head = new String(in.array(), 0, end, StandardCharsets.US_ASCII);
      var at = head.indexOf("ontent-length:");
      if (at < 0) at = head.indexOf("ontent-Length:");
      return Integer.parseInt(head.substring(at + 14, head.indexOf('\r', at)).strip());
    }
  }

  Wire(String host, int port, List<? extends Talk> talks) throws IOException {
    for (var talk : talks) connections.add(new Connection(new InetSocketAddress(host, port), talk));
  }

  /** Every connection sends again as soon as it is answered. */
  Result flood(double seconds) throws IOException {
    measured = 0;
    var began = System.nanoTime();
    var end = began + (long) (seconds * 1e9);
    for (var connection : connections) connection.send(began);
    var open = connections.size();
    while (open > 0) {
      for (var connection : answered(1000)) {
        var now = System.nanoTime();
        if (now < end) connection.send(now);
        else open--;
      }
    }
    return result(System.nanoTime() - began);
  }

  /** Waits this long at most; the connections whose answer is whole now. */
  private List<Connection> answered(int milliseconds) throws IOException {
    selector.select(milliseconds);
    var answered = new ArrayList<Connection>();
    for (var key : selector.selectedKeys()) {
      var connection = (Connection) key.attachment();
      if (connection.read()) answered.add(connection);
    }
    selector.selectedKeys().clear();
    return answered;
  }

  private void record(long nanos) {
    if (measured == latencies.length) latencies = Arrays.copyOf(latencies, measured * 2);
    latencies[measured++] = nanos;
  }

  private Result result(long nanos) {
    return Result.of(Arrays.copyOf(latencies, measured), nanos);
  }

  @Override
  public void close() throws IOException {
    for (var connection : connections) connection.channel.close();
    selector.close();
  }
}
