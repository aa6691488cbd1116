package org.rolewright.soak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a candidate chose, and what the screen has shown as saved. */
final class Model {
  private static final Comparator<Choice> BY_AGE =
      Comparator.comparingInt(Choice::pen).thenComparingInt(Choice::number);
  private final List<Choice> choices = new ArrayList<>();
  private int pens;

  /**
   * A choice.
   *
   * @param pen which turn of the pen it was made in; a later turn's choice stands over an earlier's
   */
  record Choice(int item, String value, Seat device, int pen, int number, boolean[] seenSaved) {}

  /** A new turn of the pen. */
  int penTaken() {
    return ++pens;
  }

  void chose(Seat device, int item, String value) {
    choices.add(new Choice(item, value, device, device.pen(), choices.size(), new boolean[1]));
  }

  /** The last of each question that was chosen at a device. */
  List<Choice> lastAt(Seat device) {
    var last = new java.util.TreeMap<Integer, Choice>();
    choices.stream()
        .filter(choice -> choice.device() == device)
        .forEach(choice -> last.put(choice.item(), choice));
    return List.copyOf(last.values());
  }

  /** The screen of a device says that everything is saved. */
  void seenSaved(Seat device) {
    for (var choice : choices) if (choice.device() == device) choice.seenSaved()[0] = true;
  }

  /**
   * Whether a device may show this: nothing older than what was chosen there, or seen to be saved
   * anywhere.
   */
  boolean mayShow(Seat device, int item, String value) {
    var least =
        of(item).stream()
            .filter(choice -> choice.device() == device || choice.seenSaved()[0])
            .max(BY_AGE);
    if (least.isEmpty() && value.isEmpty()) return true;
    return of(item).stream()
        .filter(choice -> choice.value().equals(value))
        .anyMatch(choice -> least.isEmpty() || BY_AGE.compare(choice, least.get()) >= 0);
  }

  /** What has to be on record in the end. */
  Optional<String> last(int item) {
    return of(item).stream().max(BY_AGE).map(Choice::value);
  }

  private List<Choice> of(int item) {
    return choices.stream().filter(choice -> choice.item() == item).toList();
  }
}
