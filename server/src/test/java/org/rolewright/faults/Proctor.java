package org.rolewright.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.rolewright.Installation;
import org.rolewright.history.Entry;

/** A proctor who stops clocks, lets them go on, gives time and now and then ends a sitting. */
final class Proctor implements Runnable {
  private final Notebook notebook;
  private final Caller caller;
  private final Exam exam;
  private final Random random;
  private final BooleanSupplier over;
  private String session = "";
  private volatile String lastReply = "none";
  private volatile boolean done;

  Proctor(Notebook notebook, Caller caller, Exam exam, Random random, BooleanSupplier over) {
    this.notebook = notebook;
    this.caller = caller;
    this.exam = exam;
    this.random = random;
    this.over = over;
  }

  @Override
  public void run() {
    while (!over.getAsBoolean()) {
      if (!rest(1_500)) return;
      var open = sittings("open");
      if (open.isEmpty()) continue;
      var sitting = open.get(random.nextInt(open.size()));
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> pauseForAWhile(sitting);
        case 3 -> command(sitting, "end", 0);
        default -> command(sitting, "extraTime", 1 + random.nextInt(5));
      }
    }
    // Nobody is left standing.
    for (var paused = sittings("paused"); !paused.isEmpty(); paused = sittings("paused"))
      for (var sitting : paused) if (!command(sitting, "resume", 0)) return;
    done = true;
  }

  /** How far it is, for whoever wonders why it does not end. */
  String lastSeen() {
    return done ? "proctor done" : "proctor, last " + lastReply;
  }

  private void pauseForAWhile(UUID sitting) {
    if (command(sitting, "pause", 0) && rest(4_000)) command(sitting, "resume", 0);
  }

  /** False when interrupted. */
  private boolean command(UUID sitting, String act, int seconds) {
    notebook.add(new Entry.Act(System.currentTimeMillis(), sitting, act, seconds * 1_000L, false));
    var body = new HashMap<String, Object>();
    body.put("act", act);
    body.put("sittings", List.of(sitting));
    body.put("reason", "a fault run");
    if (seconds > 0) body.put("seconds", seconds);
    var reply = ask("PUT", "/commands/" + UUID.randomUUID(), body);
    if (reply == null) return false;
    if (reply.get("done").asInt() == 1)
      notebook.add(new Entry.Act(System.currentTimeMillis(), sitting, act, seconds * 1_000L, true));
    return true;
  }

  /** Sittings in a state, as the roster has them. */
  private List<UUID> sittings(String state) {
    var found = new ArrayList<UUID>();
    var roster = ask("GET", "/roster", "");
    if (roster != null)
      for (var row : roster.get("rows"))
        if (row.path("state").asText().equals(state))
          found.add(UUID.fromString(row.get("sittingId").asText()));
    return found;
  }

  /** Asks until there is an answer; null when interrupted. */
  private JsonNode ask(String method, String path, Object body) {
    var room = "/proctoring/windows/" + exam.window() + path;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (session.isEmpty()) signIn();
        var reply = caller.call(method, room, Map.of("Cookie", session), body, 5_000);
        lastReply = path + " " + reply.status() + " " + reply.code();
        if (reply.ok()) return reply.body();
        if (reply.status() == 401) session = "";
      } catch (IOException e) {
        lastReply = path + " " + e.getMessage(); // tried again
      }
      rest(500);
    }
    return null;
  }

  private void signIn() throws IOException {
    var who = Map.of("email", exam.proctor(), "password", Installation.PASSWORD);
    session = caller.call("POST", "/session", Map.of(), who, 5_000).cookie();
  }

  /** False when interrupted. */
  private boolean rest(int most) {
    try {
      Thread.sleep(200 + random.nextInt(most));
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
