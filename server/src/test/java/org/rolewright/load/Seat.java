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

/** One candidate under way, and the bytes of its requests. */
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
    var entry =
        send(
            address,
            "POST",
            "/api/v1/sittings",
            "",
            "{\"code\":\"%s\",\"clientId\":\"%s\",\"device\":\"bench\"}"
                .formatted(code, UUID.randomUUID()));
    var token = Json.tree(entry).get("token").asText();
    send(address, "PUT", "/api/v1/sitting/start", token, "{}");
    return new Seat(address.getAuthority(), token);
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

  /** The next answer, as the page sends it. */
  byte[] save() {
    var item = 1 + seq % 12;
    seq++;
    var body =
        "{\"epoch\":1,\"waiting\":0,\"events\":[{\"seq\":%d,\"kind\":\"answer\",\"item\":%d,\"value\":\"b\",\"at\":\"%s\"}]}"
            .formatted(seq, item, Instant.now());
    return request("POST", "/api/v1/sitting/events", body);
  }

  byte[] request(String method, String path, String body) {
    return """
    %s %s HTTP/1.1\r
    Host: %s\r
    Content-Type: application/json\r
    X-Rolewright: 1\r
    X-Sitting: %s\r
    Content-Length: %d\r
    \r
    %s\
    """
        .formatted(method, path, host, token, body.length(), body)
        .getBytes(StandardCharsets.UTF_8);
  }
}
