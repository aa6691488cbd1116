package org.rolewright.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.rolewright.platform.Sha256;

/**
 * The order in which one candidate meets items and options. Pure: the same seed gives the same
 * order for ever, and whoever uses it stores the order itself with the sitting.
 */
public final class ItemOrder {
  private ItemOrder() {}

  /** The items of a section: shuffled where it says so, those of one stimulus kept together. */
  public static List<Placed> items(Part.Questions section, long seed) {
    if (!section.shuffleItems()) return section.items();
    var blocks = new ArrayList<>(blocks(section.items()));
    Collections.shuffle(blocks, random(seed, "items " + section.number()));
    return blocks.stream().flatMap(List::stream).toList();
  }

  /** Items that move as one: those of a stimulus in their order, any other alone. */
  private static List<List<Placed>> blocks(List<Placed> items) {
    var blocks = new LinkedHashMap<Object, List<Placed>>();
    for (var item : items) {
      var key = item.stimulusVersionId().<Object>map(stimulus -> stimulus).orElse(item.versionId());
      blocks.computeIfAbsent(key, _ -> new ArrayList<>()).add(item);
    }
    return List.copyOf(blocks.values());
  }

  /**
   * The options of an item, shuffled; those that stay keep their place.
   *
   * @param options identities in the author's order
   * @param stay such as "none of the above"
   * @param item so that each item has an order of its own
   */
  public static List<String> options(
      List<String> options, Set<String> stay, Placed item, long seed) {
    var moving = new ArrayList<>(options);
    moving.removeAll(new HashSet<>(stay));
    Collections.shuffle(moving, random(seed, "options " + item.versionId().value()));
    var next = moving.iterator();
    return options.stream().map(id -> stay.contains(id) ? id : next.next()).toList();
  }

  /**
   * Java's generator is specified to the last bit, so an order can be made again on any machine.
   */
  private static Random random(long seed, String purpose) {
    return new Random(
        Long.parseUnsignedLong(Sha256.hex(seed + " " + purpose).substring(0, 16), 16));
  }
}
