package org.rolewright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.rolewright.platform.http.Contract;
import org.rolewright.platform.http.Operation;
import org.rolewright.platform.json.Json;

/**
 * A client that knows the contract: it calls operations by their id over real HTTP and holds every
 * answer to the schema that the contract promises.
 */
public final class ApiClient {
  private final String baseUrl;
  private final Contract contract;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  public ApiClient(String baseUrl, Contract contract) {
    this.baseUrl = baseUrl;
    this.contract = contract;
  }

  public Call call(String operationId) {
    return new Call(contract.operation(operationId));
  }

  /** One request in the making. */
  public final class Call {
    private final Operation operation;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body = new byte[0];

    private Call(Operation operation) {
      this.operation = operation;
      headers.put("X-Rolewright", "1");
    }

    /** A parameter of the path, the query or a header. */
    public Call with(String name, Object value) {
      parameters.put(name, value.toString());
      return this;
    }

    public Call header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    /** Leaves out a header that our own pages always send. */
    public Call without(String header) {
      headers.remove(header);
      return this;
    }

    /** A JSON body: a record, a map, or JSON text. */
    public Call body(Object value) {
      return bytes(
          "application/json",
          (value instanceof String text ? text : Json.write(value))
              .getBytes(StandardCharsets.UTF_8));
    }

    public Call bytes(String contentType, byte[] content) {
      headers.put("Content-Type", contentType);
      body = content;
      return this;
    }

    /** Sends, and demands this status. */
    public Answer expect(int status) {
      var answer = send();
      assertEquals(status, answer.status(), () -> operation.id() + ": " + answer.text());
      return answer;
    }

    public Answer send() {
      try {
        var response = http.send(request(), HttpResponse.BodyHandlers.ofByteArray());
        var answer = new Answer(response.statusCode(), response.body(), response.headers().map());
        holdToContract(operation, answer);
        return answer;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private HttpRequest request() {
      var path = operation.path();
      var query = new StringBuilder();
      for (var parameter : parameters.entrySet()) {
        var value = URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8);
        var gap = "{" + parameter.getKey() + "}";
        if (path.contains(gap)) path = path.replace(gap, value);
        else if (isHeader(parameter.getKey()))
          headers.put(parameter.getKey(), parameter.getValue());
        else
          query
              .append(query.isEmpty() ? '?' : '&')
              .append(parameter.getKey())
              .append('=')
              .append(value);
      }
      var request =
          HttpRequest.newBuilder(URI.create(baseUrl + path + query))
              .method(
                  operation.method().toUpperCase(Locale.ROOT),
                  HttpRequest.BodyPublishers.ofByteArray(body));
      headers.forEach(request::header);
      return request.build();
    }

    private boolean isHeader(String name) {
      return operation.parameters().stream()
          .anyMatch(p -> p.name().equals(name) && p.in().equals("header"));
    }
  }

  private static void holdToContract(Operation operation, Answer answer) {
    var status = String.valueOf(answer.status());
    var documented = operation.answers();
    assertTrue(
        documented.containsKey(status)
            || (answer.status() >= 400 && documented.containsKey("default")),
        () ->
            operation.id()
                + " answers "
                + status
                + ", which the contract does not have: "
                + answer.text());
    if (answer.status() >= 400) {
      assertTrue(answer.json().has("detail"), "a refusal says what to do: " + answer.text());
      return;
    }
    documented
        .get(status)
        .ifPresent(schema ->
            assertTrue(
                schema.faults(answer.json()).isEmpty(),
                () ->
                    operation.id()
                        + " answers what the contract forbids: "
                        + schema.faults(answer.json())
                        + "\n"
                        + answer.text()));
  }

  /** What came back. */
  public record Answer(int status, byte[] bytes, Map<String, java.util.List<String>> headers) {
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return Json.tree(text());
    }

    /** The machine word of a refusal. */
    public String code() {
      return json().path("code").asText();
    }

    public <T> T as(Class<T> type) {
      return Json.read(text(), type);
    }
  }
}
