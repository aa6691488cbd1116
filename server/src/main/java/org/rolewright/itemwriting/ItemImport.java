package org.rolewright.itemwriting;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.blueprint.BlueprintCells;
import org.rolewright.item.ContentCleaning;
import org.rolewright.itembank.ItemDraft;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Sha256;
import org.rolewright.platform.csv.CsvFile;
import org.rolewright.platform.csv.CsvLine;
import org.rolewright.platform.json.Json;

/**
 * What a table would bring into the bank.
 *
 * @param hash of what the lines would do: a table is taken in only as its preview showed
 */
public record ItemImport(List<SheetRow> rows, String hash) {

  /**
   * Reads a table against the bank.
   *
   * @param newest of each item there is
   */
  static ItemImport of(byte[] file, BlueprintCells cells, List<ItemVersion> newest) {
    var table = CsvFile.read(file, ItemSheetReader.MOST_LINES);
    var known =
        newest.stream()
            .collect(Collectors.toMap(ItemVersion::code, Function.identity(), (a, _) -> a));
    var reader = reader(cells, table);
    var seen = new HashSet<String>();
    var rows = table.lines().stream().map(line -> row(line, reader, known, seen)).toList();
    return new ItemImport(rows, Sha256.hex(Json.canonical(rows)));
  }

  private static ItemSheetReader reader(BlueprintCells cells, CsvFile table) {
    try {
      return new ItemSheetReader(cells, table);
    } catch (ItemSheetReader.Unusable e) {
      throw new Refusal.BrokenRule("itemSheetColumn", Map.of("column", e.value()));
    }
  }

  private static SheetRow row(
      CsvLine line, ItemSheetReader reader, Map<String, ItemVersion> known, Set<String> seen) {
    var code = reader.code(line);
    if (!line.usable()) {
      var fault = line.fault().orElseThrow();
      return SheetRow.refused(line.number(), code, "fault." + fault.key(), fault.values());
    }
    try {
      if (!code.isEmpty() && !seen.add(code))
        throw new ItemSheetReader.Unusable("fault.itemCodeTwice", code);
      return row(line.number(), code, reader.draft(line), Optional.ofNullable(known.get(code)));
    } catch (ItemSheetReader.Unusable e) {
      return SheetRow.refused(line.number(), code, e.key(), Map.of("value", e.value()));
    } catch (Refusal e) {
      return SheetRow.refused(line.number(), code, "refusal." + e.key(), e.values());
    }
  }

  private static SheetRow row(int line, String code, ItemDraft draft, Optional<ItemVersion> there) {
    if (there.isEmpty())
      return new SheetRow(line, SheetRow.Change.NEW, code, Optional.of(draft), Optional.empty());
    if (isSame(draft, there.get()))
      return new SheetRow(line, SheetRow.Change.SAME, code, Optional.empty(), Optional.empty());
    return SheetRow.refused(line, code, "fault.itemCodeKnown", Map.of("value", code));
  }

  private static boolean isSame(ItemDraft draft, ItemVersion there) {
    var cleaned = ContentCleaning.of(draft.content()).content();
    var said =
        new ItemDraft(
            draft.blueprint(),
            draft.task(),
            draft.level(),
            draft.ksas(),
            cleaned,
            draft.references(),
            draft.stimulus(),
            Optional.empty());
    return there.draft().differences(said).stream()
        .allMatch(difference -> difference.pointer().equals("/blueprint"));
  }

  boolean refused() {
    return rows.stream().anyMatch(row -> row.change() == SheetRow.Change.ERROR);
  }

  List<ItemDraft> drafts() {
    return rows.stream().flatMap(row -> row.draft().stream()).toList();
  }
}
