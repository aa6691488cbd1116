package org.rolewright.simulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.rolewright.item.ItemContent;
import org.rolewright.platform.text.Language;

/** What somebody says who knows an item, or does not. */
final class Response {
  private Response() {}

  /** As the key has it. */
  static Object right(ItemContent content, Language language) {
    return switch (content) {
      case ItemContent.Single single -> single.key().options().getFirst();
      case ItemContent.Multiple multiple -> multiple.key().options();
      case ItemContent.Ordering ordering -> ordering.key().order();
      case ItemContent.Matching matching -> matching.key().pairs();
      case ItemContent.Text text -> text.key().accepted().get(language).getFirst();
      case ItemContent.Numeric numeric -> numeric.key().value().orElseThrow();
    };
  }

  /** Something else; where parts count, it may be right in part. */
  static Object wrong(ItemContent content, Language language, RandomGenerator random) {
    return switch (content) {
      case ItemContent.Single single ->
          any(others(single.choices(), single.key().options()), random);
      case ItemContent.Multiple multiple -> oneExchanged(multiple, random);
      case ItemContent.Ordering ordering -> twoSwapped(ordering.key().order(), random);
      case ItemContent.Matching matching -> twoSwapped(matching.key().pairs());
      case ItemContent.Text _ -> language == Language.SPANISH ? "no lo sé" : "not sure";
      case ItemContent.Numeric numeric -> farOff(numeric.key());
    };
  }

  private static List<String> others(List<ItemContent.Option> options, List<String> key) {
    return options.stream().map(ItemContent.Option::id).filter(id -> !key.contains(id)).toList();
  }

  private static String any(List<String> ids, RandomGenerator random) {
    return ids.get(random.nextInt(ids.size()));
  }

  private static List<String> oneExchanged(ItemContent.Multiple item, RandomGenerator random) {
    var chosen = new ArrayList<>(item.key().options());
    chosen.set(random.nextInt(chosen.size()), any(others(item.choices(), chosen), random));
    return chosen;
  }

  private static List<String> twoSwapped(List<String> order, RandomGenerator random) {
    var swapped = new ArrayList<>(order);
    var at = random.nextInt(order.size() - 1);
    Collections.swap(swapped, at, at + 1);
    return swapped;
  }

  private static Map<String, String> twoSwapped(Map<String, String> pairs) {
    var prompts = pairs.keySet().stream().sorted().toList();
    var swapped = new HashMap<>(pairs);
    swapped.put(prompts.get(0), pairs.get(prompts.get(1)));
    swapped.put(prompts.get(1), pairs.get(prompts.get(0)));
    return swapped;
  }

  private static String farOff(ItemContent.Value key) {
    var off = key.tolerance().map(BigDecimal::new).orElse(BigDecimal.ZERO).add(BigDecimal.TEN);
    return new BigDecimal(key.value().orElseThrow()).add(off).toPlainString();
  }
}
