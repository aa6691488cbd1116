package org.rolewright.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rolewright.platform.json.Json;

/** A control: whatever comes is put behind what is there, also what comes a second time. */
final class Appending implements FaultyLine.Middle {
  private final Map<String, Object> locks = new ConcurrentHashMap<>();

  @Override
  public Message pass(Message request, FaultyLine.Service service) throws IOException {
    if (!request.isFor("POST", "/api/v1/sitting/events")) return service.answer(request);
    var body = (ObjectNode) Json.tree(request.text());
    var events = body.withArray("events");
    if (events.isEmpty()) return service.answer(request);
    synchronized (
        locks.computeIfAbsent(request.header("x-sitting").orElse(""), _ -> new Object())) {
      var question = body.deepCopy();
      question.withArray("events").removeAll();
      var standing = service.answer(request.with(question.toString()));
      if (standing.status() != 200) return standing;
      var last = events.get(events.size() - 1).get("seq");
      var next = Json.tree(standing.text()).get("ackSeq").asInt();
      for (var event : events) ((ObjectNode) event).put("seq", ++next);
      var reply = service.answer(request.with(body.toString()));
      if (reply.status() != 200) return reply;
      var status = (ObjectNode) Json.tree(reply.text());
      status.set("ackSeq", last);
      return reply.with(status.toString());
    }
  }
}
