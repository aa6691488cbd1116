package org.rolewright.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rolewright.item.Difference.Fate;
import org.rolewright.item.Difference.Part;

/** Two texts word by word. */
class WordDifferenceTest {

  @Test
  void words_are_taken_put_or_stay() {
    assertEquals(
        List.of(
            new Part(Fate.SAME, "Ask the"),
            new Part(Fate.REMOVED, " nurse"),
            new Part(Fate.ADDED, " family"),
            new Part(Fate.SAME, " for consent.")),
        WordDifference.of("Ask the nurse for consent.", "Ask the family for consent."));
    assertEquals(List.of(), WordDifference.of("", ""));
    assertEquals(List.of(new Part(Fate.SAME, "ñandú á")), WordDifference.of("ñandú á", "ñandú á"));
    assertEquals(List.of(new Part(Fate.ADDED, "new")), WordDifference.of("", "new"));
  }

  /** Whatever the texts: same and removed make the old one, same and added the new one. */
  @Test
  void the_parts_make_both_texts() {
    var random = new Random(11);
    for (int trial = 0; trial < 500; trial++) {
      var before = text(random);
      var after = text(random);
      var parts = WordDifference.of(before, after);
      assertEquals(before, without(parts, Fate.ADDED));
      assertEquals(after, without(parts, Fate.REMOVED));
    }
  }

  private static String text(Random random) {
    var words = List.of("a", "b", " ", "  ", ".", "ñ", "\n", "12", "é", "🙂");
    return random
        .ints(random.nextInt(12), 0, words.size())
        .mapToObj(words::get)
        .collect(Collectors.joining());
  }

  private static String without(List<Part> parts, Fate fate) {
    return parts.stream()
        .filter(part -> part.kind() != fate)
        .map(Part::text)
        .collect(Collectors.joining());
  }

  @Test
  void long_texts_take_a_moment() {
    var before = "one two three ".repeat(2_000);
    var after = "three one four ".repeat(2_000);
    assertTimeout(Duration.ofSeconds(5), () -> WordDifference.of(before, after));
  }
}
