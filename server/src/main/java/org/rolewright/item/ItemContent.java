package org.rolewright.item;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Localized;

/**
 * Stem, options, key and rationale of an item. A constructor refuses what contradicts itself (two
 * options of one identity, a key that names no option); what is merely unfinished is allowed until
 * the item is sent to review ({@link ContentRules#gaps}).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ItemContent.Single.class, name = "single"),
  @JsonSubTypes.Type(value = ItemContent.Multiple.class, name = "multiple"),
  @JsonSubTypes.Type(value = ItemContent.Ordering.class, name = "ordering"),
  @JsonSubTypes.Type(value = ItemContent.Matching.class, name = "matching"),
  @JsonSubTypes.Type(value = ItemContent.Text.class, name = "text"),
  @JsonSubTypes.Type(value = ItemContent.Numeric.class, name = "numeric")
})
public sealed interface ItemContent {

  /** Formatted. */
  Localized stem();

  /** Plain text on the whole item. */
  Optional<Localized> rationale();

  Credit credit();

  /** What a candidate chooses from, sorts or matches with; empty for typed responses. */
  @JsonIgnore
  default List<Option> choices() {
    return List.of();
  }

  /** The languages that the item is offered in: those of its stem. */
  @JsonIgnore
  default Set<Language> languages() {
    return stem().languages();
  }

  /** The word of its type in the contract. */
  @JsonIgnore
  default ItemType kind() {
    return switch (this) {
      case Single _ -> ItemType.SINGLE;
      case Multiple _ -> ItemType.MULTIPLE;
      case Ordering _ -> ItemType.ORDERING;
      case Matching _ -> ItemType.MATCHING;
      case Text _ -> ItemType.TEXT;
      case Numeric _ -> ItemType.NUMERIC;
    };
  }

  /**
   * Something to choose, to sort or to match with.
   *
   * @param id given once, independent of the key
   * @param text formatted
   * @param rationale plain: why it is right or wrong
   * @param stays whether it keeps its place when options are shuffled
   */
  record Option(String id, Localized text, Optional<Localized> rationale, boolean stays) {}

  /** What takes an option in matching; its text is formatted. */
  record Prompt(String id, Localized text) {}

  /** Options that are right. */
  record Chosen(List<String> options) {
    public Chosen {
      options = List.copyOf(options);
    }
  }

  /** All options from first to last; empty while undecided. */
  record Sequence(List<String> order) {
    public Sequence {
      order = List.copyOf(order);
    }
  }

  /** Prompt to option. */
  record Pairs(Map<String, String> pairs) {
    public Pairs {
      pairs = Map.copyOf(pairs);
    }
  }

  /** Right words by language. */
  record Accepted(Map<Language, List<String>> accepted) {
    public Accepted {
      accepted = Map.copyOf(accepted);
    }
  }

  /** A right number and how far off one may be, as decimals. */
  record Value(Optional<String> value, Optional<String> tolerance) {
    public Value {
      value.ifPresent(ContentRules::requireDecimal);
      tolerance.ifPresent(ContentRules::requireDecimal);
    }
  }

  /** One option is right. */
  record Single(
      Localized stem,
      List<Option> options,
      Chosen key,
      Credit credit,
      Optional<Localized> rationale)
      implements ItemContent {
    public Single {
      options = distinct(options);
      credit = Optional.ofNullable(credit).orElse(Credit.WHOLE);
      requireKnown(options, key.options());
      if (key.options().size() > 1) throw new Refusal.BrokenRule("single_choice_has_one_key");
      requireWhole(credit);
    }

    @Override
    public List<Option> choices() {
      return options;
    }
  }

  /** Some options are right. */
  record Multiple(
      Localized stem,
      List<Option> options,
      Chosen key,
      Credit credit,
      Optional<Localized> rationale)
      implements ItemContent {
    public Multiple {
      options = distinct(options);
      credit = Optional.ofNullable(credit).orElse(Credit.WHOLE);
      requireKnown(options, key.options());
    }

    @Override
    public List<Option> choices() {
      return options;
    }
  }

  /** Elements are brought into order. */
  record Ordering(
      Localized stem,
      List<Option> options,
      Sequence key,
      Credit credit,
      Optional<Localized> rationale)
      implements ItemContent {
    public Ordering {
      options = distinct(options);
      credit = Optional.ofNullable(credit).orElse(Credit.WHOLE);
      requireKnown(options, key.order());
      if (!key.order().isEmpty() && key.order().size() != options.size())
        throw new Refusal.BrokenRule("an_order_holds_every_element");
    }

    @Override
    public List<Option> choices() {
      return options;
    }
  }

  /** Each prompt takes an option; an option may be taken once or never. */
  record Matching(
      Localized stem,
      List<Prompt> prompts,
      List<Option> options,
      Pairs key,
      Credit credit,
      Optional<Localized> rationale)
      implements ItemContent {
    public Matching {
      options = distinct(options);
      prompts = List.copyOf(prompts);
      credit = Optional.ofNullable(credit).orElse(Credit.WHOLE);
      requireKnown(options, List.copyOf(key.pairs().values()));
      var known = new HashSet<String>();
      for (var prompt : prompts)
        if (!known.add(prompt.id())) throw new Refusal.BrokenRule("an_option_has_its_own_identity");
      if (!known.containsAll(key.pairs().keySet()))
        throw new Refusal.BrokenRule("a_key_names_options_of_its_item");
    }

    @Override
    public List<Option> choices() {
      return options;
    }
  }

  /** A word or a few are typed. */
  record Text(Localized stem, Accepted key, Credit credit, Optional<Localized> rationale)
      implements ItemContent {
    public Text {
      credit = Optional.ofNullable(credit).orElse(Credit.WHOLE);
      requireWhole(credit);
    }
  }

  /**
   * A number is typed.
   *
   * @param unit plain; shown behind the field
   */
  record Numeric(
      Localized stem,
      Optional<Localized> unit,
      Value key,
      Credit credit,
      Optional<Localized> rationale)
      implements ItemContent {
    public Numeric {
      credit = Optional.ofNullable(credit).orElse(Credit.WHOLE);
      requireWhole(credit);
    }
  }

  private static List<Option> distinct(List<Option> options) {
    var known = new HashSet<String>();
    for (var option : options)
      if (!known.add(option.id())) throw new Refusal.BrokenRule("an_option_has_its_own_identity");
    return List.copyOf(options);
  }

  private static void requireKnown(List<Option> options, List<String> named) {
    var known = new HashSet<String>();
    for (var option : options) known.add(option.id());
    if (!known.containsAll(named)) throw new Refusal.BrokenRule("a_key_names_options_of_its_item");
    if (new HashSet<>(named).size() != named.size())
      throw new Refusal.BrokenRule("a_key_names_an_option_once");
  }

  private static void requireWhole(Credit credit) {
    if (credit != Credit.WHOLE) throw new Refusal.BrokenRule("partial_credit_needs_parts");
  }
}
