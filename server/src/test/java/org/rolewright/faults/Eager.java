package org.rolewright.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rolewright.platform.json.Json;

/**
 * A control: answers with what the service said last, as if the new events were stored, and hands
 * them on a little later.
 */
final class Eager implements FaultyLine.Middle {
  private static final int LATER_MS = 300;
  private final Map<String, Message> told = new ConcurrentHashMap<>();
  private final Map<String, ExecutorService> queues = new ConcurrentHashMap<>();

  @Override
  public Message pass(Message request, FaultyLine.Service service) throws IOException {
    if (!request.isFor("POST", "/api/v1/sitting/events")) return service.answer(request);
    var token = request.header("x-sitting").orElse("");
    var events = Json.tree(request.text()).get("events");
    var last = told.get(token);
    if (last == null || events.isEmpty()) return note(token, service.answer(request));
    queues
        .computeIfAbsent(
            token, _ -> Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()))
        .submit(() -> {
          Thread.sleep(LATER_MS);
          return note(token, service.answer(request));
        });
    return promised(last, events);
  }

  private Message note(String token, Message reply) {
    if (reply.status() == 200) told.put(token, reply);
    return reply;
  }

  private static Message promised(Message last, JsonNode events) {
    var status = (ObjectNode) Json.tree(last.text());
    status.set("ackSeq", events.get(events.size() - 1).get("seq"));
    return last.with(status.toString());
  }
}
