package org.rolewright.soak;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.rolewright.Browsers;
import org.rolewright.delivery.ExamHall;
import org.rolewright.faults.Site;
import org.rolewright.history.Ledger;
import org.rolewright.history.StoredSitting;

/** A candidate at one or two devices, and what must be seen there. */
final class Candidate {
  private static final String NEWEST =
      """
      select e.item, e.value from delivery.answer_event e join delivery.device d on d.number = e.device
      where d.client_id = ? and e.kind = 'answer' order by e.seq\
      """;
  private final Soak soak;
  private final Site site;
  private final Random random;
  private final String code;
  private final Model model = new Model();
  private final List<Seat> seats = new ArrayList<>();
  private Seat seat;
  private int number;

  /** What was done last, to understand what went wrong. */
  private final List<String> trace = new ArrayList<>();

  Candidate(Soak soak, Site site, String code, Random random) {
    this.soak = soak;
    this.site = site;
    this.code = code;
    this.random = random;
    seat = sitDown();
    seat.toQuestions();
    seat.pen(model.penTaken());
  }

  private Seat sitDown() {
    var look = new Browsers.Look(seats.isEmpty() ? 375 : 1200, ColorScheme.LIGHT, "en");
    var next =
        new Seat(
            soak.browsers.context(look), "http://localhost:" + site.line.port() + "/exam/", code);
    seats.add(next);
    return next;
  }

  /** One thing that candidates do, or that happens to them. */
  void act() throws SQLException, InterruptedException {
    switch (random.nextInt(20)) {
      case 0 -> happens("reload", seat::reload);
      case 1 -> happens("closedTab", seat::closeTab);
      case 2 -> happens("secondTab", seat::secondTab);
      case 3 -> changeDevice();
      case 4, 5 -> offline();
      default -> answer();
    }
    look();
  }

  private void done(String what) {
    trace.add(seats.indexOf(seat) + " " + what);
  }

  private String lately() {
    return ", after " + trace.subList(Math.max(0, trace.size() - 40), trace.size());
  }

  private void happens(String what, Runnable event) {
    soak.count(what);
    done(what);
    event.run();
    seat.toQuestions();
  }

  private void changeDevice() {
    soak.count("otherDevice");
    done("otherDevice");
    seat = seats.size() == 1 ? sitDown() : seats.get(1 - seats.indexOf(seat));
    seat.hearsOfOther();
    seat.toQuestions();
    seat.pen(model.penTaken());
  }

  private void offline() throws SQLException {
    soak.count("offline");
    done("offline");
    seat.offline(true);
    for (var n = random.nextInt(4); n >= 0; n--) {
      answer();
      look();
    }
    seat.offline(false);
    done("online");
  }

  private void answer() {
    seat.toQuestions();
    if (random.nextBoolean()) seat.go(1 + random.nextInt(ExamHall.ITEMS));
    var item = seat.sight().item();
    var value = seat.answer(++number);
    if (value.isEmpty() || !given(item, value)) return;
    done(item + " = " + value);
    soak.chosen();
    model.chose(seat, item, value);
  }

  /** Where the page changed under the hand, what it shows afterwards tells whether it was given. */
  private boolean given(int item, String value) {
    try {
      seat.give(value);
      return true;
    } catch (PlaywrightException _) {
      seat.go(item);
      return seat.sight().value().equals(value);
    }
  }

  /** Nothing is called saved that is not, and nothing old is shown. */
  void look() throws SQLException {
    var sight = seat.sight();
    soak.looked();
    if (sight.item() > 0 && seat.showsQuestion() && isAsked(sight.item()))
      if (!model.mayShow(seat, sight.item(), sight.value()))
        soak.wrong(
            "an old answer is shown: question " + sight.item() + " = " + sight.value() + lately());
    if (!sight.saved()) return;
    var stored = newestStored(seat);
    for (var choice : model.lastAt(seat))
      if (!json(choice.value()).equals(stored.get(choice.item())))
        soak.wrong(
            "shown as saved: question "
                + choice.item()
                + " = "
                + choice.value()
                + ", stored is "
                + stored.get(choice.item())
                + lately());
    model.seenSaved(seat);
  }

  /** Whether the model knows of answers to this question. */
  private boolean isAsked(int item) {
    return model.last(item).isPresent();
  }

  private static String json(String value) {
    return "\"" + value + "\"";
  }

  private Map<Integer, String> newestStored(Seat of) throws SQLException {
    Map<Integer, String> newest = new TreeMap<>();
    try (var connection = site.connect();
        var statement = connection.prepareStatement(NEWEST)) {
      statement.setObject(1, UUID.fromString(of.clientId()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) newest.put(rows.getInt(1), rows.getString(2));
      }
    }
    return newest;
  }

  /** Every device sends what it has; then the candidate hands in, and the record is the model. */
  void end() throws SQLException {
    for (var one : seats) one.until("everything is saved in the end", one::showsSaved);
    seat.toQuestions();
    var client = UUID.fromString(seat.clientId());
    var digest = seat.handIn();
    var stored = sitting(client);
    for (var item = 1; item <= ExamHall.ITEMS; item++) {
      var meant = model.last(item).map(Candidate::json).orElse("null");
      var there = finalAnswer(stored, item);
      if (!meant.equals(there))
        soak.lost("question " + item + " was " + meant + ", on record is " + there);
    }
    if (!digest.equals(stored.digest())) soak.wrong("the receipt is of other answers");
    for (var one : seats) one.unread().forEach(sent -> soak.wrong("cannot be read: " + sent));
    seats.forEach(Seat::close);
  }

  private StoredSitting sitting(UUID client) throws SQLException {
    try (var connection = site.connect()) {
      return Ledger.read(connection).stream()
          .filter(one -> one.devices().stream().anyMatch(device -> device.id().equals(client)))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String finalAnswer(StoredSitting stored, int item) {
    return stored.events().stream()
        .filter(event -> event.kind().equals("answer") && event.item() == item)
        .filter(event -> event.standing().equals("counts") || event.standing().equals("doubt"))
        .reduce((_, newer) -> newer)
        .map(StoredSitting.Event::value)
        .orElse("null");
  }
}
