package org.rolewright.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.rolewright.history.Told.Place;

/** What must hold of the answers of one sitting. */
final class AnswerRules {
  private final Told told;
  private final StoredSitting stored;
  private final List<Finding> found;
  private final Map<Place, StoredSitting.Event> kept = new HashMap<>();

  AnswerRules(Told told, StoredSitting stored, List<Finding> found) {
    this.told = told;
    this.stored = stored;
    this.found = found;
  }

  void check() {
    eachEventIsStoredOnceAndAsTyped();
    whatWasAcknowledgedIsStored();
    acknowledgementsNeverGoBack();
    if (stored.closed()) theDigestIsOfTheNewestAnswers();
    told.all(Entry.Shown.class).forEach(this::nothingOldIsShown);
  }

  private void eachEventIsStoredOnceAndAsTyped() {
    for (var event : stored.events()) {
      var place = new Place(event.device(), event.seq());
      if (kept.put(place, event) != null) wrong("an event is stored once", event);
      var meant = told.typed(place);
      if (meant.isEmpty()) wrong("nothing is stored that nobody typed", event);
      else if (!sameAnswer(meant.get(), event) || meant.get().epoch() != event.epoch())
        wrong("an event is stored as it was typed", meant.get() + " <> " + event);
    }
  }

  private static boolean sameAnswer(Entry.Typed typed, StoredSitting.Event event) {
    return typed.kind().equals(event.kind())
        && typed.item() == event.item()
        && typed.value().equals(event.value());
  }

  private void whatWasAcknowledgedIsStored() {
    for (var place : told.held()) {
      var meant = told.typed(place);
      var there = kept.get(place);
      if (meant.isEmpty()) wrong("only what was typed is acknowledged", place);
      else if (there == null || !sameAnswer(meant.get(), there))
        lost("what was acknowledged is stored", meant.get());
    }
  }

  /** A service that forgets nothing names no smaller number to one who asks later. */
  private void acknowledgementsNeverGoBack() {
    Map<UUID, Entry.Acknowledged> greatest = new HashMap<>();
    for (var ack : told.all(Entry.Acknowledged.class)) {
      var before = greatest.get(ack.device());
      if (before != null && before.at() < ack.sentAt() && before.ackSeq() > ack.ackSeq())
        lost("acknowledgements never go back", before + ", later " + ack);
      if (before == null || before.ackSeq() < ack.ackSeq()) greatest.put(ack.device(), ack);
    }
  }

  private void theDigestIsOfTheNewestAnswers() {
    var text = new StringBuilder("sitting " + stored.id() + "\nform " + stored.form());
    newest(_ -> true)
        .forEach((item, answer) -> {
          if (!answer.value().equals("null"))
            text.append('\n').append(item).append(' ').append(answer.value());
        });
    var expected = sha256(text.append('\n').toString());
    if (!expected.equals(stored.digest()))
      wrong(
          "the digest is of the newest answers by epoch and number",
          "sitting " + stored.id() + " has " + stored.digest() + ", should have " + expected);
    for (var receipt : told.all(Entry.Receipt.class))
      if (!receipt.digest().equals(stored.digest()))
        wrong("a receipt tells the digest that is stored", receipt);
  }

  /** By question, the newest of the answers that count. */
  private Map<Integer, Entry.Typed> newest(Predicate<Place> which) {
    var newest = new TreeMap<Integer, Entry.Typed>();
    kept.forEach((place, event) -> {
      var answer = told.typed(place).filter(Entry.Typed::isAnswer);
      if (answer.isPresent() && event.counts() && which.test(place))
        newest.merge(
            answer.get().item(), answer.get(), (one, other) -> other.isAfter(one) ? other : one);
    });
    return newest;
  }

  private void nothingOldIsShown(Entry.Shown shown) {
    var known = newest(place -> told.heldSince(place).orElse(shown.at()) < shown.sentAt());
    known.forEach((item, answer) -> {
      var value = shown.answers().getOrDefault(item, "null");
      if (value.equals(answer.value())) return;
      if (typedAs(item, value).filter(other -> other.isAfter(answer)).isEmpty())
        wrong("no page is shown an old answer", "shown " + value + " instead of " + answer);
    });
  }

  private Optional<Entry.Typed> typedAs(int item, String value) {
    Entry.Typed newest = null;
    for (var one : told.allTyped())
      if (one.isAnswer() && one.item() == item && one.value().equals(value))
        if (newest == null || one.isAfter(newest)) newest = one;
    return Optional.ofNullable(newest);
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void lost(String rule, Object detail) {
    found.add(Finding.lost(rule, detail));
  }

  private void wrong(String rule, Object detail) {
    found.add(Finding.wrong(rule, detail));
  }
}
