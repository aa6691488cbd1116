package org.rolewright.itemwriting;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.rolewright.blueprint.BlueprintCells;
import org.rolewright.item.Credit;
import org.rolewright.item.ItemContent;
import org.rolewright.item.ItemContent.Accepted;
import org.rolewright.item.ItemContent.Chosen;
import org.rolewright.item.ItemContent.Option;
import org.rolewright.item.ItemContent.Pairs;
import org.rolewright.item.ItemContent.Prompt;
import org.rolewright.item.ItemContent.Sequence;
import org.rolewright.item.ItemContent.Value;
import org.rolewright.item.ItemType;
import org.rolewright.item.Level;
import org.rolewright.item.Reference;
import org.rolewright.itembank.ItemDraft;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.platform.csv.CsvFile;
import org.rolewright.platform.csv.CsvLine;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Localized;
import org.rolewright.workshop.KsaId;

/** Reads the lines of an {@link ItemSheet}. */
final class ItemSheetReader {
  static final int MOST_LINES = 2000;
  private static final Pattern SPACE = Pattern.compile("[\\s,;]+");

  private final BlueprintCells cells;
  private final List<String> header;

  ItemSheetReader(BlueprintCells cells, CsvFile file) {
    this.cells = cells;
    header = file.header().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    for (var name : List.of("task", "ksas", "level", "type"))
      if (!header.contains(name)) throw new Unusable("refusal.itemSheetColumn", name);
  }

  /** A line that says something impossible; the key is that of the sentence about it. */
  static final class Unusable extends RuntimeException {
    private final String key;
    private final String value;

    Unusable(String key, String value) {
      super(key, null, false, false);
      this.key = key;
      this.value = value;
    }

    String key() {
      return key;
    }

    String value() {
      return value;
    }
  }

  String code(CsvLine line) {
    return cell(line, "code");
  }

  /**
   * The item of a line.
   *
   * @throws Unusable with the sentence that says what to change
   */
  ItemDraft draft(CsvLine line) {
    var task = task(cell(line, "task"));
    return new ItemDraft(
        cells.blueprint(),
        task.id(),
        one(Level.values(), cell(line, "level"), "fault.itemLevelUnknown"),
        ksas(task, cell(line, "ksas")),
        content(line),
        references(cell(line, "references")),
        Optional.of(cell(line, "case")).filter(text -> !text.isEmpty()).map(this::stimulus),
        Optional.of(code(line)).filter(text -> !text.isEmpty()));
  }

  private BlueprintCells.Cell task(String code) {
    return cells.domains().stream()
        .flatMap(domain -> domain.tasks().stream())
        .filter(task -> task.code().equalsIgnoreCase(code))
        .findFirst()
        .orElseThrow(() -> new Unusable("fault.itemTaskUnknown", code));
  }

  private static LinkedHashSet<KsaId> ksas(BlueprintCells.Cell task, String codes) {
    var found = new LinkedHashSet<KsaId>();
    for (var code : parts(codes))
      found.add(
          task.ksas().stream()
              .filter(ksa -> ksa.code().equalsIgnoreCase(code))
              .map(BlueprintCells.Ksa::id)
              .findFirst()
              .orElseThrow(() -> new Unusable("fault.itemKsaUnknown", code)));
    if (found.isEmpty()) throw new Unusable("fault.itemKsaUnknown", "");
    return found;
  }

  private StimulusVersionId stimulus(String text) {
    try {
      return new StimulusVersionId(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      throw new Unusable("fault.itemCaseUnknown", text);
    }
  }

  private static List<Reference> references(String text) {
    var all = new ArrayList<Reference>();
    for (var one : text.split("\\s*\\|\\|\\s*"))
      if (!one.isBlank()) all.add(reference(one.split("\\s*\\|\\s*", -1)));
    return all;
  }

  private static Reference reference(String[] parts) {
    try {
      return new Reference(
          parts[0].strip(), part(parts, 1), part(parts, 2), part(parts, 3).map(LocalDate::parse));
    } catch (DateTimeParseException e) {
      throw new Unusable("fault.itemDayUnreadable", e.getParsedString());
    }
  }

  private static Optional<String> part(String[] parts, int at) {
    return at < parts.length
        ? Optional.of(parts[at].strip()).filter(t -> !t.isEmpty())
        : Optional.empty();
  }

  private ItemContent content(CsvLine line) {
    var stem = text(line, "stem").orElseThrow(() -> new Unusable("fault.itemStemMissing", ""));
    var why = text(line, "why");
    var credit = credit(cell(line, "credit"));
    var options = options(line);
    var key = cell(line, "key").toLowerCase(Locale.ROOT);
    return switch (one(ItemType.values(), cell(line, "type"), "fault.itemTypeUnknown")) {
      case SINGLE -> new ItemContent.Single(stem, options, new Chosen(parts(key)), credit, why);
      case MULTIPLE -> new ItemContent.Multiple(stem, options, new Chosen(parts(key)), credit, why);
      case ORDERING ->
          new ItemContent.Ordering(stem, options, new Sequence(parts(key)), credit, why);
      case MATCHING ->
          new ItemContent.Matching(stem, prompts(line), options, pairs(key), credit, why);
      case TEXT -> new ItemContent.Text(stem, accepted(line), credit, why);
      case NUMERIC ->
          new ItemContent.Numeric(
              stem,
              text(line, "unit"),
              new Value(number(key), number(cell(line, "tolerance"))),
              credit,
              why);
    };
  }

  private static <E extends Enum<E>> E one(E[] values, String word, String key) {
    for (var value : values) if (value.name().equalsIgnoreCase(word)) return value;
    throw new Unusable(key, word);
  }

  private static Credit credit(String word) {
    return word.isEmpty() ? Credit.WHOLE : one(Credit.values(), word, "fault.itemCreditUnknown");
  }

  private List<Option> options(CsvLine line) {
    var options = new ArrayList<Option>();
    for (int at = 0; at < ItemSheet.OPTIONS; at++) {
      var letter = ItemSheet.option(at);
      var stays = !cell(line, letter + " stays").isEmpty();
      text(line, letter)
          .ifPresent(
              words -> options.add(new Option(letter, words, text(line, letter + " why"), stays)));
    }
    return options;
  }

  private List<Prompt> prompts(CsvLine line) {
    var prompts = new ArrayList<Prompt>();
    for (int at = 0; at < ItemSheet.OPTIONS; at++) {
      var name = ItemSheet.prompt(at);
      text(line, name).ifPresent(words -> prompts.add(new Prompt(name, words)));
    }
    return prompts;
  }

  private static Pairs pairs(String key) {
    var pairs = new LinkedHashMap<String, String>();
    for (var pair : parts(key)) {
      var sides = pair.split("=");
      if (sides.length != 2) throw new Unusable("fault.itemPairUnreadable", pair);
      pairs.put(sides[0], sides[1]);
    }
    return new Pairs(pairs);
  }

  private Accepted accepted(CsvLine line) {
    var accepted = new EnumMap<Language, List<String>>(Language.class);
    for (var language : Language.values()) {
      var words = cell(line, "key " + language.code());
      if (!words.isEmpty()) accepted.put(language, List.of(words.split("\\s*\\|\\s*")));
    }
    return new Accepted(accepted);
  }

  private static Optional<String> number(String text) {
    var plain = text.replace('\u2212', '-').replace(',', '.');
    return Optional.of(plain).filter(one -> !one.isEmpty());
  }

  private Optional<Localized> text(CsvLine line, String field) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (var language : Language.values()) {
      var words = cell(line, field + " " + language.code());
      if (!words.isEmpty()) texts.put(language, words);
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(new Localized(texts));
  }

  private static List<String> parts(String text) {
    return SPACE.splitAsStream(text.strip()).filter(part -> !part.isEmpty()).toList();
  }

  /** A cell without the mark that keeps spreadsheets from computing it. */
  private String cell(CsvLine line, String name) {
    int at = header.indexOf(name);
    var text = at < 0 ? "" : line.cell(at);
    return text.matches("(?s)'[=+\\-@\\t].*") ? text.substring(1) : text;
  }
}
