package org.rolewright.item;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rolewright.item.Difference.Fate;
import org.rolewright.item.Difference.Kind;
import org.rolewright.item.Difference.Part;
import org.rolewright.item.ItemContent.Matching;
import org.rolewright.item.ItemContent.Numeric;
import org.rolewright.item.ItemContent.Option;
import org.rolewright.item.ItemContent.Ordering;
import org.rolewright.item.ItemContent.Prompt;
import org.rolewright.item.ItemContent.Text;
import org.rolewright.platform.html.RichText;
import org.rolewright.platform.text.Localized;

/** What differs between two contents, field by field and word by word. */
public final class Differences {
  private Differences() {}

  /**
   * A field as text.
   *
   * @param words what a reader reads
   * @param exact what is compared besides: the same words in another form differ here
   */
  public record Field(String words, String exact) {
    public static Field of(String text) {
      return new Field(text, text);
    }
  }

  /** The fields of a content by pointer. */
  public static Map<String, Field> fields(ItemContent content) {
    var fields = new LinkedHashMap<String, Field>();
    fields.put("/type", Field.of(content.kind().code()));
    ContentTexts.formatted(content).forEach((pointer, text) -> put(fields, pointer, text, true));
    ContentTexts.plain(content).forEach((pointer, text) -> put(fields, pointer, text, false));
    fields.put("/key", Field.of(key(content)));
    fields.put("/credit", Field.of(content.credit().code()));
    var options = content.choices();
    for (int at = 0; at < options.size(); at++)
      fields.put("/options/" + at + "/stays", Field.of(options.get(at).stays() ? "✓" : ""));
    return fields;
  }

  private static void put(
      Map<String, Field> fields, String pointer, Localized text, boolean formatted) {
    text.texts()
        .forEach((language, words) ->
            fields.put(
                pointer + "/" + language.code(),
                formatted ? new Field(RichText.plain(words), words) : Field.of(words)));
  }

  private static String key(ItemContent content) {
    return switch (content) {
      case ItemContent.Single one -> String.join(", ", one.key().options());
      case ItemContent.Multiple one -> String.join(", ", one.key().options());
      case Ordering one -> String.join(", ", one.key().order());
      case Matching one ->
          one.prompts().stream()
              .map(Prompt::id)
              .filter(one.key().pairs()::containsKey)
              .map(prompt -> prompt + " → " + one.key().pairs().get(prompt))
              .reduce((a, b) -> a + ", " + b)
              .orElse("");
      case Text one ->
          one.key().accepted().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(words -> words.getKey().code() + ": " + String.join(" | ", words.getValue()))
              .reduce((a, b) -> a + "; " + b)
              .orElse("");
      case Numeric one ->
          one.key().value().orElse("")
              + one.key().tolerance().map(tolerance -> " ± " + tolerance).orElse("");
    };
  }

  /** Where two contents differ. Options or prompts that came or went are one difference. */
  public static List<Difference> between(ItemContent before, ItemContent after) {
    var old = fields(before);
    var young = fields(after);
    whole(old, young, "/options", options(before), options(after));
    whole(old, young, "/prompts", prompts(before), prompts(after));
    return between(old, young);
  }

  private static void whole(
      Map<String, Field> old, Map<String, Field> young, String pointer, List<Row> a, List<Row> b) {
    if (a.stream().map(Row::id).toList().equals(b.stream().map(Row::id).toList())) return;
    old.keySet().removeIf(field -> field.startsWith(pointer + "/"));
    young.keySet().removeIf(field -> field.startsWith(pointer + "/"));
    old.put(pointer, Field.of(list(a)));
    young.put(pointer, Field.of(list(b)));
  }

  private record Row(String id, Localized text) {}

  private static List<Row> options(ItemContent content) {
    return content.choices().stream().map((Option one) -> new Row(one.id(), one.text())).toList();
  }

  private static List<Row> prompts(ItemContent content) {
    return content instanceof Matching matching
        ? matching.prompts().stream().map(one -> new Row(one.id(), one.text())).toList()
        : List.of();
  }

  private static String list(List<Row> rows) {
    var lines = new ArrayList<String>();
    for (var row : rows)
      lines.add(
          row.id()
              + ") "
              + String.join(
                  " / ", row.text().texts().values().stream().map(RichText::plain).toList()));
    return String.join("\n", lines);
  }

  /** Where two sets of fields differ. */
  public static List<Difference> between(Map<String, Field> before, Map<String, Field> after) {
    var pointers = new LinkedHashSet<>(before.keySet());
    pointers.addAll(after.keySet());
    var differences = new ArrayList<Difference>();
    for (var pointer : pointers)
      difference(
              pointer,
              Optional.ofNullable(before.get(pointer)),
              Optional.ofNullable(after.get(pointer)))
          .ifPresent(differences::add);
    return differences;
  }

  private static Optional<Difference> difference(
      String pointer, Optional<Field> before, Optional<Field> after) {
    if (before.equals(after)) return Optional.empty();
    if (before.isEmpty()) return Optional.of(lone(pointer, Kind.ADDED, after.get()));
    if (after.isEmpty()) return Optional.of(lone(pointer, Kind.REMOVED, before.get()));
    var kind = before.get().words().equals(after.get().words()) ? Kind.FORMAT : Kind.CHANGED;
    return Optional.of(
        new Difference(
            pointer, kind, WordDifference.of(before.get().words(), after.get().words())));
  }

  private static Difference lone(String pointer, Kind kind, Field field) {
    var fate = kind == Kind.ADDED ? Fate.ADDED : Fate.REMOVED;
    return new Difference(
        pointer,
        kind,
        field.words().isEmpty() ? List.of() : List.of(new Part(fate, field.words())));
  }
}
