package org.rolewright.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rolewright.form.FormInput.Choice;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.html.RichText;
import org.rolewright.platform.text.Localized;

/**
 * Makes parts of what people wrote: cleans formatted texts, numbers sections and items, and moves
 * the items of one stimulus next to each other.
 */
final class Arrangement {
  private final Map<ItemVersionId, ItemVersion> versions;
  private int sections;
  private int positions;

  private Arrangement(List<ItemVersion> versions) {
    this.versions = versions.stream().collect(Collectors.toMap(ItemVersion::id, one -> one));
  }

  static List<Part> of(List<FormInput.Piece> pieces, List<ItemVersion> versions) {
    var arrangement = new Arrangement(versions);
    return pieces.stream().map(arrangement::part).toList();
  }

  private Part part(FormInput.Piece piece) {
    return switch (piece) {
      case Part.Agreement it -> new Part.Agreement(it.title(), clean(it.text()), it.version());
      case Part.Tutorial it -> new Part.Tutorial(it.title(), clean(it.text()));
      case Part.Break it -> it;
      case Part.Exit it -> it;
      case FormInput.Section it -> section(it);
    };
  }

  private static Localized clean(Localized text) {
    return text.map(html -> RichText.of(html).html());
  }

  private Part.Questions section(FormInput.Section section) {
    int number = ++sections;
    return new Part.Questions(
        number,
        section.title(),
        section.instructions().map(Arrangement::clean),
        section.seconds(),
        section.navigation(),
        section.shuffleItems(),
        section.shuffleOptions(),
        together(section.items()).stream().map(this::placed).toList());
  }

  /** Items of one stimulus follow the first of them. */
  private List<Choice> together(List<Choice> items) {
    var blocks = new LinkedHashMap<Object, List<Choice>>();
    for (var item : items) {
      var key = version(item).stimulus().<Object>map(one -> one).orElse(item);
      blocks.computeIfAbsent(key, _ -> new ArrayList<>()).add(item);
    }
    return blocks.values().stream().flatMap(List::stream).toList();
  }

  private ItemVersion version(Choice item) {
    return Optional.ofNullable(versions.get(item.versionId()))
        .orElseThrow(() -> new Refusal.NotFound("itemVersion"));
  }

  private Placed placed(Choice choice) {
    var version = version(choice);
    return new Placed(
        ++positions,
        version.id(),
        version.item(),
        version.hash(),
        choice.scored(),
        choice.common(),
        version.stimulus());
  }
}
