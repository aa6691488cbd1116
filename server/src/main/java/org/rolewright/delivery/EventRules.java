package org.rolewright.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rolewright.timing.SittingState;

/** Says which events of a post are new, whether each counts, and what they do to the sitting. */
final class EventRules {
  private EventRules() {}

  /**
   * What the rules need to know of a sitting, whose row is held, and of one device.
   *
   * @param device number of the device
   * @param granted whether the device may use the epoch that it named
   * @param stored greatest number of the device that is stored
   * @param epoch newest epoch of the sitting
   * @param countsUntil empty while the clock stands
   * @param received when the post was here, which may be a while before it is judged
   */
  record Standing(
      long sitting,
      long device,
      boolean granted,
      int stored,
      int epoch,
      SittingState state,
      int fromItem,
      int toItem,
      boolean linear,
      Optional<Instant> countsUntil,
      Instant received) {}

  /** An event and its standing: {@code counts}, {@code late}, {@code outside} or {@code doubt}. */
  record Judged(SittingEvent event, String standing) {}

  /**
   * What a post comes to.
   *
   * @param fresh its new events
   * @param reached the item that seeing it made the first one open; 0 for none
   * @param strays whether it came from a device that has no pen any more
   */
  record Verdict(List<Judged> fresh, int reached, boolean strays) {
    static final Verdict NOTHING = new Verdict(List.of(), 0, false);

    /** Whether the sitting itself changes. */
    boolean steers() {
      return reached > 0 || strays;
    }
  }

  /**
   * Takes what follows without a gap on what is stored.
   *
   * @param trusted whether the clocks agree; if not, nothing is late
   */
  static Verdict judge(Post post, Standing standing, boolean trusted) {
    var last = post.events().isEmpty() ? 0 : post.events().getLast().seq();
    if (!standing.granted || last <= standing.stored || post.firstSeq() > standing.stored + 1)
      return Verdict.NOTHING;
    var hasPen = post.epoch() == standing.epoch;
    var reached = 0;
    var fresh = new ArrayList<Judged>(post.events().size());
    for (var event : post.events()) {
      if (event.seq() <= standing.stored) continue;
      if (standing.linear && event.kind().equals("seen"))
        reached = reached(event, standing, reached);
      var first = Math.max(standing.fromItem, hasPen ? reached : 0);
      fresh.add(new Judged(event, judge(event, standing, first, trusted)));
    }
    var steers = hasPen && standing.state == SittingState.OPEN && reached > standing.fromItem;
    return new Verdict(fresh, steers ? reached : 0, !hasPen);
  }

  private static int reached(SittingEvent seen, Standing standing, int before) {
    var item = seen.item().orElse(0);
    return item >= standing.fromItem && item <= standing.toItem ? Math.max(before, item) : before;
  }

  private static String judge(SittingEvent event, Standing standing, int first, boolean trusted) {
    if (!SittingEvent.SAID.contains(event.kind())) return "counts";
    if (standing.state == SittingState.CLOSED) return "late";
    if (!standing.state.underWay()) return "outside";
    if (standing.countsUntil.filter(standing.received::isAfter).isPresent())
      return trusted ? "late" : "doubt";
    var item = event.item().orElse(0);
    var open = item >= first && item <= standing.toItem;
    return open || !event.kind().equals("answer") ? "counts" : "outside";
  }
}
