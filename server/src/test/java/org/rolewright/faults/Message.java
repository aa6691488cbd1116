package org.rolewright.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A request or a reply of HTTP/1.1, whole. */
record Message(String head, byte[] body) {
  private static final int LONGEST_HEAD = 65_536;

  static Message request(InputStream in) throws IOException {
    var head = readHead(in);
    return new Message(head, in.readNBytes(length(head).orElse(0)));
  }

  /** One that was cut short is none. */
  static Message reply(InputStream in) throws IOException {
    var head = readHead(in);
    if (head.startsWith(" 304", 8) || head.startsWith(" 204", 8))
      return new Message(head, new byte[0]);
    var length = length(head);
    var body = length.isPresent() ? in.readNBytes(length.get()) : in.readAllBytes();
    if (length.isPresent() && body.length < length.get()) throw new EOFException("cut short");
    return new Message(head, body);
  }

  private static String readHead(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (var ends = 0; ends < 4; ) {
      var next = in.read();
      if (next < 0 || bytes.size() > LONGEST_HEAD) throw new EOFException("no head");
      bytes.write(next);
      ends = next == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : next == '\r' ? 1 : 0;
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static Optional<Integer> length(String head) {
    return header(head, "content-length").map(Integer::parseInt);
  }

  Optional<String> header(String name) {
    return header(head, name);
  }

  private static Optional<String> header(String head, String name) {
    return head.lines()
        .skip(1)
        .filter(
            line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  /** Method and path. */
  boolean isFor(String method, String path) {
    return head.startsWith(method + " " + path + " ");
  }

  boolean isOfApi() {
    return head.lines().findFirst().orElse("").contains(" /api/");
  }

  int status() {
    return Integer.parseInt(head.substring(9, 12));
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The same head before another body. */
  Message with(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var changed = head.replaceFirst("(?i)(\r\ncontent-length:)[^\r]*", "$1 " + bytes.length);
    return new Message(changed, bytes);
  }

  /** As it goes over a connection that is closed after it. */
  byte[] bytes() {
    var once = head.replaceAll("(?i)\r\n(connection|keep-alive):[^\r]*", "");
    var start = once.replaceFirst("\r\n", "\r\nConnection: close\r\n");
    var first = start.getBytes(StandardCharsets.ISO_8859_1);
    var all = Arrays.copyOf(first, first.length + body.length);
    System.arraycopy(body, 0, all, first.length, body.length);
    return all;
  }
}
