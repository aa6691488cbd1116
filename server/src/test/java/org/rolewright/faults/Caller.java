package org.rolewright.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntSupplier;
import org.rolewright.platform.json.Json;

/** Asks the service over the line; patient, but not for long. */
final class Caller {
  /** Shorter than a browser's ten seconds, so that more goes wrong in a minute. */
  private static final int PATIENCE_MS = 1_500;

  private final IntSupplier port;

  /** An answer that came whole. */
  record Reply(int status, JsonNode body, String cookie) {
    String code() {
      return body.path("code").asText();
    }

    boolean ok() {
      return status >= 200 && status < 300;
    }
  }

  Caller(IntSupplier port) {
    this.port = port;
  }

  Reply call(String method, String path, Map<String, String> headers, Object body)
      throws IOException {
    return call(method, path, headers, body, PATIENCE_MS);
  }

  Reply call(String method, String path, Map<String, String> headers, Object body, int patienceMs)
      throws IOException {
    var text = body instanceof String ready ? ready : Json.write(body);
    var head = new StringBuilder(method + " /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\n");
    head.append("X-Rolewright: 1\r\nContent-Type: application/json\r\nContent-Length: 0\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    var request = new Message(head + "\r\n", new byte[0]).with(text);
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.getAsInt()), 500);
      socket.setSoTimeout(patienceMs);
      socket.getOutputStream().write(request.bytes());
      return read(Message.reply(socket.getInputStream()));
    }
  }

  private static Reply read(Message reply) {
    var text = new String(reply.body(), StandardCharsets.UTF_8);
    var cookie = reply.header("set-cookie").map(value -> value.split(";")[0]).orElse("");
    return new Reply(reply.status(), Json.tree(text.isEmpty() ? "{}" : text), cookie);
  }
}
