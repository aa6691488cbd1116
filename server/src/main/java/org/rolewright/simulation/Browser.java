package org.rolewright.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.rolewright.platform.json.Json;

/**
 * Speaks to the service as a candidate's browser does.
 *
 * @param address of the service on this machine
 */
record Browser(HttpClient http, String address) {
  static final Pass NOBODY = new Pass("X-Nobody", "-");

  /** Whoever waits for longer is not heard to ask for a stop. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** The header by which a candidate is known. */
  record Pass(String header, String token) {
    static Pass link(String token) {
      return new Pass("X-Candidate", token);
    }

    static Pass sitting(String token) {
      return new Pass("X-Sitting", token);
    }

    @Override
    public String toString() {
      return header;
    }
  }

  /** The service said no. */
  static final class Refused extends RuntimeException {
    private final String code;

    Refused(String path, JsonNode problem) {
      super(path + ": " + problem.path("code").asText());
      code = problem.path("code").asText();
    }

    String code() {
      return code;
    }
  }

  JsonNode get(Pass pass, String path) {
    return send(request(pass, path).GET().build());
  }

  JsonNode put(Pass pass, String path, Object body) {
    return send(request(pass, path).PUT(json(body)).build());
  }

  JsonNode post(Pass pass, String path, Object body) {
    return send(request(pass, path).POST(json(body)).build());
  }

  private HttpRequest.Builder request(Pass pass, String path) {
    return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
        .timeout(LONGEST)
        .header("X-Rolewright", "1")
        .header("Content-Type", "application/json")
        .header(pass.header(), pass.token());
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    return HttpRequest.BodyPublishers.ofString(Json.write(body));
  }

  private JsonNode send(HttpRequest request) {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      var body =
          response.body().isEmpty() ? Json.tree(Json.write(Map.of())) : Json.tree(response.body());
      if (response.statusCode() >= 300) throw new Refused(request.uri().getPath(), body);
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
