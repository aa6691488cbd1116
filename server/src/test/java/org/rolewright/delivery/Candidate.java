package org.rolewright.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rolewright.ApiClient;

/** A candidate's page, as far as the server can tell. */
public final class Candidate {
  public final ApiClient client;
  public final String code;
  public final UUID clientId;
  public final String token;
  public JsonNode sitting;
  public JsonNode status;
  private int seq;

  private Candidate(ApiClient client, String code, UUID clientId, JsonNode entry) {
    this.client = client;
    this.code = code;
    this.clientId = clientId;
    token = entry.get("token").asText();
    take(entry.get("sitting"));
  }

  static Candidate enter(ApiClient client, String code, UUID clientId) {
    return new Candidate(
        client, code, clientId, entering(client, code, clientId).expect(200).json());
  }

  static ApiClient.Call entering(ApiClient client, String code, UUID clientId) {
    return client
        .call("enterExam")
        .body(Map.of("code", code, "clientId", clientId, "device", "Test browser"));
  }

  private void take(JsonNode view) {
    sitting = view;
    status = view.get("status");
    seq = Math.max(seq, status.get("ackSeq").asInt());
  }

  /** The same candidate at another browser. */
  public Candidate elsewhere(ApiClient other) {
    return enter(other, code, UUID.randomUUID());
  }

  public ApiClient.Call call(String operation) {
    return client.call(operation).with("X-Sitting", token);
  }

  public Candidate start() {
    var body = new LinkedHashMap<String, Object>();
    if (sitting.has("agreementVersion"))
      body.put("agreementVersion", sitting.get("agreementVersion").asText());
    take(call("startExam").body(body).expect(200).json());
    return this;
  }

  public Candidate takePen() {
    take(call("takePen").expect(200).json());
    return this;
  }

  public Candidate read() {
    take(call("readSitting").expect(200).json());
    return this;
  }

  public int epoch() {
    return status.get("epoch").asInt();
  }

  /** An event with the next number. */
  public Map<String, Object> event(String kind, Integer item, Object value) {
    return event(++seq, kind, item, value);
  }

  public static Map<String, Object> event(int seq, String kind, Integer item, Object value) {
    var event = new LinkedHashMap<String, Object>();
    event.put("seq", seq);
    event.put("kind", kind);
    if (item != null) event.put("item", item);
    if (value != null) event.put("value", value);
    event.put("at", Instant.now().toString());
    return event;
  }

  public ApiClient.Call posting(List<Map<String, Object>> events) {
    return posting(epoch(), events);
  }

  public ApiClient.Call posting(int epoch, List<Map<String, Object>> events) {
    return call("postEvents").body(Map.of("epoch", epoch, "waiting", 0, "events", events));
  }

  /** Posts, and takes over how things stand. */
  @SafeVarargs
  public final JsonNode post(Map<String, Object>... events) {
    status = posting(List.of(events)).expect(200).json();
    return status;
  }

  public JsonNode answer(int item, Object value) {
    return post(event("answer", item, value));
  }

  public ApiClient.Call submitting() {
    return call("submitExam").body(Map.of("epoch", epoch(), "lastSeq", seq));
  }

  public JsonNode submit() {
    return submitting().expect(200).json();
  }

  /** What the server would show again after a reload, by kind and item. */
  public Map<String, JsonNode> current() {
    var current = new LinkedHashMap<String, JsonNode>();
    read()
        .sitting
        .get("current")
        .forEach(one ->
            current.put(
                one.get("kind").asText() + " " + one.get("item").asInt(), one.get("value")));
    return current;
  }

  /** The items on the page, in order. */
  public List<JsonNode> items() {
    var items = new ArrayList<JsonNode>();
    for (var part : sitting.get("parts")) part.path("items").forEach(items::add);
    return items;
  }
}
