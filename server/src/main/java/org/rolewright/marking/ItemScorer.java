package org.rolewright.marking;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rolewright.item.Credit;
import org.rolewright.item.ItemContent;
import org.rolewright.item.ItemContent.Option;
import org.rolewright.platform.text.Language;

/**
 * The points that a response earns: 0 to 1, in ten-thousandths, half up.
 *
 * <p>A point for what is wholly right. Where the item gives credit for parts: of several right
 * options (right chosen − wrong chosen) / right ones, never below 0; of an order the share of
 * elements at their place; of pairs the share that is right. Words are compared without the space
 * around and doubled space within, upper or lower case, accents as written, among those accepted in
 * the language of the sitting. Numbers may have a decimal comma and are right within the tolerance.
 */
public final class ItemScorer {
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(4);
  private static final BigDecimal POINT = BigDecimal.ONE.setScale(4);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}([.,]\\d{1,30})?");
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private ItemScorer() {}

  /**
   * What is earned.
   *
   * @param language of the sitting
   * @param response JSON; empty where there is none
   */
  public static BigDecimal points(
      ItemContent content, KeyRule rule, Language language, Optional<JsonNode> response) {
    return switch (rule.kind()) {
      case DROP -> NOTHING;
      case CREDIT_ALL -> POINT;
      case AS_WRITTEN -> byKey(content, language, response);
      case ALSO_RIGHT ->
          response.filter(given -> alsoRight(content, rule, given)).isPresent()
              ? POINT
              : byKey(content, language, response);
    };
  }

  /** Whether a response could be given to this item. */
  public static boolean fits(ItemContent content, JsonNode response) {
    return switch (content) {
      case ItemContent.Single single ->
          response.isTextual() && ids(single.options()).contains(response.textValue());
      case ItemContent.Multiple multiple ->
          chosen(response).filter(ids(multiple.options())::containsAll).isPresent();
      case ItemContent.Ordering ordering ->
          sequence(response)
              .filter(order -> order.size() == ordering.options().size())
              .filter(order -> Set.copyOf(order).equals(ids(ordering.options())))
              .isPresent();
      case ItemContent.Matching matching ->
          response.isObject() && ids(matching.options()).containsAll(pairs(response).values());
      case ItemContent.Text _ -> response.isTextual() && !response.textValue().isBlank();
      case ItemContent.Numeric _ ->
          response.isTextual() && number(response.textValue()).isPresent();
    };
  }

  private static Set<String> ids(List<Option> options) {
    var ids = new HashSet<String>();
    options.forEach(option -> ids.add(option.id()));
    return ids;
  }

  private static boolean alsoRight(ItemContent content, KeyRule rule, JsonNode given) {
    return rule.responses().stream().anyMatch(right -> same(content, right, given));
  }

  private static boolean same(ItemContent content, JsonNode right, JsonNode given) {
    return switch (content) {
      case ItemContent.Single _ -> right.equals(given);
      case ItemContent.Multiple _ -> chosen(right).equals(chosen(given));
      case ItemContent.Ordering _ -> sequence(right).equals(sequence(given));
      case ItemContent.Matching _ -> given.isObject() && pairs(right).equals(pairs(given));
      case ItemContent.Text _ -> given.isTextual() && word(right).equals(word(given));
      case ItemContent.Numeric _ ->
          given.isTextual()
              && number(given.textValue())
                  .filter(one -> one.compareTo(number(right.textValue()).orElseThrow()) == 0)
                  .isPresent();
    };
  }

  private static BigDecimal byKey(
      ItemContent content, Language language, Optional<JsonNode> response) {
    if (response.isEmpty()) return NOTHING;
    var given = response.get();
    return switch (content) {
      case ItemContent.Single single ->
          whole(given.isTextual() && single.key().options().contains(given.textValue()));
      case ItemContent.Multiple multiple ->
          chosen(given).map(options -> multiple(multiple, options)).orElse(NOTHING);
      case ItemContent.Ordering ordering ->
          sequence(given).map(order -> ordering(ordering, order)).orElse(NOTHING);
      case ItemContent.Matching matching -> matching(matching, pairs(given));
      case ItemContent.Text text -> whole(given.isTextual() && accepted(text, language, given));
      case ItemContent.Numeric numeric -> whole(given.isTextual() && within(numeric, given));
    };
  }

  private static BigDecimal multiple(ItemContent.Multiple item, Set<String> chosen) {
    var key = Set.copyOf(item.key().options());
    var right = chosen.stream().filter(key::contains).count();
    var wrong = chosen.size() - right;
    if (item.credit() == Credit.WHOLE) return whole(chosen.equals(key));
    return share(Math.max(0, right - wrong), key.size());
  }

  private static BigDecimal ordering(ItemContent.Ordering item, List<String> order) {
    var key = item.key().order();
    if (item.credit() == Credit.WHOLE || order.size() != key.size())
      return whole(order.equals(key));
    var inPlace = 0;
    for (var at = 0; at < key.size(); at++) if (key.get(at).equals(order.get(at))) inPlace++;
    return share(inPlace, key.size());
  }

  private static BigDecimal matching(ItemContent.Matching item, Map<String, String> given) {
    var key = item.key().pairs();
    if (item.credit() == Credit.WHOLE) return whole(given.equals(key));
    return share(
        key.entrySet().stream()
            .filter(pair -> pair.getValue().equals(given.get(pair.getKey())))
            .count(),
        key.size());
  }

  private static boolean accepted(ItemContent.Text item, Language language, JsonNode given) {
    return item.key().accepted().getOrDefault(language, List.of()).stream()
        .anyMatch(right -> word(right).equals(word(given)));
  }

  private static boolean within(ItemContent.Numeric item, JsonNode given) {
    var tolerance = item.key().tolerance().map(BigDecimal::new).orElse(BigDecimal.ZERO);
    var right = item.key().value().map(BigDecimal::new);
    return right.isPresent()
        && number(given.textValue())
            .filter(one -> one.subtract(right.get()).abs().compareTo(tolerance) <= 0)
            .isPresent();
  }

  private static String word(JsonNode text) {
    return word(text.textValue());
  }

  private static String word(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    return SPACE.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /** Bounded, so that no exponent can make a number of a billion digits. */
  private static Optional<BigDecimal> number(String text) {
    var plain = text.strip();
    return NUMBER.matcher(plain).matches()
        ? Optional.of(new BigDecimal(plain.replace(',', '.')))
        : Optional.empty();
  }

  private static Optional<Set<String>> chosen(JsonNode response) {
    return sequence(response)
        .map(HashSet::new)
        .<Set<String>>map(Set::copyOf)
        .filter(set -> !set.isEmpty());
  }

  private static Optional<List<String>> sequence(JsonNode response) {
    if (!response.isArray()) return Optional.empty();
    var ids = new ArrayList<String>();
    for (var one : response) {
      if (!one.isTextual()) return Optional.empty();
      ids.add(one.textValue());
    }
    return Optional.of(ids);
  }

  private static Map<String, String> pairs(JsonNode response) {
    var pairs = new HashMap<String, String>();
    response
        .properties()
        .forEach(pair -> {
          if (pair.getValue().isTextual()) pairs.put(pair.getKey(), pair.getValue().textValue());
        });
    return pairs;
  }

  private static BigDecimal whole(boolean right) {
    return right ? POINT : NOTHING;
  }

  private static BigDecimal share(long part, long of) {
    if (of == 0) return NOTHING;
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(of), 4, RoundingMode.HALF_UP);
  }
}
