package org.rolewright.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.platform.text.Localized;

/**
 * Invariances of the shuffle: nothing lost, cases whole, fixed options in place, seeds repeatable.
 */
class ItemOrderTest {
  private static final StimulusVersionId CASE = new StimulusVersionId(UUID.randomUUID());

  private static Part.Questions section(boolean shuffled) {
    var items = new ArrayList<Placed>();
    for (int i = 1; i <= 20; i++)
      items.add(
          new Placed(
              i,
              new ItemVersionId(new UUID(7, i)),
              new ItemId(new UUID(8, i)),
              "h",
              true,
              false,
              i >= 6 && i <= 9 ? Optional.of(CASE) : Optional.empty()));
    return new Part.Questions(
        1,
        Localized.of("Part 1", "Parte 1"),
        Optional.empty(),
        Optional.empty(),
        Part.Navigation.FREE,
        shuffled,
        true,
        items);
  }

  @Test
  void a_section_that_is_not_shuffled_keeps_its_order() {
    assertEquals(section(false).items(), ItemOrder.items(section(false), 5));
  }

  @Test
  void every_item_comes_once_and_a_case_stays_together_in_its_order() {
    for (long seed = 0; seed < 500; seed++) {
      var order = ItemOrder.items(section(true), seed);
      assertEquals(new HashSet<>(section(true).items()), new HashSet<>(order));
      assertEquals(20, order.size());
      int first = order.indexOf(section(true).items().get(5));
      assertEquals(section(true).items().subList(5, 9), order.subList(first, first + 4));
    }
  }

  @Test
  void one_seed_gives_one_order_and_another_seed_another() {
    var section = section(true);
    assertEquals(ItemOrder.items(section, 11), ItemOrder.items(section, 11));
    assertNotEquals(ItemOrder.items(section, 11), ItemOrder.items(section, 12));
  }

  @Test
  void options_that_stay_keep_their_place_and_the_others_come_everywhere_alike() {
    var options = List.of("a", "b", "c", "d");
    var counts = new HashMap<String, Integer>();
    for (long seed = 0; seed < 3000; seed++) {
      var order = ItemOrder.options(options, Set.of("d"), section(true).items().get(3), seed);
      assertEquals("d", order.get(3));
      assertEquals(Set.copyOf(options), Set.copyOf(order));
      counts.merge(order.get(0), 1, Integer::sum);
    }
    // a third each; five standard deviations of a binomial with n = 3,000 and p = 1/3 are 129
    for (var letter : List.of("a", "b", "c"))
      assertTrue(Math.abs(counts.get(letter) - 1000) < 130, counts.toString());
  }

  @Test
  void two_items_of_one_sitting_are_not_shuffled_alike() {
    var options = List.of("a", "b", "c", "d", "e");
    var orders = new HashSet<List<String>>();
    for (var item : section(true).items())
      orders.add(ItemOrder.options(options, Set.of(), item, 4));
    assertTrue(orders.size() > 10, "orders " + orders.size());
  }
}
