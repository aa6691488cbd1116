package org.rolewright.itemwriting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rolewright.blueprint.BlueprintCells;
import org.rolewright.item.ItemContent;
import org.rolewright.item.ItemContent.Matching;
import org.rolewright.item.ItemContent.Multiple;
import org.rolewright.item.ItemContent.Numeric;
import org.rolewright.item.ItemContent.Ordering;
import org.rolewright.item.ItemContent.Single;
import org.rolewright.item.ItemContent.Text;
import org.rolewright.item.Reference;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.platform.datasets.Column;
import org.rolewright.platform.datasets.DataFile;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Localized;

/**
 * Items as a table, one a line: what {@link ItemSheetReader} reads back without loss.
 *
 * <p>Columns: {@code code}, {@code task} and {@code ksas} by their codes, {@code level}, {@code
 * type}, {@code credit}, {@code case} (identity of a stimulus version), {@code references} (parted
 * by {@code ||}, citation, edition, address and day of expiry by {@code |}), {@code key} ({@code
 * b}; {@code a c}; {@code c a b}; {@code p1=a p2=b}; {@code 12.5}), {@code tolerance}, and for each
 * language {@code stem}, {@code key} (accepted words parted by {@code |}), {@code unit}, {@code
 * why}; for each option {@code a} to {@code j} its text, {@code why} and {@code stays}; for each
 * prompt {@code p1} to {@code p10} its text.
 */
final class ItemSheet {
  static final int OPTIONS = 10;
  static final String PARTED = " | ";
  static final String BETWEEN_REFERENCES = " || ";

  private final BlueprintCells cells;

  ItemSheet(BlueprintCells cells) {
    this.cells = cells;
  }

  static String option(int at) {
    return "" + (char) ('a' + at);
  }

  static String prompt(int at) {
    return "p" + (at + 1);
  }

  static List<String> header() {
    var names =
        new ArrayList<>(
            List.of(
                "code",
                "task",
                "ksas",
                "level",
                "type",
                "credit",
                "case",
                "references",
                "key",
                "tolerance"));
    for (var field : List.of("stem", "key", "unit", "why")) addLanguages(names, field);
    for (int at = 0; at < OPTIONS; at++) {
      addLanguages(names, option(at));
      addLanguages(names, option(at) + " why");
      names.add(option(at) + " stays");
    }
    for (int at = 0; at < OPTIONS; at++) addLanguages(names, prompt(at));
    return names;
  }

  private static void addLanguages(List<String> names, String field) {
    for (var language : Language.values()) names.add(field + " " + language.code());
  }

  /** The table of these versions; versions whose task has left the blueprint stay out. */
  DataFile of(List<ItemVersion> versions) {
    var columns = header().stream().map(name -> Column.text(name, "")).toList();
    var rows =
        versions.stream()
            .filter(version -> cells.domainOf(version.task()).isPresent())
            .map(version -> row(cells(version)))
            .toList();
    return new DataFile("items", columns, rows);
  }

  private static List<String> row(Map<String, String> cells) {
    return header().stream().map(name -> cells.getOrDefault(name, "")).toList();
  }

  private Map<String, String> cells(ItemVersion version) {
    var row = new java.util.HashMap<String, String>();
    row.put("code", version.code());
    var task = cell(version);
    row.put("task", task.code());
    row.put(
        "ksas",
        task.ksas().stream()
            .filter(ksa -> version.ksas().contains(ksa.id()))
            .map(BlueprintCells.Ksa::code)
            .collect(Collectors.joining(" ")));
    row.put("level", version.level().code());
    row.put("type", version.content().kind().code());
    row.put("credit", version.content().credit().name().toLowerCase(java.util.Locale.ROOT));
    version.stimulus().ifPresent(one -> row.put("case", one.value().toString()));
    row.put(
        "references",
        version.references().stream()
            .map(ItemSheet::reference)
            .collect(Collectors.joining(BETWEEN_REFERENCES)));
    content(row, version.content());
    return row;
  }

  private BlueprintCells.Cell cell(ItemVersion version) {
    return cells.domains().stream()
        .flatMap(domain -> domain.tasks().stream())
        .filter(task -> task.id().equals(version.task()))
        .findFirst()
        .orElseThrow();
  }

  private static String reference(Reference reference) {
    var parts = new ArrayList<String>();
    parts.add(reference.citation());
    parts.add(reference.edition().orElse(""));
    parts.add(reference.url().orElse(""));
    parts.add(reference.expiresOn().map(Object::toString).orElse(""));
    while (parts.getLast().isEmpty()) parts.removeLast();
    return String.join(PARTED, parts);
  }

  private static void content(Map<String, String> row, ItemContent content) {
    put(row, "stem", Optional.of(content.stem()));
    put(row, "why", content.rationale());
    var options = content.choices();
    for (int at = 0; at < options.size() && at < OPTIONS; at++) {
      put(row, option(at), Optional.of(options.get(at).text()));
      put(row, option(at) + " why", options.get(at).rationale());
      if (options.get(at).stays()) row.put(option(at) + " stays", "yes");
    }
    switch (content) {
      case Single one -> row.put("key", letters(one, one.key().options()));
      case Multiple one -> row.put("key", letters(one, one.key().options()));
      case Ordering one -> row.put("key", letters(one, one.key().order()));
      case Matching one -> matching(row, one);
      case Text one ->
          one.key()
              .accepted()
              .forEach((language, words) ->
                  row.put("key " + language.code(), String.join(PARTED, words)));
      case Numeric one -> {
        put(row, "unit", one.unit());
        row.put("key", one.key().value().orElse("").replace('-', '\u2212'));
        row.put("tolerance", one.key().tolerance().orElse(""));
      }
    }
  }

  private static void put(Map<String, String> row, String field, Optional<Localized> text) {
    text.ifPresent(one ->
        one.texts().forEach((language, words) -> row.put(field + " " + language.code(), words)));
  }

  /** Identities as the letters of their columns. */
  private static String letters(ItemContent content, List<String> ids) {
    return ids.stream().map(id -> letter(content, id)).collect(Collectors.joining(" "));
  }

  private static String letter(ItemContent content, String id) {
    return option(content.choices().stream().map(ItemContent.Option::id).toList().indexOf(id));
  }

  private static void matching(Map<String, String> row, Matching content) {
    var pairs = new ArrayList<String>();
    for (int at = 0; at < content.prompts().size() && at < OPTIONS; at++) {
      var prompt = content.prompts().get(at);
      put(row, prompt(at), Optional.of(prompt.text()));
      var option = content.key().pairs().get(prompt.id());
      if (option != null) pairs.add(prompt(at) + "=" + letter(content, option));
    }
    row.put("key", String.join(" ", pairs));
  }
}
