package org.rolewright.platform.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rolewright.platform.plots.Figure;

/** An answer that is more than a record: another status, a file, cookies, a stream of events. */
public sealed interface Reply {

  /** JSON with a status of its own. */
  static Json json(int status, Object value) {
    return new Json(status, value, List.of());
  }

  /** A file to show in the browser ({@code inline}) or to keep. */
  static Bytes file(String contentType, String fileName, byte[] content) {
    return new Bytes(contentType, "attachment; filename=\"" + fileName + "\"", content);
  }

  static Bytes inline(String contentType, String fileName, byte[] content) {
    return new Bytes(contentType, "inline; filename=\"" + fileName + "\"", content);
  }

  /**
   * A figure to show on the page.
   *
   * @param name of the file, without its ending
   */
  static Bytes svg(String name, Figure figure) {
    return inline("image/svg+xml", name + ".svg", figure.svg().getBytes(StandardCharsets.UTF_8));
  }

  static Events events(Source source) {
    return new Events(source);
  }

  /** A JSON answer. */
  record Json(int status, Object value, List<Map.Entry<String, String>> headers) implements Reply {
    public Json header(String name, String text) {
      var more = new ArrayList<>(headers);
      more.add(Map.entry(name, text));
      return new Json(status, value, List.copyOf(more));
    }

    /** Starts a session in the browser. */
    public Json signedIn(String token, Duration length) {
      return header("Set-Cookie", Cookies.session(token, length));
    }

    /** Ends it. */
    public Json signedOut() {
      return header("Set-Cookie", Cookies.session("", Duration.ZERO));
    }
  }

  /** A file. */
  record Bytes(String contentType, String disposition, byte[] content) implements Reply {}

  /** Server-sent events, written by {@code source} on a thread of its own until it returns. */
  record Events(Source source) implements Reply {}

  /** Writes events. */
  @FunctionalInterface
  interface Source {
    void writeTo(Sink sink) throws InterruptedException;
  }

  /** Where events go. */
  @FunctionalInterface
  interface Sink {
    /**
     * @throws Gone when the browser has gone: let it pass
     */
    void send(String id, Object event);
  }

  /** The browser has gone. */
  final class Gone extends RuntimeException {
    Gone() {
      super("the browser has gone", null, false, false);
    }
  }
}
