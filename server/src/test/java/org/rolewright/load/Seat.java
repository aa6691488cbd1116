package org.rolewright.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.rolewright.platform.json.Json;

/** One candidate under way, and what its page sends. */
final class Seat {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String host;
  private final String token;
  int seq;

  Seat(String host, String token) {
    this.host = host;
    this.token = token;
  }

  /** Comes in by a code and begins. */
  static Seat begun(URI address, String code) throws IOException, InterruptedException {
    var entry = send(address, "POST", "/api/v1/sittings", "", entry(code));
    var token = Json.tree(entry).get("token").asText();
    send(address, "PUT", "/api/v1/sitting/start", token, "{}");
    return new Seat(address.getAuthority(), token);
  }

  /** The body that comes in by a code. */
  static String entry(String code) {
    return "{\"code\":\"%s\",\"clientId\":\"%s\",\"device\":\"bench\"}"
        .formatted(code, UUID.randomUUID());
  }

  private static String send(URI address, String method, String path, String token, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .header("X-Rolewright", "1")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) request.header("X-Sitting", token);
    var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200)
      throw new IllegalStateException(path + " " + answer.statusCode() + ": " + answer.body());
    return answer.body();
  }

  /** The next answer, as the page sends it, whole. */
  byte[] save() {
    var body = nextAnswer();
    var head =
        "POST /api/v1/sitting/events HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/json\r\nX-Rolewright: 1\r\nX-Sitting: "
            + token
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }

  /** The body that stores the next answer; put together by hand, to cost little. */
  String nextAnswer() {
    var item = 1 + seq % 12;
    seq++;
    return "{\"epoch\":1,\"waiting\":0,\"events\":[{\"seq\":"
        + seq
        + ",\"kind\":\"answer\",\"item\":"
        + item
        + ",\"value\":\"b\",\"at\":\""
        + Instant.now()
        + "\"}]}";
  }

  /** The body that hands in. */
  String submission() {
    return "{\"epoch\":1,\"lastSeq\":" + seq + "}";
  }

  String token() {
    return token;
  }
}
