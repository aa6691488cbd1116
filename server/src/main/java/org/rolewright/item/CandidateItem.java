package org.rolewright.item;

import java.util.List;
import java.util.Optional;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Localized;

/**
 * What a candidate sees of an item, in one language: made from an allow-list. Neither key nor
 * rationale, level, task or figure can stand in it.
 */
public record CandidateItem(
    ItemType type,
    String stem,
    Optional<List<Shown>> options,
    Optional<List<Shown>> prompts,
    Optional<String> unit) {

  /** An option or a prompt. */
  public record Shown(String id, String text) {}

  /** As it is written; whoever shows it may bring the options into another order. */
  public static CandidateItem of(ItemContent content, Language language) {
    var options =
        content.choices().stream()
            .map(option -> new Shown(option.id(), option.text().best(language)))
            .toList();
    var prompts =
        content instanceof ItemContent.Matching matching
            ? Optional.of(
                matching.prompts().stream()
                    .map(prompt -> new Shown(prompt.id(), prompt.text().best(language)))
                    .toList())
            : Optional.<List<Shown>>empty();
    var unit =
        content instanceof ItemContent.Numeric numeric
            ? numeric.unit()
            : Optional.<Localized>empty();
    return new CandidateItem(
        content.kind(),
        content.stem().best(language),
        Optional.of(options).filter(some -> !some.isEmpty()),
        prompts,
        unit.map(text -> text.best(language)));
  }
}
