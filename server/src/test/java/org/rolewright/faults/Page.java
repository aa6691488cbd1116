package org.rolewright.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.rolewright.history.Entry;
import org.rolewright.history.Finding;
import org.rolewright.platform.json.Json;

/**
 * The page of one device, as far as the service can tell: every event gets a number and is kept
 * before it is sent, and is sent again until the service says that it holds it. What it sees it
 * tells the history.
 */
final class Page {
  private static final int MOST_EVENTS = 50;
  final UUID device = UUID.randomUUID();
  private final Notebook notebook;
  private final Caller caller;
  private final String code;
  private final Random random;
  private final long allowedMs;

  /** What is on the device's disk, from the first event on. */
  private final List<Entry.Typed> log = new ArrayList<>();

  UUID sitting;
  private String token = "";
  private int ack;
  private int failures;
  private String lastReply = "none";
  int epoch;
  boolean writing;
  String state = "unknown";
  private long deadline = Long.MAX_VALUE;

  Page(Notebook notebook, Caller caller, Sitter.Seat seat, Random random) {
    this.notebook = notebook;
    this.caller = caller;
    this.random = random;
    code = seat.code();
    allowedMs = seat.allowedMs();
  }

  /** Trades the code, as at the first time and after a token ended. */
  boolean enter() {
    var input = Map.of("code", code, "clientId", device, "device", "Simulated page");
    return ask(
        "",
        "POST",
        "/sittings",
        input,
        (sentAt, body) -> {
          token = body.get("token").asText();
          sitting = UUID.fromString(body.at("/sitting/id").asText());
          notebook.add(new Entry.Entered(now(), sitting, device, allowedMs));
          show(sentAt, body.get("sitting"));
        });
  }

  boolean start() {
    return ask("PUT", "/sitting/start", Map.of(), this::show);
  }

  boolean takePen() {
    return ask("PUT", "/sitting/pen", Map.of(), this::show);
  }

  /** Loads the page again: what was in memory is gone, what is on the disk is not. */
  boolean reload() {
    return ask("GET", "/sitting", "", this::show);
  }

  private void show(long sentAt, JsonNode view) {
    Map<Integer, String> answers = new HashMap<>();
    for (var one : view.get("current"))
      if (one.get("kind").asText().equals("answer"))
        answers.put(one.get("item").asInt(), one.get("value").toString());
    hear(sentAt, view.get("status"));
    if (!isClosed()) notebook.add(new Entry.Shown(now(), sentAt, sitting, device, answers));
  }

  /** Something typed; kept, not sent. */
  void type(String kind, int item, String value) {
    var event = new Entry.Typed(now(), sitting, device, epoch, log.size() + 1, kind, item, value);
    log.add(event);
    notebook.add(event);
  }

  int typed() {
    return log.size();
  }

  boolean waits() {
    return ack < log.size();
  }

  /** Whether the candidate may type, as far as the page knows. */
  boolean isOpen() {
    return writing && state.equals("open");
  }

  boolean timeIsOver() {
    return now() > deadline;
  }

  String lastSeen() {
    return state
        + (writing ? " writing" : "")
        + " "
        + ack
        + " of "
        + log.size()
        + ", last "
        + lastReply;
  }

  boolean isClosed() {
    return state.equals("closed");
  }

  /** Sends what waits, or a sign of life. */
  boolean exchange() {
    var batch = batch();
    if (!batch.isEmpty())
      notebook.add(
          new Entry.Sent(now(), sitting, device, batch.getFirst().seq(), batch.getLast().seq()));
    var body = new LinkedHashMap<String, Object>();
    body.put("epoch", batch.isEmpty() ? epoch : batch.getFirst().epoch());
    body.put("waiting", log.size() - ack - batch.size());
    body.put("events", batch.stream().map(Page::event).toList());
    return ask("POST", "/sitting/events", body, this::hear);
  }

  private List<Entry.Typed> batch() {
    var waiting = log.subList(Math.min(ack, log.size()), log.size());
    return waiting.stream()
        .takeWhile(event -> event.epoch() == waiting.getFirst().epoch())
        .limit(MOST_EVENTS)
        .toList();
  }

  private static Map<String, Object> event(Entry.Typed typed) {
    var event = new LinkedHashMap<String, Object>();
    event.put("seq", typed.seq());
    event.put("kind", typed.kind());
    event.put("item", typed.item());
    event.put("value", Json.tree(typed.value()));
    event.put("at", Instant.ofEpochMilli(typed.at()).toString());
    return event;
  }

  private void hear(long sentAt, JsonNode status) {
    ack = status.get("ackSeq").asInt();
    var told = OptionalLong.empty();
    if (status.has("deadline")) {
      deadline = Instant.parse(status.get("deadline").asText()).toEpochMilli();
      told = OptionalLong.of(deadline);
    }
    notebook.add(new Entry.Acknowledged(now(), sentAt, sitting, device, ack, told));
    if (status.get("epoch").asInt() > epoch) {
      epoch = status.get("epoch").asInt();
      notebook.add(new Entry.Granted(now(), sitting, device, epoch));
    }
    writing = status.get("writing").asBoolean();
    state = status.get("status").asText();
  }

  boolean submit() {
    notebook.add(new Entry.SubmitSent(now(), sitting, device, log.size()));
    var body = Map.of("epoch", epoch, "lastSeq", log.size());
    return ask("PUT", "/sitting/submission", body, this::keepReceipt);
  }

  boolean receipt() {
    return ask("GET", "/sitting/receipt", "", this::keepReceipt);
  }

  private void keepReceipt(long sentAt, JsonNode body) {
    state = "closed";
    notebook.add(
        new Entry.Receipt(
            now(),
            sitting,
            device,
            body.get("reason").asText(),
            Instant.parse(body.get("closedAt").asText()).toEpochMilli(),
            body.get("digest").asText()));
  }

  /** What to do with a good answer. */
  private interface Use {
    void of(long sentAt, JsonNode body);
  }

  /** With the token; where that has ended, the code is traded again first. */
  private boolean ask(String method, String path, Object body, Use use) {
    return token.isEmpty() ? enter() && false : ask(token, method, path, body, use);
  }

  /** False when it has to be tried again; then it waits, ever longer. */
  private boolean ask(String with, String method, String path, Object body, Use use) {
    var sentAt = now();
    try {
      var reply = caller.call(method, path, Map.of("X-Sitting", with), body);
      notebook.heard(reply.status());
      lastReply = path + " " + reply.status() + " " + reply.code();
      if (reply.ok()) {
        use.of(sentAt, reply.body());
        failures = 0;
        return true;
      }
      refused(path, sentAt, reply);
    } catch (IOException e) {
      notebook.heard(0);
      lastReply = path + " " + e.getMessage();
    }
    pause();
    return false;
  }

  private void refused(String path, long sentAt, Caller.Reply reply) {
    if (reply.code().equals("eventGap")) {
      ack = reply.body().at("/values/ackSeq").asInt();
      notebook.add(
          new Entry.Acknowledged(now(), sentAt, sitting, device, ack, OptionalLong.empty()));
    } else if (reply.status() == 401) token = "";
    else if (reply.code().equals("penElsewhere")) writing = false;
    else if (reply.status() < 500 && !expected(reply.code()))
      notebook.blame(
          Finding.violation(
              "what is right is not refused", path + ": " + reply.status() + " " + reply.body()));
  }

  /** What may be said to a page that knows less than the service. */
  private static boolean expected(String code) {
    return List.of("examPaused", "examNotOver", "examNotStarted").contains(code);
  }

  private void pause() {
    failures = Math.min(failures + 1, 5);
    try {
      Thread.sleep(random.nextInt(50 << failures));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long now() {
    return System.currentTimeMillis();
  }
}
