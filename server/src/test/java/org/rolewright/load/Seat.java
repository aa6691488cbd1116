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
    return request(
        "POST",
        "/api/v1/sitting/events",
        "{\"epoch\":1,\"waiting\":0,\"events\":[{\"seq\":"
            + seq
            + ",\"kind\":\"answer\",\"item\":"
            + item
            + ",\"value\":\"b\",\"at\":\""
            + Instant.now()
            + "\"}]}");
  }

  /** Hands in. */
  byte[] submit() {
    return request("PUT", "/api/v1/sitting/submission", "{\"epoch\":1,\"lastSeq\":" + seq + "}");
  }

  /** Put together by hand: the generator is to cost little. */
  private byte[] request(String method, String path, String body) {
    var head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/json\r\nX-Rolewright: 1\r\nX-Sitting: "
            + token
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
